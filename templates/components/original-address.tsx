/** Where a post was first published: no link, as the old blog may be gone. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

interface OriginalAddressProps {
  readonly words: Words;
  readonly address: string | undefined;
}

export function OriginalAddress({ words, address }: OriginalAddressProps): VNode | null {
  if (address === undefined) return null;
  return <p class="original-address">{words.firstPublished(<bdi>{address}</bdi>)}</p>;
}
