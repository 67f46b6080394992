/** Escaping, parsing and serialising of HTML. The only importer of htmlparser2. */
import {
  Element,
  Text,
  isTag,
  isText,
  type AnyNode,
  type Document,
  type ParentNode,
} from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';

export { Element, Text, isTag, isText };
export type { AnyNode, Document, ParentNode };

/** A tree that can be walked and changed; `serializeHtml` turns it back. */
export function parseHtml(html: string): Document {
  return parseDocument(html);
}

/** The tree as HTML, with only the characters escaped that HTML requires. */
export function serializeHtml(node: ParentNode): string {
  return DomUtils.getInnerHTML(node, { encodeEntities: 'utf8' });
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

/** Puts `wrapper` in the place of `node`, and `node` inside it. */
export function wrap(node: Element, wrapper: Element): void {
  DomUtils.replaceElement(node, wrapper);
  DomUtils.appendChild(wrapper, node);
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
export function append(parent: Element, child: AnyNode): void {
  DomUtils.appendChild(parent, child);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Character references resolved once: `Members&#39;` becomes `Members'`. Tags stay as text. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return textOf(parseDocument(text.replaceAll('<', '&lt;')));
}
