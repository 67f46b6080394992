/** The way between the pages of the home page's list; nothing when there is one. */
import type { VNode } from 'preact';
import type { HomePage } from '../../src/site/model.ts';

export function Pagination({ homePage }: { homePage: HomePage }): VNode | null {
  const { number, count, newer, older } = homePage;
  if (count < 2) return null;
  return (
    <nav class="pagination" aria-label="Pages">
      {newer && (
        <a class="newer" href={newer.url} rel="prev">
          Newer posts
        </a>
      )}
      <p>
        Page {number} of {count}
      </p>
      {older && (
        <a class="older" href={older.url} rel="next">
          Older posts
        </a>
      )}
    </nav>
  );
}
