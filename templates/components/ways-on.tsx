/** Where to look further on a page that may not have what somebody looks for. */
import type { VNode } from 'preact';
import type { Link, Site } from '../../src/site/model.ts';

interface WaysOnProps {
  readonly site: Site;
  /** What comes first. */
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
