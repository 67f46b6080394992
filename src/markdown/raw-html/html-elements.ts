/**
 * HTML elements and what becomes of each; `docs/guide/writing.md` has the same table.
 * Anything else in angle brackets is text.
 */

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

/** Element by the name that replaces it; `obsolete-elements.ts` renames them. */
export const RENAMED_ELEMENTS: ReadonlyMap<string, string> = renamed({
  s: ['strike'],
  abbr: ['acronym'],
  code: ['tt'],
  ul: ['menu', 'dir'],
  pre: ['listing', 'xmp'],
  div: [
    ...['center', 'dialog', 'fieldset', 'frameset', 'hgroup', 'legend', 'main', 'marquee', 'nav'],
    ...['search', 'canvas', 'noscript', 'html', 'head', 'body'],
  ],
  // Without attributes, it is removed later and its content stays.
  span: [
    ...['font', 'big', 'blink', 'label', 'map', 'nobr', 'rb', 'rtc', 'slot', 'spacer'],
    ...['option', 'optgroup', 'menuitem'],
  ],
});

/** Elements that depend on their attributes or content; a module replaces them, one by one. */
export const REPLACED_ELEMENTS: readonly string[] = [
  // `form-fields.ts`
  ...['form', 'select', 'datalist', 'button', 'meter', 'output', 'progress', 'area', 'frame'],
  // `plugins.ts`
  ...['object', 'embed', 'applet', 'bgsound'],
];

/** Their content is not text for readers. */
export const DROPPED_WITH_CONTENT: readonly string[] = [
  ...['script', 'style', 'template', 'svg', 'math', 'noembed', 'noframes'],
];

/**
 * Their tags are always text, because they would hide Markdown.
 * https://github.github.com/gfm/#disallowed-raw-html-extension-
 */
export const FILTERED_ELEMENTS: readonly string[] = [
  ...['noembed', 'noframes', 'plaintext', 'textarea', 'title'],
];

/** They have no content, and readers never see them. */
const VANISHING_ELEMENTS: readonly string[] = [
  ...['base', 'basefont', 'isindex', 'keygen', 'link', 'meta', 'param'],
];

export const HTML_ELEMENTS: ReadonlySet<string> = new Set([
  ...KEPT_ELEMENTS,
  ...RENAMED_ELEMENTS.keys(),
  ...REPLACED_ELEMENTS,
  ...DROPPED_WITH_CONTENT,
  ...VANISHING_ELEMENTS,
  ...FILTERED_ELEMENTS,
]);

export function isHtmlName(name: string): boolean {
  return HTML_ELEMENTS.has(name);
}

function renamed(byName: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    Object.entries(byName).flatMap(([name, elements]) => elements.map((from) => [from, name])),
  );
}
