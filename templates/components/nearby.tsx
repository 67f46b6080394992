/** Where the 404 page's script shows similar pages; empty without JavaScript. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';
import { ForScript } from './for-script.tsx';

export function Nearby({ site: { facts, words, fixed } }: { site: Site }): VNode {
  const { notFoundPage } = words;
  return (
    <div class="nearby" aria-live="polite" data-index={fixed.notFoundIndex.url}>
      <ForScript name="moved">
        <h2>{notFoundPage.moved}</h2>
        <p>{notFoundPage.movedText}</p>
      </ForScript>
      <ForScript name="similar">
        <h2>{notFoundPage.similar}</h2>
        <p>{notFoundPage.similarText}</p>
      </ForScript>
      <script type="module" src={fileUrl(facts, '/js/not-found.js')} />
    </div>
  );
}
