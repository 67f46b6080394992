/** Feeds of a site with a single post. */
import { loadSite } from '../../src/build/load-site.ts';
import { feedFiles } from '../../src/outputs/feeds/feed-files.ts';
import type { BodyPart, PageAddress } from '../../src/site/model.ts';
import { fixtureSite } from '../support/fixtures.ts';

const { posts, ...site } = await loadSite({
  contentDir: fixtureSite('minimal'),
  publicDir: 'public',
  siteUrl: 'https://example.org/blog/',
  drafts: false,
});

/**
 * RSS, Atom and JSON Feed.
 * @param canonical address of the post
 */
export function feedsOf(body: readonly BodyPart[], summary: string, canonical: string): string[] {
  const address: PageAddress = { path: '/x/', url: '/blog/x/', canonical };
  const changed = {
    ...{ body, summary, title: summary, guid: summary },
    tags: [{ text: summary, url: '/' }],
  };
  const only = posts.slice(0, 1).map((post) => ({ ...post, ...address, ...changed }));
  const facts = { ...site.facts, url: canonical };
  const files = feedFiles({ ...site, facts, posts: only, tags: [], authors: [], feedSize: 1 });
  return [...files].slice(0, 3).map(({ content }) => content);
}
