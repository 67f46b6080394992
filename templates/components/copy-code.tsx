/** The copy button that `copy.js` adds to each code block. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { CopyScript } from './copy-script.tsx';

export function CopyCode({ site }: { site: Site }): VNode {
  const words = site.words.feedAddress;
  return (
    <>
      <template class="copy-code">
        <button type="button">
          {words.copy}
          <span class="sr-only">{words.copyWhat(words.snippet)}</span>
        </button>
        <output data-done={words.copied} data-failed={words.selected} />
      </template>
      <CopyScript site={site} />
    </>
  );
}
