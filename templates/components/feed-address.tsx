/** The address of a feed, to be taken along: a click selects it; a button copies it where scripts run. */
import type { VNode } from 'preact';
import type { PageAddress, Words } from '../../src/site/model.ts';

interface FeedAddressProps {
  readonly words: Words['feedAddress'];
  readonly address: PageAddress;
  /** What the button copies, in words: `RSS address`. */
  readonly name: string;
}

/** Where a long address may be broken. */
const AFTER_SLASH = /(?<=[^:/]\/)/;

/** `copy.js`, which the page must load once, brings the button to life. */
export function FeedAddress({ words, address, name }: FeedAddressProps): VNode {
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
        {words.copy}
        <span class="sr-only">{words.copyWhat(name)}</span>
      </button>
      <output data-done={words.copied} data-failed={words.selected} />
    </div>
  );
}
