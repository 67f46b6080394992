/**
 * What the search shows until something is looked for: its keys, and recent searches, which the browser
 * remembers if the reader wants. `search-recent.js` shows the latter.
 */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

export function SearchStart({ words }: { readonly words: Words['search'] }): VNode {
  const { keys, recent } = words;
  return (
    <div class="search-start">
      <ul class="search-keys">
        {[keys.open, keys.move, keys.follow, keys.close].map(({ key, does }) => (
          <li>
            <kbd>{key}</kbd> {does}
          </li>
        ))}
      </ul>
      <label hidden>
        <input type="checkbox" autocomplete="off" /> {recent.remember}
      </label>
      <div hidden>
        <ul aria-label={recent.title} />
        <button type="button">{recent.forget}</button>
      </div>
    </div>
  );
}
