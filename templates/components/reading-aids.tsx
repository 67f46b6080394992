/** The script of reading aids, and where it confirms what was copied. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';

export function ReadingAids({ site: { words, facts } }: { site: Site }): VNode {
  return (
    <>
      <output class="toast" data-copied={words.share.copied} />
      <script type="module" src={fileUrl(facts, '/js/reading.js')} />
    </>
  );
}
