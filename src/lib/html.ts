/** Escaping, parsing and serialising of HTML. The only importer of htmlparser2 and its tree. */
import {
  Document,
  Element,
  Text,
  isTag,
  isText,
  type AnyNode,
  type ChildNode,
  type ParentNode,
} from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';

export { Document, Element, Text, isTag, isText };
export type { AnyNode, ChildNode, ParentNode };

/** Any HTML as a tree that can be walked and changed; `serializeHtml` turns it back. */
export function parseHtml(html: string): Document {
  return parseDocument(html);
}

/** Elements without content, which have no end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source'],
  ...['track', 'wbr'],
]);

/** The tree below `node` as HTML: text and elements, with only the characters escaped that HTML requires. */
export function serializeHtml(node: ParentNode): string {
  let html = '';
  for (const child of node.children) {
    if (isText(child)) html += escapeText(child.data);
    if (!isTag(child)) continue;
    html += startTag(child.name, child.attribs);
    if (!VOID_ELEMENTS.has(child.name)) html += `${serializeHtml(child)}</${child.name}>`;
  }
  return html;
}

export function startTag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  end = '>',
): string {
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes))
    tag += ` ${attribute}="${escapeAttribute(value)}"`;
  return tag + end;
}

/** XML as a tree, elements and attributes with their prefixes and in their letter case. */
export function parseXml(xml: string): Document {
  return parseDocument(xml, { xmlMode: true });
}

/** A node of such a tree, or what is left of it, as XML. */
export function serializeXml(node: ParentNode): string {
  return DomUtils.getOuterHTML(node, { xmlMode: true });
}

/** The text of a node and all below it, as a reader sees it. */
export function textOf(node: AnyNode | AnyNode[]): string {
  return DomUtils.textContent(node);
}

/** Every element below `node` in document order; safe against changes while walking. */
export function elementsOf(node: ParentNode): Element[] {
  const found: Element[] = [];
  const visit = (parent: ParentNode): void => {
    for (const child of parent.children) {
      if (!isTag(child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** Whether an element of this name stands around `node`. */
export function isInside(node: Element, name: string): boolean {
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (isTag(parent) && parent.name === name) return true;
  }
  return false;
}

/** Puts `wrapper` in the place of `node`, and `node` inside it. */
export function wrap(node: Element, wrapper: Element): void {
  DomUtils.replaceElement(node, wrapper);
  DomUtils.appendChild(wrapper, node);
}

/** Puts `text` in the place of `node`. */
export function replaceByText(node: Element, text: string): void {
  DomUtils.replaceElement(node, new Text(text));
}

/** Puts `replacements` in the place of `node`, in their order. */
export function replaceBy(node: Element, replacements: readonly Element[]): void {
  for (const replacement of replacements) DomUtils.prepend(node, replacement);
  DomUtils.removeElement(node);
}

/** Takes `node` out of its tree; its children take its place. */
export function unwrap(node: Element): void {
  for (const child of [...node.children]) DomUtils.prepend(node, child);
  DomUtils.removeElement(node);
}

/** Takes `node` and everything in it out of its tree. */
export function remove(node: AnyNode): void {
  DomUtils.removeElement(node);
}

/** Adds `child` as the last one of `parent`. */
export function append(parent: ParentNode, child: ChildNode): void {
  const previous = parent.children.at(-1) ?? null;
  if (previous !== null) previous.next = child;
  child.prev = previous;
  child.next = null;
  child.parent = parent;
  parent.children.push(child);
}

/** Makes `children` all that `node` holds, in time that grows with their number. */
export function setChildren(node: ParentNode, children: readonly ChildNode[]): void {
  node.children = [];
  for (const child of children) append(node, child);
}

/** Makes `text` all that `node` holds. */
export function setText(node: Element, text: string): void {
  node.children = [];
  append(node, new Text(text));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\u00A0': '&nbsp;',
};

/** Text made safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** As HTML serialises text; most of it has nothing to escape. https://html.spec.whatwg.org/#escapingString */
function escapeText(text: string): string {
  if (!/[&<>\u00A0]/.test(text)) return text;
  return text.replace(/[&<>\u00A0]/g, (character) => ESCAPES[character] ?? character);
}

export function escapeAttribute(text: string): string {
  if (!/[&<>"\u00A0]/.test(text)) return text;
  return text.replace(/[&<>"\u00A0]/g, (character) => ESCAPES[character] ?? character);
}

const COMMON_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** Character references resolved once: `Members&#39;` becomes `Members'`. Tags stay as text. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) {
    return textOf(parseDocument(text.replaceAll('<', '&lt;')));
  }
  return text.replace(/&([a-z0-9#]+);/g, (entity, name: string) => COMMON_ENTITIES[name] ?? entity);
}
