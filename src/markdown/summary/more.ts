/** The comment `<!--more-->`, which ends the summary in WordPress, Jekyll, Hugo and Hexo. */
import {
  insertBefore,
  isComment,
  isTag,
  isText,
  type ChildNode,
  type ParentNode,
} from '../../lib/html.ts';

/** WordPress has the text of the link after the word. */
const MORE = /^\s*more(?:\s|$)/i;

export function isMore(node: ChildNode): boolean {
  return isComment(node) && MORE.test(node.data);
}

/** Moves each such comment out of paragraphs without other content, which will be removed. */
export function freeMore(parent: ParentNode): void {
  for (const child of [...parent.children]) {
    if (!isTag(child)) continue;
    freeMore(child);
    const marker = child.name === 'p' ? child.children.find(isMore) : undefined;
    const isAlone = child.children.every((node) => node === marker || isBlank(node));
    if (marker !== undefined && isAlone) insertBefore(child, marker);
  }
}

function isBlank(node: ChildNode): boolean {
  return isText(node) && node.data.trim() === '';
}
