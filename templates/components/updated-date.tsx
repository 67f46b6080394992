/** The day a post was last changed. */
import type { VNode } from 'preact';
import type { PostDate } from '../../src/dates.ts';

export function UpdatedDate({ date }: { date: PostDate }): VNode {
  return (
    <p>
      Updated{' '}
      <time class="dt-updated" datetime={date.iso}>
        {date.text}
      </time>
    </p>
  );
}
