/** Where a post was first published: no link, as the old blog may be gone. */
import type { VNode } from 'preact';
import type { LanguageMark, Words } from '../../src/site/model.ts';

interface OriginalAddressProps {
  readonly words: Words;
  readonly address: string | undefined;
  /** Where the post is in another language. */
  readonly mark: LanguageMark;
}

export function OriginalAddress({ words, address, mark }: OriginalAddressProps): VNode | null {
  if (address === undefined) return null;
  return (
    <p class="original-address" {...mark}>
      {words.firstPublished(<bdi>{address}</bdi>)}
    </p>
  );
}
