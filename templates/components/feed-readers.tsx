/** Introduction to feed readers. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

/** Other pages link to this id. */
export const FEED_READERS_ID = 'feed-reader';

export function FeedReaders({ words }: { words: Words['subscribePage'] }): VNode {
  return (
    <>
      <h2 id={FEED_READERS_ID}>{words.whatIsReader}</h2>
      <p>{words.reader}</p>
      <ul>
        {words.differences.map((difference) => (
          <li>{difference}</li>
        ))}
      </ul>
      <h2>{words.howToBegin}</h2>
      <ol>
        {words.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </>
  );
}
