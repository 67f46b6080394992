/** Feeds and their readers in plain words. */
import type { VNode } from 'preact';

/** Other pages link to it. */
export const FEED_READERS_ID = 'feed-reader';

export function FeedReaders(): VNode {
  return (
    <>
      <h2 id={FEED_READERS_ID}>What is a feed reader?</h2>
      <p>
        A feed is a list of the newest posts of a blog, made for programs. A feed reader is an app
        or a website that looks at the feeds you have chosen, and shows you in one place what is
        new. It is like a mailbox for blogs, with these differences:
      </p>
      <ul>
        <li>You give nobody your mail address, and you need no account here.</li>
        <li>Nothing follows you: a feed sets no cookies and runs no scripts.</li>
        <li>
          No algorithm chooses for you: you see every post of the blogs you follow, and nothing
          else.
        </li>
        <li>You stop when you like, by taking the address out of your reader.</li>
      </ul>
      <h2>How to begin</h2>
      <ol>
        <li>
          Choose a feed reader. Many are free: Thunderbird for computers, NetNewsWire for Apple’s
          devices, Feeder for Android, Feedly or Inoreader in the browser.
        </li>
        <li>Copy the address at the top of this page.</li>
        <li>
          In the reader, look for “Add feed”, “Follow” or a plus sign, and paste the address there.
        </li>
      </ol>
    </>
  );
}
