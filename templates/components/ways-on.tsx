/** Links to try next on the 404 and search pages. */
import type { VNode } from 'preact';
import type { Link, Site } from '../../src/site/model.ts';

interface WaysOnProps {
  readonly site: Site;
  /** Links before the standard ones. */
  readonly first?: readonly Link[];
}

export function WaysOn({ site: { words, fixed }, first = [] }: WaysOnProps): VNode {
  const ways = [
    ...first,
    { text: words.notFoundPage.allPosts, url: fixed.archive.url },
    { text: words.notFoundPage.allTags, url: fixed.tags.url },
    { text: words.home, url: fixed.home.url },
  ];
  return (
    <ul class="ways-on" {...words.lang}>
      {ways.map(({ text, url }) => (
        <li>
          <a href={url}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
