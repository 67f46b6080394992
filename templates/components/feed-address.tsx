/** A feed's address, selectable with one click, with a copy button where scripts run. */
import type { VNode } from 'preact';
import type { PageAddress, Words } from '../../src/site/model.ts';

interface FeedAddressProps {
  readonly words: Words['feedAddress'];
  readonly address: PageAddress;
  /** What the button copies: `RSS address`. */
  readonly name: string;
}

/** Where a long address may break. */
const AFTER_SLASH = /(?<=[^:/]\/)/;

/** The page must load `copy.js` once, which shows the button. */
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
      </code>{' '}
      <button type="button" hidden>
        {words.copy}
        <span class="sr-only">{words.copyWhat(name)}</span>
      </button>
      <output data-done={words.copied} data-failed={words.selected} />
    </div>
  );
}
