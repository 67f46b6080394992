/** The sections of a long post, folded up; nothing for other posts. */
import type { VNode } from 'preact';
import type { ContentsItem, LangAttributes, Words } from '../../src/site/model.ts';
import { ContentsList } from './contents-list.tsx';

interface ContentsProps {
  readonly words: Words;
  readonly items: readonly ContentsItem[];
  /** Where the post is in another language. */
  readonly lang: LangAttributes;
}

export function Contents({ words, items, lang }: ContentsProps): VNode | null {
  if (items.length === 0) return null;
  return (
    <nav class="contents" aria-label={words.contents}>
      <details>
        <summary {...lang}>{words.contents}</summary>
        <ContentsList items={items} />
      </details>
    </nav>
  );
}
