/** Date of a post's last change. */
import type { VNode } from 'preact';
import type { PostDate, Words } from '../../src/site/model.ts';

export function UpdatedDate({ words, date }: { words: Words; date: PostDate }): VNode {
  return (
    <p>
      {words.updated(
        <time class="dt-updated" datetime={date.iso}>
          {date.text}
        </time>,
      )}
    </p>
  );
}
