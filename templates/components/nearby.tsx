/** Where the script of the error page says what it has found; empty without it. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';

export function Nearby({ site: { facts, fixed } }: { site: Site }): VNode {
  return (
    <div class="nearby" aria-live="polite" data-address-book={fixed.addressBook.url}>
      <template class="moved">
        <h2>The address has changed</h2>
        <p>What you were looking for is here now:</p>
      </template>
      <template class="similar">
        <h2>Perhaps one of these</h2>
        <p>Their names come nearest to the address:</p>
      </template>
      <script type="module" src={`${facts.basePath}/js/not-found.js`} />
    </div>
  );
}
