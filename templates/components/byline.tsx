/** The authors of a post; renders nothing for an anonymous one. */
import type { VNode } from 'preact';
import type { Byline as Author, Words } from '../../src/site/model.ts';

interface BylineProps {
  readonly words: Words;
  readonly authors: readonly Author[];
}

export function Byline({ words, authors }: BylineProps): VNode | null {
  if (authors.length === 0) return null;
  return (
    <p class="byline">
      {words.byline(
        words.list(
          authors.map(({ name, url }) => (
            <a class="p-author h-card" href={url} rel="author">
              {name}
            </a>
          )),
        ),
      )}
    </p>
  );
}
