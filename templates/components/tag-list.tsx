/** The tags of a post. */
import type { VNode } from 'preact';
import type { LangAttributes, Link, Words } from '../../src/site/model.ts';

interface TagListProps {
  readonly words: Words;
  readonly tags: readonly Link[];
  /** Set when the surrounding text is in another language. */
  readonly lang: LangAttributes;
}

export function TagList({ words, tags, lang }: TagListProps): VNode | null {
  if (tags.length === 0) return null;
  return (
    <p class="tag-list" {...lang}>
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
