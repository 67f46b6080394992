/** Lets keyboard users skip the header. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

export function SkipLink({ words }: { words: Words }): VNode {
  return (
    <a class="skip-link" href="#main" {...words.lang}>
      {words.skipToContent}
    </a>
  );
}
