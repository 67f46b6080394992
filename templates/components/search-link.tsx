/** Link to the search page; `search.js` makes it open the search dialog. */
import type { VNode } from 'preact';
import type { PageAddress, Site } from '../../src/site/model.ts';

interface SearchLinkProps {
  readonly site: Site;
  readonly address: PageAddress;
}

export function SearchLink({ site, address }: SearchLinkProps): VNode {
  const { search } = site.fixed;
  return (
    <a
      class="search-link"
      href={search.url}
      aria-keyshortcuts="/ Control+K Meta+K"
      aria-current={address.url === search.url ? 'page' : undefined}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">
          <circle cx="10.5" cy="10.5" r="6.5" />
          <path d="m15.5 15.5 5 5" />
        </g>
      </svg>
      <span class="sr-only" {...site.words.lang}>
        {site.words.search.title}
      </span>
    </a>
  );
}
