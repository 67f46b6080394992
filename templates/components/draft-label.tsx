/** Marks what the published site does not have, or not yet. */
import type { VNode } from 'preact';
import type { PostSummary } from '../../src/site/model.ts';

interface DraftLabelProps {
  /** The post, when it is one; a page has no date to wait for. */
  readonly post?: Pick<PostSummary, 'scheduled' | 'published'>;
}

export function DraftLabel({ post }: DraftLabelProps): VNode {
  const text = post?.scheduled === true ? `Scheduled for ${post.published.text}` : 'Draft';
  return (
    <p>
      <strong class="draft-label">{text}</strong>
    </p>
  );
}
