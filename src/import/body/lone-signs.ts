/** Finds signs that mean nothing in Markdown because there is no second one. */
import type { Nodes, Parents, Root, Text } from 'mdast';

const SIGNS = ['*', '_', '~', '`'] as const;
const LINES = /^(?:paragraph|heading|tableCell)$/;
/** They have marks themselves, or attributes that may hold some. */
const MARKED = /^(?:strong|emphasis|delete|inlineCode|rawTag)$/;

declare module 'mdast' {
  interface TextData {
    /** Signs that its paragraph has once, so that they need no escape. */
    lone?: string;
  }
}

/** Notes them at each text. */
export function findLoneSigns(root: Root): void {
  const visit = (parent: Parents): void => {
    for (const child of parent.children) {
      if (!('children' in child)) continue;
      if (LINES.test(child.type)) addLine(child);
      else visit(child);
    }
  };
  visit(root);
}

function addLine(line: Parents): void {
  const texts: Text[] = [];
  if (!collect(line, texts)) return;
  const all = texts.map(({ value }) => value).join('');
  const alone = SIGNS.filter(
    // Code spans are looked for in the whole row.
    (sign) => !(sign === '`' && line.type === 'tableCell'),
  ).filter((sign) => all.includes(sign) && all.indexOf(sign) === all.lastIndexOf(sign));
  if (alone.length > 0) for (const text of texts) text.data = { lone: alone.join('') };
}

/** @returns false if the line has marks */
function collect(node: Nodes, texts: Text[]): boolean {
  if (MARKED.test(node.type)) return false;
  if (node.type === 'text') texts.push(node);
  return !('children' in node) || node.children.every((child) => collect(child, texts));
}
