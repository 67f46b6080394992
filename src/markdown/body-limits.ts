/** Finds bodies that are larger than the limits allow, before the passes that would take long. */
import {
  elementsOf,
  isTag,
  textOf,
  type Document,
  type Element,
  type ParentNode,
} from '../lib/html.ts';
import { limitOf, overLimit, raiseHint, type LimitName, type OwnLimits } from '../lib/limits.ts';
import type { Problem } from '../lib/problem.ts';

type Counted = 'headings' | 'links' | 'footnotes' | 'tableCells';

/** Longer texts are not looked for in the source. */
const MAX_NEAR = 100;

/** @returns one problem for each limit, at the first thing beyond it */
export function checkBodyLimits(tree: Document, file: string, own?: OwnLimits): Problem[] {
  if (isTooNested(tree, limitOf('depth', own))) return [tooNested(file, own)];
  const elements = elementsOf(tree);
  const counts = new Map<Counted, Element[]>();
  for (const element of elements) {
    const kind = kindOf(element);
    if (kind === undefined) continue;
    const found = counts.get(kind);
    if (found === undefined) counts.set(kind, [element]);
    else found.push(element);
  }
  const problem = (name: LimitName, found: number, near: string): Problem[] => {
    const over = overLimit(name, found, 'The text', own);
    if (over === undefined) return [];
    const place = near === '' || near.length > MAX_NEAR ? { bodyLine: 1 } : { near };
    return [{ severity: 'error', file, ...place, ...over }];
  };
  return [
    ...problem('elements', elements.length, ''),
    ...[...counts].flatMap(([name, found]) =>
      problem(name, found.length, nearOf(found[limitOf(name, own)])),
    ),
  ];
}

function kindOf({ name, attribs }: Element): Counted | undefined {
  if (name === 'a') return attribs['data-footnote-ref'] === undefined ? 'links' : 'footnotes';
  if (name === 'td' || name === 'th') return 'tableCells';
  return /^h[1-6]$/.test(name) ? 'headings' : undefined;
}

/** Text that marks the place in the source. */
function nearOf(element: Element | undefined): string {
  if (element === undefined) return '';
  const address = element.attribs['href'] ?? '';
  if (kindOf(element) === 'footnotes') return address.replace(/^#footnote-(.*)$/s, '[^$1]');
  return address || textOf(element).trim();
}

/** Text is a level below its element. */
function isTooNested(node: ParentNode, levels: number): boolean {
  if (levels === 0) return true;
  return node.children.some((child) => isTag(child) && isTooNested(child, levels - 1));
}

export function tooNested(file: string, own?: OwnLimits): Problem {
  const limit = limitOf('depth', own);
  return {
    severity: 'error',
    code: 'body-too-nested',
    file,
    message: `The text is nested more than ${limit} levels deep, which is too deep to render.`,
    hint: raiseHint('depth', 2 * limit),
  };
}
