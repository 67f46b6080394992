/** The last word on raw HTML: what is not on the allow-list does not survive. */
import sanitizeHtml from 'sanitize-html';
import { EMBED_HOSTS } from './embeds.ts';
import { DROPPED_WITH_CONTENT, KEPT_ELEMENTS } from './html-elements.ts';
import { SAFE_SCHEMES } from './links.ts';

/** Our own markup carries these; a post's `class="skip-link"` must not dress up as the site. */
const OWN_CLASSES: Readonly<Record<string, string[]>> = {
  a: ['anchor'],
  code: ['language-*'],
  div: ['table-scroll', 'embed', 'markdown-alert', 'markdown-alert-*'],
  h2: ['sr-only'],
  p: ['markdown-alert-title'],
  section: ['footnotes'],
  span: ['tok-*'],
};

const MEDIA = ['src', 'poster', 'controls', 'loop', 'muted', 'preload', 'width', 'height'];

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...KEPT_ELEMENTS],
  nonTextTags: [...DROPPED_WITH_CONTENT],
  allowedAttributes: {
    '*': ['id', 'dir', 'lang', 'title', 'role', 'tabindex', 'aria-label', 'aria-describedby'],
    a: ['href', 'hreflang', 'data-footnote-ref', 'data-footnote-backref', 'name'],
    audio: MEDIA,
    blockquote: ['cite'],
    col: ['span'],
    colgroup: ['span'],
    data: ['value'],
    del: ['cite', 'datetime'],
    details: ['open'],
    iframe: ['src', 'width', 'height', 'loading', 'allowfullscreen', 'referrerpolicy'],
    img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
    input: ['type', 'checked', 'disabled'],
    ins: ['cite', 'datetime'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    q: ['cite'],
    section: ['data-footnotes'],
    source: ['src', 'type', 'media'],
    td: ['align', 'colspan', 'rowspan', 'headers'],
    th: ['align', 'colspan', 'rowspan', 'headers', 'scope', 'abbr'],
    time: ['datetime'],
    track: ['src', 'kind', 'srclang', 'label', 'default'],
    video: MEDIA,
  },
  allowedClasses: OWN_CLASSES,
  allowedSchemes: [...SAFE_SCHEMES],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite', 'poster'],
  allowProtocolRelative: false,
  allowedIframeHostnames: [...EMBED_HOSTS],
  allowIframeRelativeUrls: false,
  parser: { decodeEntities: true },
};

/** Drops everything that could run, restyle or load something else; keeps the words. */
export function sanitize(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}
