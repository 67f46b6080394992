/** The sections of a long post, folded up; nothing for other posts. */
import type { VNode } from 'preact';
import type { ContentsItem, LanguageMark, Words } from '../../src/site/model.ts';
import { ContentsList } from './contents-list.tsx';

interface ContentsProps {
  readonly words: Words;
  readonly items: readonly ContentsItem[];
  /** Where the post is in another language. */
  readonly mark: LanguageMark;
}

export function Contents({ words, items, mark }: ContentsProps): VNode | null {
  if (items.length === 0) return null;
  return (
    <nav class="contents" aria-label={words.contents}>
      <details>
        <summary {...mark}>{words.contents}</summary>
        <ContentsList items={items} />
      </details>
    </nav>
  );
}
