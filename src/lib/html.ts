/** Parses, edits and serializes HTML. The only importer of domhandler. */
import {
  Comment,
  Document,
  Element,
  Text,
  isComment,
  isTag,
  isText,
  type AnyNode,
  type ChildNode,
  type ParentNode,
} from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import { escapeAttribute, escapeText } from './escape.ts';
import { ownValue } from './own-value.ts';

export { Comment, Document, Element, Text, isComment, isTag, isText };
export type { AnyNode, ChildNode, ParentNode };
export { escapeAttribute, escapeHtml, escapeText } from './escape.ts';

/** Parses any HTML into a mutable tree. */
export function parseHtml(html: string): Document {
  return parseDocument(html);
}

export const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source'],
  ...['track', 'wbr'],
]);

/** Inner HTML of `node`: text and elements only, with minimal escaping. */
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

/** Text content. */
export function textOf(node: AnyNode | AnyNode[]): string {
  return DomUtils.textContent(node);
}

/** All elements below `node` in document order. The array is safe to iterate while editing. */
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

/** Whether `node` has an ancestor with this name. */
export function isInside(node: Element, name: string): boolean {
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (isTag(parent) && parent.name === name) return true;
  }
  return false;
}

/** Wraps `node` in `wrapper`. */
export function wrap(node: Element, wrapper: Element): void {
  DomUtils.replaceElement(node, wrapper);
  DomUtils.appendChild(wrapper, node);
}

export function replaceByText(node: Element, text: string): void {
  DomUtils.replaceElement(node, new Text(text));
}

export function replaceBy(node: Element, replacements: readonly ChildNode[]): void {
  const { parent, prev, next } = node;
  for (const replacement of replacements) {
    if (replacement.parent !== node) DomUtils.removeElement(replacement);
    replacement.parent = parent;
  }
  // At once, since a parent may have thousands of children.
  if (parent !== null) parent.children.splice(parent.children.indexOf(node), 1, ...replacements);
  let last = prev;
  for (const following of [...replacements, next]) {
    if (last !== null) last.next = following;
    if (following !== null) following.prev = last;
    last = following;
  }
  node.parent = node.prev = node.next = null;
}

export function insertAfter(node: Element, next: Element): void {
  DomUtils.append(node, next);
}

export function insertBefore(node: Element, previous: ChildNode): void {
  DomUtils.prepend(node, previous);
}

/** Replaces `node` with its children. */
export function unwrap(node: Element): void {
  replaceBy(node, node.children);
}

export function remove(node: AnyNode): void {
  DomUtils.removeElement(node);
}

/** Removes many nodes in linear time, also if they are in one parent. */
export function removeAll(nodes: readonly ChildNode[]): void {
  const removed = new Set(nodes);
  for (const parent of new Set(nodes.map((node) => node.parent))) {
    if (parent === null) continue;
    const { children } = parent;
    setChildren(
      parent,
      children.filter((child) => !removed.has(child)),
    );
  }
  for (const node of removed) node.parent = node.prev = node.next = null;
}

export function createElement(
  name: string,
  children: readonly ChildNode[],
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const element = new Element(name, { ...attributes });
  setChildren(element, children);
  return element;
}

export function append(parent: ParentNode, child: ChildNode): void {
  const previous = parent.children.at(-1) ?? null;
  if (previous !== null) previous.next = child;
  child.prev = previous;
  child.next = null;
  child.parent = parent;
  parent.children.push(child);
}

/** Replaces the children of `node`, in linear time. */
export function setChildren(node: ParentNode, children: readonly ChildNode[]): void {
  node.children = [];
  for (const child of children) append(node, child);
}

export function setText(node: Element, text: string): void {
  node.children = [];
  append(node, new Text(text));
}

const COMMON_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** Decodes HTML entities once: `Members&#39;` becomes `Members'`. Keeps tags as text. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) {
    return textOf(parseDocument(text.replaceAll('<', '&lt;')));
  }
  return text.replace(
    /&([a-z0-9#]+);/g,
    (entity, name: string) => ownValue(COMMON_ENTITIES, name) ?? entity,
  );
}
