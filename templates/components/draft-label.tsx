/** Marks a post that the published site does not have. */
import type { VNode } from 'preact';

export function DraftLabel(): VNode {
  return (
    <p>
      <strong class="draft-label">Draft</strong>
    </p>
  );
}
