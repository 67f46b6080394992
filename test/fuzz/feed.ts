/** Feeds of a site with a single post, and what is wrong with them. */
import { loadSite } from '../../src/build/load-site.ts';
import { feedFiles } from '../../src/outputs/feeds/feed-files.ts';
import type { BodyPart, PageAddress } from '../../src/site/model.ts';
import { elements, parsePage } from '../support/dom.ts';
import { FEED_FORMATS, type ReadItem } from '../support/feeds.ts';
import { fixtureSite } from '../support/fixtures.ts';

const site = await loadSite({
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
  const only = site.posts.slice(0, 1).map((post) => ({ ...post, ...address, ...changed }));
  const facts = { ...site.facts, url: canonical };
  const lists = { facts, posts: only, tags: [], authors: [] };
  const editions = site.editions.map((edition) => ({ ...edition, ...lists }));
  const files = feedFiles({ ...site, ...lists, editions, feedSize: 1 });
  return [...files].slice(0, 3).map(({ content }) => content);
}

/** The strict reader of XML of the tests cannot hold more. */
const LONGEST_FEED = 1_000_000;

/** Each format must be what its specification says, all must say the same, and no address may be relative. */
export function feedFaults(feeds: readonly string[]): string[] {
  if (feeds.some((feed) => feed.length > LONGEST_FEED)) return [];
  const items: ReadItem[] = [];
  for (const [index, { title, read }] of FEED_FORMATS.entries()) {
    try {
      items.push(...read(feeds[index] ?? '').items);
    } catch {
      return [`${title} is not well-formed`];
    }
  }
  const isSame = items.length === 3 && new Set(items.map(essenceOf)).size === 1;
  const content = parsePage(items[0]?.content ?? '');
  const isWhole = elements(content).every(({ attribs }) =>
    ADDRESSES.every((name) => !isRelative(attribs[name])),
  );
  return [
    ...(isSame ? [] : ['the feeds do not say the same']),
    ...(isWhole ? [] : ['an address in a feed is relative']),
  ];
}

const ADDRESSES = ['href', 'src', 'poster', 'cite'];

function essenceOf({ id, title, content }: ReadItem): string {
  // A parser of XML ends lines as Unix does.
  return JSON.stringify([id, title, content ?? ''])
    .replaceAll('\\r\\n', '\\n')
    .replaceAll('\\r', '\\n');
}

/** What is no address even when it is resolved is not meant. */
function isRelative(address: string | undefined): boolean {
  return address !== undefined && !URL.canParse(address) && URL.canParse(address, site.facts.url);
}
