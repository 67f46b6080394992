/** Marks what the published site does not have, or not yet. */
import type { VNode } from 'preact';
import type { PostSummary, Words } from '../../src/site/model.ts';

interface DraftLabelProps {
  readonly words: Words;
  /** The post, when it is one; a page has no date to wait for. */
  readonly post?: Pick<PostSummary, 'scheduled' | 'published'>;
}

export function DraftLabel({ words, post }: DraftLabelProps): VNode {
  const text = post?.scheduled === true ? words.scheduled(post.published.text) : words.draft;
  return (
    <p>
      <strong class="draft-label">{text}</strong>
    </p>
  );
}
