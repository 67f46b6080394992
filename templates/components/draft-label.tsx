/** Label of a draft or a scheduled post. */
import type { VNode } from 'preact';
import type { PostSummary, Words } from '../../src/site/model.ts';

interface DraftLabelProps {
  readonly words: Words;
  /** Absent for a page, which cannot be scheduled. */
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
