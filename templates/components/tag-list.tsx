/** The tags of a post. */
import type { VNode } from 'preact';
import type { LanguageMark, Link, Words } from '../../src/site/model.ts';

interface TagListProps {
  readonly words: Words;
  readonly tags: readonly Link[];
  /** Where the text around them is in another language. */
  readonly mark: LanguageMark;
}

export function TagList({ words, tags, mark }: TagListProps): VNode | null {
  if (tags.length === 0) return null;
  return (
    <p class="tag-list" {...mark}>
      {words.filedUnder(
        words.list(
          tags.map(({ text, url }) => (
            <a class="p-category" href={url} rel="tag">
              {text}
            </a>
          )),
        ),
      )}
    </p>
  );
}
