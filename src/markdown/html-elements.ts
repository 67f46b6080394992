/** HTML elements that posts may use. Anything else in angle brackets is text. */

/** `sanitize.ts` lists their attributes. */
export const KEPT_ELEMENTS: readonly string[] = [
  ...['a', 'abbr', 'address', 'article', 'aside', 'audio', 'b', 'bdi', 'bdo', 'blockquote', 'br'],
  ...['caption', 'cite', 'code', 'col', 'colgroup', 'data', 'dd', 'del', 'details', 'dfn', 'div'],
  ...['dl', 'dt', 'em', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['header', 'hr', 'i', 'iframe', 'img', 'input', 'ins', 'kbd', 'li', 'mark', 'ol', 'p'],
  ...['picture', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'section', 'small', 'source', 'span'],
  ...['strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time'],
  ...['tr', 'track', 'u', 'ul', 'var', 'video', 'wbr'],
];

/** Their content is not text for readers. */
export const DROPPED_WITH_CONTENT: readonly string[] = [
  ...['script', 'style', 'template', 'svg', 'math', 'object', 'applet', 'noembed', 'noframes'],
];

/** Current and obsolete elements whose content stays. */
const UNWRAPPED_ELEMENTS: readonly string[] = [
  ...['html', 'head', 'body', 'base', 'link', 'meta', 'title', 'main', 'nav', 'hgroup', 'search'],
  ...['area', 'map', 'button', 'canvas', 'datalist', 'dialog', 'embed', 'fieldset', 'form'],
  ...['label', 'legend', 'menu', 'meter', 'noscript', 'optgroup', 'option', 'output', 'param'],
  ...['progress', 'select', 'slot', 'textarea', 'acronym', 'basefont', 'bgsound', 'big', 'blink'],
  ...['center', 'dir', 'font', 'frame', 'frameset', 'isindex', 'keygen', 'listing', 'marquee'],
  ...['menuitem', 'nobr', 'plaintext', 'rb', 'rtc', 'spacer', 'strike', 'tt', 'xmp'],
];

const HTML_ELEMENTS: ReadonlySet<string> = new Set([
  ...KEPT_ELEMENTS,
  ...DROPPED_WITH_CONTENT,
  ...UNWRAPPED_ELEMENTS,
]);

export function isHtmlName(name: string): boolean {
  return HTML_ELEMENTS.has(name);
}
