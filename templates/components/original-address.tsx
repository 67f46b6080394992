/** Where the post was first published: a link to another site, or the address on the old blog. */
import type { VNode } from 'preact';
import type { LangAttributes, Words } from '../../src/site/model.ts';

interface OriginalAddressProps {
  readonly words: Words;
  /** On the old blog; shown as text, because the blog may be gone. */
  readonly address: string | undefined;
  /** Absolute URL on another site. */
  readonly elsewhere: string | undefined;
  /** Set when the post's language differs from the site's. */
  readonly lang: LangAttributes;
}

export function OriginalAddress(props: OriginalAddressProps): VNode | null {
  const { words, address, elsewhere, lang } = props;
  if (elsewhere !== undefined)
    return (
      <p class="original-address" {...lang}>
        {words.firstPublished(
          <a href={elsewhere} rel="external">
            {new URL(elsewhere).host}
          </a>,
        )}
      </p>
    );
  if (address === undefined) return null;
  return (
    <p class="original-address" {...lang}>
      {words.firstPublished(<bdi>{address}</bdi>)}
    </p>
  );
}
