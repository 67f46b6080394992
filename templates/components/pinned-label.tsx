/** Label of a post that the home page shows first. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

export function PinnedLabel({ words }: { words: Words }): VNode {
  return (
    <p>
      <strong class="pinned-label">{words.pinned}</strong>
    </p>
  );
}
