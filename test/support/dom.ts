/** Queries HTML of the output. */
import { isTag, isText, type Document, type Element, type ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';

export type { Document, Element };

export function parsePage(html: string): Document {
  return parseDocument(html);
}

/** Every element below `node` in document order, or those of these names. */
export function elements(node: ParentNode, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  const visit = (parent: ParentNode): void => {
    for (const child of parent.children) {
      if (!isTag(child)) continue;
      if (names.length === 0 || names.includes(child.name)) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

export function withClass(node: ParentNode, name: string): Element[] {
  return elements(node).filter((element) => hasClass(element, name));
}

export function hasClass(element: Element, name: string): boolean {
  return (element.attribs['class'] ?? '').split(/\s+/).includes(name);
}

/** The one element of this class. */
export function onlyWithClass(node: ParentNode, name: string): Element {
  const [found, ...others] = withClass(node, name);
  if (found === undefined || others.length > 0) {
    throw new Error(`${found === undefined ? 'No' : others.length + 1} elements of class ${name}`);
  }
  return found;
}

/** The values that the elements below `node` have for an attribute. */
export function attributes(node: ParentNode, name: string): string[] {
  return elements(node).flatMap(({ attribs }) => attribs[name] ?? []);
}

/** What `<meta name>` or `<meta property>` says. */
export function metaContent(page: ParentNode, name: string): string | undefined {
  return elements(page, 'meta').find(({ attribs }) =>
    [attribs['name'], attribs['property'], attribs['http-equiv']].includes(name),
  )?.attribs['content'];
}

/** The address of `<link rel>`. */
export function linkTarget(page: ParentNode, rel: string): string | undefined {
  return elements(page, 'link').find(({ attribs }) => attribs['rel'] === rel)?.attribs['href'];
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i img input ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** The text of a node, with a space wherever a browser begins a new line or cell. */
export function textOf(node: ParentNode): string {
  return node.children
    .map((child) => {
      if (isText(child)) return child.data;
      if (!isTag(child)) return '';
      return INLINE.has(child.name) ? textOf(child) : ` ${textOf(child)} `;
    })
    .join('');
}

/** Whether it is a script that browsers do not run: structured data, or markup for another script. */
export function isDataBlock({ name, attribs }: Element): boolean {
  const { type = '' } = attribs;
  return name === 'script' && ['application/ld+json', 'text/html'].includes(type);
}

/** The text on one line. */
export function lineOf(node: ParentNode): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

/** Words and numbers, as the corpus counts them. */
export function tokensOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

export function isHeading({ name }: Element): boolean {
  return /^h[1-6]$/.test(name);
}
