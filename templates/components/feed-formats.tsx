/** Feed addresses in the less common formats. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { FeedAddress } from './feed-address.tsx';

export function FeedFormats({ site: { words, feeds, fixed } }: { site: Site }): VNode {
  const { subscribePage, feedAddress } = words;
  return (
    <>
      <h2>{subscribePage.otherFormats}</h2>
      <p>{subscribePage.rss}</p>
      <dl>
        <dt>Atom</dt>
        <dd>
          {subscribePage.atom}
          <FeedAddress words={feedAddress} address={feeds.atom} name={feedAddress.atom} />
        </dd>
        <dt>JSON Feed</dt>
        <dd>
          {subscribePage.json}
          <FeedAddress words={feedAddress} address={feeds.json} name={feedAddress.json} />
        </dd>
        <dt>OPML</dt>
        <dd>
          {subscribePage.opml}
          <FeedAddress words={feedAddress} address={fixed.opml} name={feedAddress.opml} />
        </dd>
      </dl>
    </>
  );
}
