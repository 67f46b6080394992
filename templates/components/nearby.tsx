/** Where the 404 page's script shows similar pages; empty without JavaScript. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';

export function Nearby({ site: { facts, words, fixed } }: { site: Site }): VNode {
  const { notFoundPage } = words;
  return (
    <div class="nearby" aria-live="polite" data-index={fixed.notFoundIndex.url}>
      <template class="moved">
        <h2>{notFoundPage.moved}</h2>
        <p>{notFoundPage.movedText}</p>
      </template>
      <template class="similar">
        <h2>{notFoundPage.similar}</h2>
        <p>{notFoundPage.similarText}</p>
      </template>
      <script type="module" src={fileUrl(facts, '/js/not-found.js')} />
    </div>
  );
}
