/**
 * Flattens what stands between two blocks: inline elements hold neither blocks nor paragraph breaks,
 * and neither start nor end with blanks or breaks.
 */
import type { Element } from 'hast';
import { NOT_IN_CODE, inlineNames } from './inline.ts';
import { isGap, isParagraphBreak, mergeBreaks, mergeSiblings } from './merge.ts';
import { attribute, copyOf, h, isBlock, isElement, isText, text, type Node } from './tree.ts';

/** Whether a node ends the line that it is in. */
export function endsLine(node: Node): boolean {
  return (
    isBlock(node) ||
    isElement(node, 'li', 'dt', 'dd') ||
    isParagraphBreak(node) ||
    node.type === 'comment'
  );
}

/** Elements without content that stay as they are. */
const LEAVES = /^(?:img|br|input|x-paragraph|footnote-mark)$/;

const NONE: ReadonlySet<string> = new Set();

/**
 * The pieces of a line.
 * @param around names of elements around it, which say nothing new inside themselves
 */
export function piecesOf(nodes: readonly Node[], around = NONE): Node[] {
  const pieces: Node[] = [];
  for (const node of nodes) {
    if (isText(node)) pieces.push(text(node.value.replace(/[\t\n\f\r ]+/g, ' ')));
    else if (isElement(node) && !endsLine(node) && !LEAVES.test(node.tagName)) {
      for (const piece of inlinePieces(node, around)) pieces.push(piece);
    } else if (node.type !== 'doctype') pieces.push(node);
  }
  return mergeSiblings(mergeBreaks(pieces));
}

function inlinePieces(element: Element, around: ReadonlySet<string>): Node[] {
  const names = inlineNames(element).filter((name) => !around.has(name));
  const inside = names.includes('code') ? NOT_IN_CODE : names;
  let pieces = piecesOf(
    element.children,
    names.length === 0 ? around : new Set([...around, ...inside]),
  );
  for (const name of names.toReversed())
    pieces = wrapLines(h(name, [], element.properties), pieces);
  const id = anchorOf(element);
  return id === '' ? pieces : [h('a', [], { id }), ...pieces];
}

/** Id that a link may lead to, of an element that does not stay itself. */
function anchorOf(element: Element): string {
  const id = attribute(element, 'id');
  return id === '' && element.tagName === 'a' ? attribute(element, 'name') : id;
}

/** Puts each line into a copy of `wrapper`. */
function wrapLines(wrapper: Element, pieces: readonly Node[]): Node[] {
  const isLink = wrapper.tagName === 'a';
  if (isLink && attribute(wrapper, 'href') === '') return [...pieces];
  const isCode = wrapper.tagName === 'code';
  const result: Node[] = [];
  let line: Node[] = [];
  const endLine = (): void => {
    for (const node of wrapLine(wrapper, line)) result.push(node);
    line = [];
  };
  for (const piece of pieces) {
    if (!endsLine(piece) && !(isCode && isElement(piece, 'br'))) line.push(piece);
    else {
      endLine();
      wrapInside(piece, wrapper);
      result.push(piece);
    }
  }
  endLine();
  return result;
}

/** Blanks and breaks at both ends go outside. */
function wrapLine(wrapper: Element, line: readonly Node[]): Node[] {
  const first = line.findIndex((node) => !isGap(node));
  if (first === -1) return [...line];
  const last = line.findLastIndex((node) => !isGap(node));
  const inner = line.slice(first, last + 1);
  const head = inner[0];
  const tail = inner.at(-1);
  const before: Node[] = line.slice(0, first);
  const after: Node[] = line.slice(last + 1);
  if (isText(head)) {
    const trimmed = head.value.trimStart();
    if (trimmed !== head.value) before.push(text(' '));
    inner[0] = text(trimmed);
  }
  const end = inner.at(-1);
  if (isText(tail) && isText(end)) {
    const trimmed = end.value.trimEnd();
    if (trimmed !== end.value) after.unshift(text(' '));
    inner[inner.length - 1] = text(trimmed);
  }
  return [...before, ...wrapContent(wrapper, inner), ...after];
}

function wrapContent(wrapper: Element, inner: readonly Node[]): Node[] {
  const [only] = inner;
  // Emphasis of a picture says nothing.
  if (inner.length === 1 && isElement(only, 'img') && wrapper.tagName !== 'a') return [only];
  return [copyOf(wrapper, inner)];
}

const WITH_PARTS = /^(?:ul|ol|dl|table|thead|tbody|tfoot|tr|details)$/;
const WITHOUT_TEXT = /^(?:hr|iframe|object|embed|video|audio)$/;

/** Puts the text of a block into a copy of `wrapper`. */
function wrapInside(block: Node, wrapper: Element): void {
  if (!isElement(block) || isParagraphBreak(block)) return;
  const { tagName } = block;
  // Code has no emphasis, but may have links.
  if (WITHOUT_TEXT.test(tagName) || (tagName === 'pre' && wrapper.tagName !== 'a')) return;
  if (WITH_PARTS.test(tagName)) for (const part of block.children) wrapInside(part, wrapper);
  else if (tagName !== 'figure') block.children = [copyOf(wrapper, block.children)];
  else
    block.children = block.children.map((part) => {
      if (isElement(part, 'img') && wrapper.tagName === 'a') return copyOf(wrapper, [part]);
      wrapInside(part, wrapper);
      return part;
    });
}

/** Without blanks and breaks at its ends. */
export function trimLine(line: readonly Node[]): Node[] {
  const first = line.findIndex((node) => !isGap(node));
  const last = line.findLastIndex((node) => !isGap(node));
  return first === -1 ? [] : line.slice(first, last + 1);
}
