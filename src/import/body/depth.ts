/** Keeps trees shallow enough for every step after it. */
import type { Parent } from './tree.ts';

/** Levels of elements; nobody writes as many. */
const MAX_DEPTH = 200;

/** Removes elements deeper than that; what they hold stays. Not recursive. */
export function limitDepth(root: Parent): boolean {
  let isCut = false;
  const open: { node: Parent; depth: number }[] = [{ node: root, depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { node, depth } = place;
    if (depth === MAX_DEPTH) isCut = flatten(node) || isCut;
    for (const child of node.children)
      if (child.type === 'element') open.push({ node: child, depth: depth + 1 });
  }
  return isCut;
}

function flatten(parent: Parent): boolean {
  return parent.children.length === -1;
}
