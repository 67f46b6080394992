/** Search form and results, shown by `search-panel.js`; the search dialog reuses it from the search page. */
import type { VNode } from 'preact';
import type { Search, Words } from '../../src/site/model.ts';

interface SearchPanelProps {
  readonly words: Words;
  readonly search: Search;
}

export function SearchPanel({ words: { search: words, lang }, search }: SearchPanelProps): VNode {
  return (
    <search
      class="search"
      hidden
      data-folder={search.folder.url}
      data-languages={search.languages.join(' ')}
      data-results={JSON.stringify(words.results.forms)}
      data-none={words.none}
      data-failed={words.failed}
      {...lang}
    >
      <div class="search-field">
        <input
          type="search"
          aria-label={words.field}
          placeholder={words.field}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
        />
        <button type="button" class="search-close" hidden>
          {words.close}
        </button>
      </div>
      <div class="search-filters">
        {Object.entries(words.filters).map(([name, { label, all }]) => (
          <select name={name} aria-label={label} autocomplete="off" hidden>
            <option value="">{all}</option>
          </select>
        ))}
      </div>
      <output />
      <ol />
      <button type="button" class="search-more" hidden>
        {words.more}
      </button>
    </search>
  );
}
