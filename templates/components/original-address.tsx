/** Where a post was first published: no link, as the old blog may be gone. */
import type { VNode } from 'preact';
import type { LangAttributes, Words } from '../../src/site/model.ts';

interface OriginalAddressProps {
  readonly words: Words;
  readonly address: string | undefined;
  /** Where the post is in another language. */
  readonly lang: LangAttributes;
}

export function OriginalAddress({ words, address, lang }: OriginalAddressProps): VNode | null {
  if (address === undefined) return null;
  return (
    <p class="original-address" {...lang}>
      {words.firstPublished(<bdi>{address}</bdi>)}
    </p>
  );
}
