/** Keeps addresses of players that were text or links from becoming players, as they do alone in a paragraph. */
import type { Paragraph, Parents, Root } from 'mdast';
import { isPlayerAddress } from '../../markdown/embeds/player-addresses.ts';

declare module 'mdast' {
  interface LinkData {
    /** Whether it is written as `[text](address)`, even if both are the same. */
    isExplicit?: boolean;
  }
}

export function keepLoneAddresses(root: Root): void {
  const visit = (parent: Parents): void => {
    for (const child of parent.children) {
      if (child.type === 'paragraph') keepAddress(child);
      else if (child.type === 'blockquote') visit(child);
    }
  };
  visit(root);
}

/** A bare address, without the signs that cannot be its last one. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S*[^\s?!.,:;*_'"~()]$/i;

function keepAddress(paragraph: Paragraph): void {
  const [only, ...others] = paragraph.children;
  if (only === undefined || others.length > 0) return;
  if (only.type === 'link') {
    if (isPlayerAddress(only.url)) only.data = { isExplicit: true };
  } else if (only.type === 'text' && ADDRESS.test(only.value)) {
    const url = only.value.replace(/^www\./i, 'http://$&');
    if (isPlayerAddress(url))
      paragraph.children = [{ type: 'link', url, children: [only], data: { isExplicit: true } }];
  }
}
