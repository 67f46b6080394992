/** Where the post was first published: a link to another site, or the old blog. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

interface OriginalAddressProps {
  readonly words: Words;
  /** Absolute URL on the old blog; no link, because the blog may be gone. */
  readonly address: string | undefined;
  /** Absolute URL on another site. */
  readonly elsewhere: string | undefined;
}

export function OriginalAddress(props: OriginalAddressProps): VNode | null {
  const { words, address, elsewhere } = props;
  const url = elsewhere ?? address;
  if (url === undefined) return null;
  const { host } = new URL(url);
  return (
    <p class="original-address">
      {words.firstPublished(
        elsewhere === undefined ? (
          <data value={url} title={url}>
            <bdi>{host}</bdi>
          </data>
        ) : (
          <a href={url} rel="external">
            {host}
          </a>
        ),
      )}
    </p>
  );
}
