/** Pagination of a list; renders nothing for a single page. */
import type { VNode } from 'preact';
import type { Paginated, Words } from '../../src/site/model.ts';

interface PaginationProps {
  readonly words: Words;
  readonly page: Paginated;
}

export function Pagination({ words, page }: PaginationProps): VNode | null {
  const { count, newer, older, numbers } = page;
  if (count < 2) return null;
  return (
    <nav class="pagination" aria-label={words.pages} {...words.lang}>
      {newer && (
        <a class="newer" href={newer.url} rel="prev">
          {newer.text}
        </a>
      )}
      <ul>
        {numbers.map((other) =>
          other === 'gap' ? (
            <li>…</li>
          ) : (
            <li>
              <a
                href={other.url}
                aria-label={words.pageOf(words.number(other.number), words.number(count))}
                aria-current={other.isCurrent ? 'page' : undefined}
              >
                {words.number(other.number)}
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
