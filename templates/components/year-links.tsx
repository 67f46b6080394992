/** Links to the years of the archive, which open them; renders nothing for a few years. */
import type { VNode } from 'preact';
import type { Words, Year } from '../../src/site/model.ts';

/** So many years are seen without links. */
const FEW = 5;

interface YearLinksProps {
  readonly words: Words;
  readonly years: readonly Year[];
}

export function YearLinks({ words, years }: YearLinksProps): VNode | null {
  if (years.length <= FEW) return null;
  return (
    <nav class="year-links" aria-label={words.archive}>
      <ul>
        {years.map(({ title, anchor }) => (
          <li>
            <a href={`#${anchor}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
