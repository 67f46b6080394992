/** Publication date of a post. */
import type { VNode } from 'preact';
import type { PostDate } from '../../src/lib/dates.ts';

export function PublishedDate({ date }: { date: PostDate }): VNode {
  return (
    <time class="dt-published" datetime={date.iso}>
      {date.text}
    </time>
  );
}
