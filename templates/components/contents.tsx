/** Table of contents, folded where there is no margin for it; renders nothing for a short post. */
import type { VNode } from 'preact';
import type { ContentsItem, LangAttributes, Words } from '../../src/site/model.ts';
import { ContentsList } from './contents-list.tsx';

interface ContentsProps {
  readonly words: Words;
  readonly items: readonly ContentsItem[];
  /** Set when the post's language differs from the site's. */
  readonly lang: LangAttributes;
}

export function Contents({ words, items, lang }: ContentsProps): VNode | null {
  if (items.length === 0) return null;
  return (
    <div class="contents">
      <nav aria-label={words.contents}>
        <details>
          <summary {...lang}>{words.contents}</summary>
          <ContentsList items={items} />
        </details>
      </nav>
    </div>
  );
}
