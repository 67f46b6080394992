/** Search form and results, shown by `search-panel.js`; the search dialog reuses it from the search page. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { ForScript } from './for-script.tsx';
import { PostIndex } from './post-index.tsx';
import { SearchStart } from './search-start.tsx';

/** Number of posts shown before anything is typed. */
const NEWEST = 8;

export function SearchPanel({ site }: { readonly site: Site }): VNode | null {
  const { words: ui, search, posts } = site;
  if (search === undefined) return null;
  const { search: words, lang } = ui;
  const filters = Object.entries(words.filters).filter(
    ([name]) => name !== 'series' || site.series.length > 0,
  );
  return (
    <div
      class="search"
      data-folder={search.folder.url}
      data-languages={search.languages.join(' ')}
      data-spelling={JSON.stringify(search.spelling)}
      data-word-files={search.wordFiles}
      data-pictures={search.pictures.length > 0 ? '' : undefined}
      data-results={JSON.stringify(words.results.forms)}
      data-none={words.none}
      data-failed={words.failed}
      {...lang}
    >
      <ForScript name="search">
        <search>
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
            {filters.map(([name, { label, all }]) => (
              <select name={name} aria-label={label} autocomplete="off" hidden>
                <option value="">{all}</option>
              </select>
            ))}
          </div>
          <SearchStart words={words} />
          <output />
          <p class="search-suggestion" aria-live="polite">
            <span hidden>
              {words.didYouMean(
                <button type="button" dir="auto">
                  &hellip;
                </button>,
              )}
            </span>
          </p>
          <ol class="search-results" />
          <button type="button" class="search-more" hidden>
            {words.more}
          </button>
        </search>
      </ForScript>
      {posts.length > 0 && (
        <section class="search-newest">
          <h2>{ui.newestPosts}</h2>
          <PostIndex site={site} posts={posts.slice(0, NEWEST)} heading="h3" dates="date" />
        </section>
      )}
    </div>
  );
}
