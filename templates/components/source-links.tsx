/** Links to edit a text and to see its history. */
import type { VNode } from 'preact';
import type { LangAttributes, SourceLinks as Links, Words } from '../../src/site/model.ts';

interface SourceLinksProps {
  readonly words: Words;
  readonly source: Links | undefined;
  /** Set when the post's language differs from the site's. */
  readonly lang?: LangAttributes;
}

export function SourceLinks({ words, source, lang }: SourceLinksProps): VNode | null {
  if (source === undefined) return null;
  return (
    <p class="source-links" {...lang}>
      {source.edit !== undefined && (
        <a href={source.edit} rel="nofollow">
          {words.editPage}
        </a>
      )}{' '}
      {source.history !== undefined && (
        <a href={source.history} rel="nofollow">
          {words.pageHistory}
        </a>
      )}
    </p>
  );
}
