/** Finds bodies that are larger than the limits allow, before the passes that would take long. */
import {
  elementsOf,
  isTag,
  isText,
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
  const deep = tooDeep(tree, limitOf('depth', own));
  if (deep !== undefined) return [tooNested(file, placeOf(ownText(deep)), own)];
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
    return [{ severity: 'error', file, ...placeOf(near), ...over }];
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

type Place = Pick<Problem, 'near' | 'bodyLine'>;

function placeOf(near: string): Place {
  return near === '' || near.length > MAX_NEAR ? { bodyLine: 1 } : { near };
}

/** The first element with more than so many levels; text is a level below its element. */
function tooDeep(node: ParentNode, levels: number): ParentNode | undefined {
  if (levels === 0) return node;
  for (const child of node.children) {
    const deep = isTag(child) ? tooDeep(child, levels - 1) : undefined;
    if (deep !== undefined) return deep;
  }
  return undefined;
}

/** Not that of the elements in it, which may be too deep to look into. */
function ownText({ children }: ParentNode): string {
  return children
    .map((child) => (isText(child) ? child.data : ''))
    .join('')
    .trim();
}

export function tooNested(file: string, place: Place, own?: OwnLimits): Problem {
  const limit = limitOf('depth', own);
  return {
    severity: 'error',
    code: 'body-too-nested',
    file,
    ...place,
    message: `The text is nested more than ${limit} levels deep, which is too deep to render.`,
    hint: raiseHint('depth', 2 * limit),
  };
}
