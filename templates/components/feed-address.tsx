/** The address of a feed, to be taken along: a click selects it; a button copies it where scripts run. */
import type { VNode } from 'preact';
import type { PageAddress } from '../../src/site/model.ts';

interface FeedAddressProps {
  readonly address: PageAddress;
  /** What the button copies, in words: `RSS address`. */
  readonly name: string;
}

/** Where a long address may be broken. */
const AFTER_SLASH = /(?<=[^:/]\/)/;

/** `copy.js`, which the page must load once, brings the button to life. */
export function FeedAddress({ address, name }: FeedAddressProps): VNode {
  return (
    <div class="feed-address">
      <code>
        {address.canonical.split(AFTER_SLASH).map((part) => (
          <>
            {part}
            <wbr />
          </>
        ))}
      </code>
      <button type="button" hidden>
        Copy<span class="sr-only"> {name}</span>
      </button>
      <output data-done="Copied" data-failed="Selected" />
    </div>
  );
}
