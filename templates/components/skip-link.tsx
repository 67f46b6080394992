/** Lets keyboard users skip the header. On a line of its own, where text browsers show it. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

export function SkipLink({ words }: { words: Words }): VNode {
  return (
    <div>
      <a class="skip-link" href="#main" {...words.lang}>
        {words.skipToContent}
      </a>
    </div>
  );
}
