/** XML as feeds need it. */
import XMLBuilder from 'fast-xml-builder';

const BUILDER = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
});

export function xml(value: object): string {
  return BUILDER.build(value);
}

/** A document whose last elements are written already. */
export function documentAround(root: string, document: object, items: readonly string[]): string {
  const head = xml({ '?xml': { '@version': '1.0', '@encoding': 'utf-8' }, ...document });
  const end = head.lastIndexOf(`</${root}>`);
  return `${head.slice(0, end)}\n${items.map((item) => `${item}\n`).join('')}${head.slice(end)}\n`;
}

/** Without the characters that XML 1.0 forbids even when escaped (section 2.2). */
export function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
