/** Joins what belongs together in a line: breaks, texts, equal elements. */
import { copyOf, h, isBlank, isElement, isText, text, textOf, type Node } from './tree.ts';

/** Stands for two or more breaks in a row. */
const PARAGRAPH_BREAK = 'x-paragraph';

export function isParagraphBreak(node: Node): boolean {
  return isElement(node, PARAGRAPH_BREAK);
}

/** A blank or a break. */
export function isGap(node: Node): boolean {
  return isBlank(node) || isElement(node, 'br');
}

/** Makes two or more breaks in a row a paragraph break. */
export function mergeBreaks(pieces: readonly Node[]): Node[] {
  const merged: Node[] = [];
  let gap: Node[] = [];
  const endGap = (): void => {
    const breaks = gap.filter((node) => isElement(node, 'br')).length;
    if (breaks > 1 || gap.some(isParagraphBreak)) merged.push(h(PARAGRAPH_BREAK, []));
    else for (const node of gap) merged.push(node);
    gap = [];
  };
  for (const piece of pieces) {
    if (isGap(piece) || isParagraphBreak(piece)) gap.push(piece);
    else {
      endGap();
      merged.push(piece);
    }
  }
  endGap();
  return merged;
}

const MERGED = /^(?:strong|em|del|code|u|sub|sup|mark|kbd|ins|small)$/;

/** Joins texts, and equal elements side by side. */
export function mergeSiblings(pieces: readonly Node[]): Node[] {
  const merged: Node[] = [];
  for (let start = 0; start < pieces.length;) {
    const first = pieces[start];
    if (first === undefined) break;
    let end = start + 1;
    while (isAlike(first, pieces[end])) end++;
    const run = pieces.slice(start, end);
    start = end;
    if (run.length === 1) merged.push(first);
    else if (isElement(first)) {
      const children = run.flatMap((node) => (isElement(node) ? node.children : []));
      merged.push(copyOf(first, mergeSiblings(children)));
    } else merged.push(text(run.map(textOf).join('')));
  }
  return merged;
}

function isAlike(first: Node, next: Node | undefined): boolean {
  if (isText(first)) return isText(next);
  return isElement(first) && MERGED.test(first.tagName) && isElement(next, first.tagName);
}
