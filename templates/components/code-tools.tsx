/** The buttons that `copy.js` adds to the header of each code block. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { CopyScript } from './copy-script.tsx';
import { ForScript } from './for-script.tsx';

export function CodeTools({ site }: { site: Site }): VNode {
  const words = site.words.feedAddress;
  return (
    <>
      <ForScript name="code">
        <button type="button" class="wrap" aria-pressed="false" hidden>
          {words.wrap}
        </button>
        <button type="button" class="copy">
          {words.copy}
          <span class="sr-only">{words.copyWhat(words.snippet)}</span>
        </button>
        <output data-done={words.copied} data-failed={words.selected} />
      </ForScript>
      <CopyScript site={site} />
    </>
  );
}
