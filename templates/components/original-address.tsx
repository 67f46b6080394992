/** The post's address on the old blog; plain text, because the blog may be gone. */
import type { VNode } from 'preact';
import type { LangAttributes, Words } from '../../src/site/model.ts';

interface OriginalAddressProps {
  readonly words: Words;
  readonly address: string | undefined;
  /** Set when the post's language differs from the site's. */
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
