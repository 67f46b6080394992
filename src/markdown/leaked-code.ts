/** Folds away the stylesheets and scripts that old editors left in the text. */
import { LINE_BREAK, leakedRanges } from '../lib/leaked-code.ts';
import {
  Text,
  createElement,
  elementsOf,
  isInside,
  isTag,
  isText,
  replaceBy,
  setChildren,
  textOf,
  type ChildNode,
  type Element,
  type ParentNode,
} from '../lib/html.ts';

export const LEAKED_CODE_CLASS = 'leaked-code';

/** Blocks that may hold a `details`. */
const HOLDER = /^(?:article|aside|blockquote|dd|div|header|footer|li|section|td)$/;
/** Elements that style a part of a text. */
const STYLING = /^(?:a|b|em|font|i|small|span|strong|u)$/;
/** Others that a line may contain. */
const INLINE =
  /^(?:abbr|audio|cite|code|data|del|dfn|iframe|img|input|ins|kbd|mark|q|ruby|s|samp|sub|sup|time|var|video)$/;
/** What stands for them. */
const OTHER = '\ufffc';

/**
 * Each passage becomes a closed `details` between what is before and behind it.
 * @param label for readers
 * @returns the passages, in the order of the text
 */
export function foldLeakedCode(tree: ParentNode, label: string): string[] {
  const found: string[] = [];
  const fold = (code: readonly ChildNode[]): Element => {
    const folded = createElement('p', [createElement('code', code)]);
    found.push(textOf(folded));
    const summary = createElement('summary', [new Text(label)]);
    return createElement('details', [summary, folded], { class: LEAKED_CODE_CLASS });
  };
  for (const element of elementsOf(tree)) {
    if (isInside(element, 'a') || isInside(element, 'summary')) continue;
    if (element.name === 'p') {
      const pieces = piecesOf(element.children, fold);
      if (pieces === undefined) continue;
      const paragraph = (nodes: readonly ChildNode[]): Element =>
        createElement('p', nodes, element.attribs);
      replaceBy(
        element,
        pieces.map((piece) => (Array.isArray(piece) ? paragraph(piece) : piece)),
      );
    } else if (HOLDER.test(element.name)) foldIn(element, fold);
  }
  foldIn(tree, fold);
  return found;
}

type Fold = (code: readonly ChildNode[]) => Element;
/** A passage, or nodes beside it. */
type Piece = Element | ChildNode[];

function foldIn(parent: ParentNode, fold: Fold): void {
  const pieces = piecesOf(parent.children, fold);
  if (pieces !== undefined) setChildren(parent, pieces.flat());
}

/** Passages and the nodes between them; `undefined` if there is no passage. */
function piecesOf(nodes: readonly ChildNode[], fold: Fold): Piece[] | undefined {
  const text = nodes.map(plainText).join('');
  const ranges = leakedRanges(text);
  if (ranges.length === 0) return undefined;
  let done = 0;
  const pieces: Piece[] = [];
  for (const { start, end } of ranges) {
    pieces.push(slice(nodes, done, start), fold(slice(nodes, start, end)));
    done = end + (/^[^\S\u2028]*/.exec(text.slice(end))?.[0].length ?? 0);
  }
  return [...pieces, slice(nodes, done, Infinity)];
}

function plainText(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node)) return '';
  if (node.name === 'br') return LINE_BREAK;
  if (STYLING.test(node.name)) return node.children.map(plainText).join('');
  return INLINE.test(node.name) ? OTHER : LINE_BREAK + OTHER + LINE_BREAK;
}

/** The nodes with the characters from `start` to `end` of their plain text. */
function slice(nodes: readonly ChildNode[], start: number, end: number): ChildNode[] {
  let offset = 0;
  return nodes.flatMap((node) => {
    const { length } = plainText(node);
    const from = Math.max(0, start - offset);
    const to = Math.min(length, end - offset);
    offset += length;
    if (length === 0) return offset >= start && offset < end ? [node] : [];
    if (from >= to) return [];
    if (from === 0 && to === length) return [node];
    if (isText(node)) return [new Text(node.data.slice(from, to))];
    return isTag(node)
      ? [createElement(node.name, slice(node.children, from, to), node.attribs)]
      : [];
  });
}
