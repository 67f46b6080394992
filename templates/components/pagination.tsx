/** Pagination of the home page; renders nothing for a single page. */
import type { VNode } from 'preact';
import type { HomePage, Words } from '../../src/site/model.ts';

interface PaginationProps {
  readonly words: Words;
  readonly homePage: HomePage;
}

export function Pagination({ words, homePage }: PaginationProps): VNode | null {
  const { count, newer, older, numbers } = homePage;
  if (count < 2) return null;
  return (
    <nav class="pagination" aria-label={words.pages} {...words.lang}>
      {newer && (
        <a class="newer" href={newer.url} rel="prev">
          {newer.text}
        </a>
      )}
      <ul>
        {numbers.map((page) =>
          page === 'gap' ? (
            <li>…</li>
          ) : (
            <li>
              <a
                href={page.url}
                aria-label={words.pageOf(words.number(page.number), words.number(count))}
                aria-current={page.isCurrent ? 'page' : undefined}
              >
                {words.number(page.number)}
              </a>
            </li>
          ),
        )}
      </ul>
      {older && (
        <a class="older" href={older.url} rel="next">
          {older.text}
        </a>
      )}
    </nav>
  );
}
