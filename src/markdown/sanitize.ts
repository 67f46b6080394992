/** The last word on raw HTML: what is not on the allow-list does not survive. */
import sanitizeHtml from 'sanitize-html';
import { VOID_ELEMENTS } from '../lib/html.ts';
import { DROPPED_WITH_CONTENT, KEPT_ELEMENTS } from './html-elements.ts';
import { SAFE_SCHEMES } from './links.ts';
import { EMBED_HOSTS } from './players.ts';

/** Our own markup carries these; a post's `class="skip-link"` must not dress up as the site. */
const OWN_CLASSES: Readonly<Record<string, string[]>> = {
  '*': ['align-left', 'align-center', 'align-right'],
  a: ['anchor', 'reference', 'icon-*'],
  code: ['language-*'],
  div: ['pictures', 'table-scroll', 'markdown-alert', 'markdown-alert-*'],
  h2: ['sr-only'],
  img: ['picture'],
  p: ['markdown-alert-title'],
  section: ['footnotes'],
  span: ['tok-*'],
};
/** A place where the keyboard stops, in its turn. */
const STOP = { name: 'tabindex', values: ['0'] };

const MEDIA = ['src', 'poster', 'controls', 'loop', 'muted', 'preload', 'width', 'height'];

const DIRECTION = { name: 'dir', values: ['ltr', 'rtl', 'auto'] };

const ATTRIBUTES: NonNullable<Exclude<sanitizeHtml.IOptions['allowedAttributes'], false>> = {
  a: [
    ...['href', 'hreflang', 'aria-label', 'aria-describedby'],
    ...['data-footnote-ref', 'data-footnote-backref'],
  ],
  audio: MEDIA,
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  data: ['value'],
  del: ['cite', 'datetime'],
  details: ['open'],
  div: ['aria-label', { name: 'role', values: ['group'] }, STOP],
  iframe: ['src', 'width', 'height', 'data-page', 'data-medium'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
  input: ['type', 'checked', 'disabled', 'aria-label'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  pre: [STOP],
  q: ['cite'],
  section: ['data-footnotes'],
  source: ['src', 'type', 'media'],
  table: [{ name: 'role', values: ['presentation'] }],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
  time: ['datetime'],
  track: ['src', 'kind', 'srclang', 'label', 'default'],
  video: MEDIA,
};

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...KEPT_ELEMENTS],
  nonTextTags: [...DROPPED_WITH_CONTENT],
  allowedAttributes: {
    '*': ['id', 'lang', 'title'],
    // Values are looked at only where an attribute is named for its element.
    ...Object.fromEntries(
      KEPT_ELEMENTS.map((name) => [name, [...(ATTRIBUTES[name] ?? []), DIRECTION]]),
    ),
  },
  allowedClasses: OWN_CLASSES,
  selfClosing: [...VOID_ELEMENTS],
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
