/** XML as feeds need it. */
import XMLBuilder from 'fast-xml-builder';

const BUILDER = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  // A tag may be called `true`.
  suppressBooleanAttributes: false,
});

export function xml(value: object): string {
  return BUILDER.build(value);
}

/** @param inner XML, which becomes the last thing in the element `name` of `value` */
export function xmlAround(name: string, value: object, inner: string): string {
  const outer = xml(value);
  const end = outer.lastIndexOf(`</${name}>`);
  return outer.slice(0, end) + inner + outer.slice(end);
}

/**
 * Begins a document that browsers show as people like to read it.
 * https://www.w3.org/TR/xml-stylesheet/
 */
export function styleSheet(basePath: string): object {
  return { '?xml-stylesheet': { '@type': 'text/css', '@href': `${basePath}/css/feed.css` } };
}

/** A document whose last elements are written already. */
export function documentAround(root: string, document: object, items: readonly string[]): string {
  const declared = { '?xml': { '@version': '1.0', '@encoding': 'utf-8' }, ...document };
  // Not joined: the text is copied only once, when it is written.
  const inner = items.reduce((all, item) => `${all}\n${item}`, '');
  return `${xmlAround(root, declared, `${inner}\n`)}\n`;
}

/** Without the characters that XML 1.0 forbids even when escaped (section 2.2). */
export function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** A long text that stands inside an element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
