/** Parses HTML into a tree that is shallow enough for every step after it, and for Perennial. */
import type { Root } from 'hast';
import {
  VOID_ELEMENTS,
  escapeHtml,
  isTag,
  isText,
  parseHtml as parseLoosely,
  startTag,
  type ChildNode,
} from '../../lib/html.ts';
import { parseHtml } from './parse-html.ts';
import type { Parent } from './tree.ts';

/** Levels of elements; nobody writes as many. */
const MAX_DEPTH = 200;

export interface ShallowTree {
  readonly root: Root;
  /** Whether elements were left out that were nested too deeply; what they held stays. */
  readonly isCut: boolean;
}

export function parseShallow(html: string): ShallowTree {
  try {
    const root = parseHtml(html);
    if (!isDeep(root)) return { root, isCut: false };
  } catch (error) {
    // Thousands of levels overflow the stack.
    if (!(error instanceof RangeError)) throw error;
  }
  return { root: parseHtml(shallowHtml(html)), isCut: true };
}

/** Not recursive, as the function below. */
function isDeep(root: Root): boolean {
  const open: { readonly node: Parent; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const depth = place.depth + 1;
    if (depth > MAX_DEPTH) return true;
    for (const child of place.node.children)
      if (child.type === 'element') open.push({ node: child, depth });
  }
  return false;
}

/** They only restyle what they hold, or put it on lines of its own. */
const PLAIN = /^(?:font|span|big|center|div|section|article)$/;

/** Without plain elements, and without tags below the deepest level. */
function shallowHtml(html: string): string {
  const parts: string[] = [];
  const open: (string | { readonly node: ChildNode; readonly depth: number })[] = parseLoosely(html)
    .children.map((node) => ({ node, depth: 1 }))
    .toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') {
      parts.push(next);
      continue;
    }
    const { node, depth } = next;
    if (isText(node)) parts.push(escapeHtml(node.data));
    if (!isTag(node) || node.name === 'script' || node.name === 'style') continue;
    const isVoid = VOID_ELEMENTS.has(node.name);
    const isPlain = PLAIN.test(node.name);
    const isKept = isVoid || (depth < MAX_DEPTH && !isPlain);
    if (isKept) parts.push(startTag(node.name, node.attribs));
    if (isKept && !isVoid) open.push(`</${node.name}>`);
    for (const child of node.children.toReversed())
      open.push({ node: child, depth: depth + (isPlain ? 0 : 1) });
  }
  return parts.join('');
}
