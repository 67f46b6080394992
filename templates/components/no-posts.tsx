/** Message of an empty list. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

export function NoPosts({ words }: { words: Words }): VNode {
  return <p {...words.lang}>{words.noPosts}</p>;
}
