/** Lines of code as elements, with their numbers, marks and signs. */
import { Text, createElement, type ChildNode } from '../../lib/html.ts';
import type { Mark } from './options.ts';

export interface LineStyle {
  readonly firstNumber: number | undefined;
  readonly marks: ReadonlyMap<number, Mark>;
  /** Of each line; empty without a `diff`. */
  readonly signs: readonly string[];
}

/** Whether lines need elements of their own. */
export function isStyled({ firstNumber, marks, signs }: LineStyle): boolean {
  return firstNumber !== undefined || marks.size > 0 || signs.length > 0;
}

/** @param lines the nodes of each, without line breaks */
export function plainLines(lines: readonly (readonly ChildNode[])[]): ChildNode[] {
  return lines.flatMap((line) => [...line, new Text('\n')]);
}

/** One element per line, with its line break, since each is a block. */
export function styledLines(
  lines: readonly (readonly ChildNode[])[],
  { firstNumber, marks, signs }: LineStyle,
): ChildNode[] {
  return lines.map((line, index) => {
    const sign = signs[index];
    const nodes = [
      ...(sign === undefined ? [] : [createElement('span', [new Text(sign)], { class: 'sign' })]),
      ...line,
      new Text('\n'),
    ];
    return createElement(marks.get(index + 1) ?? 'span', nodes, {
      class: 'line',
      ...(firstNumber !== undefined && { 'data-line': String(firstNumber + index) }),
    });
  });
}
