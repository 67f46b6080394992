/** The addresses that not everybody needs. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { FeedAddress } from './feed-address.tsx';

export function FeedFormats({ site: { feeds, fixed } }: { site: Site }): VNode {
  return (
    <>
      <h2>Other formats</h2>
      <p>The address at the top is that of an RSS feed, which every reader understands.</p>
      <dl>
        <dt>Atom</dt>
        <dd>
          The same posts, in a newer format.
          <FeedAddress address={feeds.atom} name="Atom address" />
        </dd>
        <dt>JSON Feed</dt>
        <dd>
          The same posts, in the newest format, which is easy to write programs for.
          <FeedAddress address={feeds.json} name="JSON Feed address" />
        </dd>
        <dt>OPML</dt>
        <dd>
          A list of all feeds of this site, for readers that can import one.
          <FeedAddress address={fixed.opml} name="OPML address" />
        </dd>
      </dl>
    </>
  );
}
