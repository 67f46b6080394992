/** Replaces obsolete elements, and current ones that have no use in a post. */
import {
  Element,
  createElement,
  isTag,
  isText,
  setChildren,
  unwrap,
  type ChildNode,
  type ParentNode,
} from '../../lib/html.ts';
import { RENAMED_ELEMENTS } from './html-elements.ts';
import { isBareSpan } from '../remove-empty.ts';

/** Renames `element` if posts do not keep it. Its ancestors must be renamed already. */
export function renameObsolete(element: Element): void {
  const name = RENAMED_ELEMENTS.get(element.name);
  if (name === undefined) return;
  if (name === 'div') makeBlock(element);
  else element.name = name;
}

/** Elements whose only children are rows, cells or items. */
const STRUCTURES = /^(?:table|thead|tbody|tfoot|tr|colgroup|ul|ol|dl)$/;

/** Makes `element` a `div`, or text on a line of its own where HTML allows no block. */
export function makeBlock(element: Element): void {
  const { parent } = element;
  if (parent !== null && isTag(parent) && STRUCTURES.test(parent.name)) unwrap(element);
  // `splitParagraphs` takes it out of a paragraph.
  else if (isParagraph(parent) || allowsBlocks(parent)) element.name = 'div';
  else {
    const [before, after] = [breakAt(element, 'prev'), breakAt(element, 'next')];
    element.name = 'span';
    setChildren(element, [...before, ...element.children, ...after]);
  }
}

/** A break, unless the line starts or ends there anyway. */
function breakAt(element: Element, side: 'prev' | 'next'): Element[] {
  for (let node = element[side]; node !== null; node = node[side])
    if (!isText(node) || node.data.trim() !== '') return [new Element('br', {})];
  const { parent } = element;
  const isInline = parent !== null && isTag(parent) && !LINE.test(parent.name);
  return isInline ? breakAt(parent, side) : [];
}

const LINE = /^(?:p|h[1-6]|summary|pre)$/;

const CONTAINERS =
  /^(?:div|section|article|aside|header|footer|blockquote|details|figure|figcaption|address|li|d[dt]|t[dh]|caption)$/;
/** They allow what their parent allows. */
const TRANSPARENT = /^(?:a|ins|del|audio|video)$/;

/** https://html.spec.whatwg.org/multipage/dom.html#flow-content-2 */
function allowsBlocks(parent: ParentNode | null): boolean {
  if (parent === null || !isTag(parent)) return true;
  return TRANSPARENT.test(parent.name) ? allowsBlocks(parent.parent) : CONTAINERS.test(parent.name);
}

const BLOCK =
  /^(?:address|article|aside|blockquote|details|div|dl|figure|footer|h[1-6]|header|hr|ol|p|pre|section|table|ul)$/;

/** Ends each paragraph at a block in it and goes on after the block, as browsers do. */
export function splitParagraphs(parent: ParentNode): void {
  const { children } = parent;
  const split = children.map((child) => {
    if (!isTag(child)) return child;
    splitParagraphs(child);
    return isParagraph(child) ? linesOf(child) : child;
  });
  if (split.some((nodes, index) => nodes !== children[index])) setChildren(parent, split.flat());
}

/** The paragraph itself, or its blocks and a paragraph for each line between them. */
function linesOf(paragraph: Element): ChildNode | ChildNode[] {
  const children = flat(paragraph.children);
  if (!children.some(isBlock)) return paragraph;
  const { id: _id, ...others } = paragraph.attribs;
  const lines: ChildNode[] = [];
  let line: ChildNode[] = [];
  const endLine = (): void => {
    lines.push(createElement('p', line, lines.length === 0 ? paragraph.attribs : others));
    line = [];
  };
  for (const child of children) {
    if (!isBlock(child)) line.push(child);
    else {
      endLine();
      lines.push(child);
    }
  }
  endLine();
  return lines;
}

/** Without `font` and the like around blocks. */
function flat(nodes: readonly ChildNode[]): ChildNode[] {
  return nodes.flatMap((node) => {
    if (!isTag(node) || !isBareSpan(node)) return node;
    const children = flat(node.children);
    return children.some(isBlock) ? children : node;
  });
}

function isParagraph(node: ParentNode | null): node is Element {
  return node !== null && isTag(node) && node.name === 'p';
}

function isBlock(node: ChildNode): boolean {
  return isTag(node) && BLOCK.test(node.name);
}
