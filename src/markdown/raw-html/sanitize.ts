/** Sanitises bodies with raw HTML, by an allow-list of elements and attributes. */
import sanitizeHtml from 'sanitize-html';
import { VOID_ELEMENTS } from '../../lib/html.ts';
import { EMBED_HOSTS } from '../embeds/embed-providers.ts';
import { DROPPED_WITH_CONTENT, KEPT_ELEMENTS } from './html-elements.ts';
import { SAFE_SCHEMES } from '../urls.ts';
import { ownValue } from '../../lib/own-value.ts';

/** Puts an element into the tab order. */
const FOCUSABLE = { name: 'tabindex', values: ['0'] };
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
  del: ['cite', 'datetime', 'data-line'],
  details: ['open'],
  div: ['aria-label', { name: 'role', values: ['group'] }, FOCUSABLE, 'data-language'],
  figure: ['data-language'],
  iframe: ['src', 'width', 'height', 'data-page', 'data-medium', 'data-introduced'],
  img: ['src', 'alt', 'width', 'height', 'data-width', 'loading', 'fetchpriority', 'decoding'],
  input: ['type', 'checked', 'disabled', 'aria-label'],
  ins: ['cite', 'datetime', 'data-line'],
  li: ['value'],
  mark: ['data-line'],
  ol: ['start', 'reversed', 'type'],
  pre: [FOCUSABLE],
  q: ['cite'],
  section: ['data-footnotes'],
  source: ['src', 'type', 'media'],
  span: ['data-line'],
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
    // `raw-html.ts` has removed the author's classes.
    '*': ['class', 'id', 'lang', 'title'],
    // sanitize-html checks values only of attributes listed for their element.
    ...Object.fromEntries(
      KEPT_ELEMENTS.map((name) => [name, [...(ownValue(ATTRIBUTES, name) ?? []), DIRECTION]]),
    ),
  },
  selfClosing: [...VOID_ELEMENTS],
  allowedSchemes: [...SAFE_SCHEMES],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite', 'poster'],
  allowProtocolRelative: false,
  allowedIframeHostnames: [...EMBED_HOSTS],
  allowIframeRelativeUrls: false,
  parser: { decodeEntities: true },
};

/** Removes everything that could run code, restyle the page or load something; keeps the text. */
export function sanitize(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}
