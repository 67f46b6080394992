/** Reads the live feeds of a blog on Blogger: posts, pages and comments. */
import type { Notice } from '../model.ts';
import { SourceError, type Source, type SourceFile } from '../source/source.ts';
import { childText } from '../source/xml-items.ts';
import { foundInAtom } from './blogger/atom.ts';
import { bloggerBlog } from './blogger/blog.ts';
import type { Found } from './blogger/entry.ts';
import { fetchFeed } from './blogger/live-feed.ts';
import type { Reader, ReaderOptions } from './reader.ts';
import { decoded } from './text.ts';
import { feedLinks, fetchPage } from './web-page.ts';
import { xmlEntries } from './xml-entries.ts';

export const reader: Reader = {
  format: 'blogger-feed',
  label: 'the address of a blog on Blogger',
  async find(source, options) {
    const root = source.url && (await feedRoot(source.url, options));
    return root ? [{ name: source.name, open: () => open(root, source, options) }] : [];
  },
};

/** Feeds of a blog begin with this on its own host; on Blogger's, with the number of the blog. */
const ROOT = /^(https?:\/\/[^/?#]+\/feeds\/(?:\d+\/)?)(?:posts|pages|comments)\b/i;

/** What all feeds of a blog begin with: `https://blog.example/feeds/`. */
async function feedRoot(url: string, options: ReaderOptions): Promise<string | undefined> {
  const named = ROOT.exec(url)?.[1];
  if (named !== undefined) return named;
  const page = await fetchPage(url, options);
  if (page === undefined) return undefined;
  // Old addresses of feeds, such as /atom.xml, give what the new ones give.
  const isFeed = /<(?:feed|rss)\b/.test(page.text.slice(0, 2000));
  if (isFeed && /tag:blogger\.com,1999:blog-\d+/.test(page.text.slice(0, 8192)))
    return new URL('/feeds/', page.url).href;
  const roots = feedLinks(page).map((link) => ROOT.exec(link)?.[1]);
  return (
    roots.find((root) => root !== undefined && !root.includes('www.blogger.com')) ??
    roots.find(Boolean)
  );
}

interface Feeds {
  readonly pages: readonly SourceFile[];
  readonly notices: readonly Notice[];
}

async function open(root: string, source: Source, options: ReaderOptions) {
  const posts = await fetchFeed(`${root}posts/default`, 'posts', options);
  const others = [
    await orNotice(`${root}pages/default`, 'pages', options),
    await orNotice(`${root}comments/default`, 'comments', options),
  ];
  const [first] = posts.pages;
  const head = first && (await headOf(first));
  const notices = [posts, ...others].flatMap((feed) => feed.notices);
  return bloggerBlog({
    title: head?.title ?? '',
    description: head?.subtitle,
    file: source.name,
    files: [],
    url: options.url,
    settings: () => new Map(),
    address: () => head?.address ?? (root.includes('//www.blogger.com/') ? undefined : root),
    async *entries() {
      yield* entriesOf(posts, others);
      yield* notices;
    },
  });
}

/** Not every blog has pages and comments. */
async function orNotice(address: string, what: string, options: ReaderOptions): Promise<Feeds> {
  try {
    return await fetchFeed(address, what, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The ${what} of the blog are not imported. ${reason} If it has some, you can also use "Back up content" in the settings of Blogger.`;
    return { pages: [], notices: [{ type: 'notice', place: { file: address }, message }] };
  }
}

const ENTRIES = new Set(['feed/entry']);

async function* entriesOf(posts: Feeds, others: readonly Feeds[]): AsyncGenerator<Found> {
  for (const page of [posts, ...others].flatMap(({ pages }) => pages))
    for await (const entry of xmlEntries(page, ENTRIES)) {
      const found = entry.type === 'xml' ? foundInAtom(entry.node, entry.place) : entry;
      if (found?.type === 'shortened') {
        if (posts.pages.includes(page)) throw shortened(page);
        yield {
          type: 'left-out',
          place: found.place,
          reason: 'pages and comments of which the feed has only the beginning',
          what: entry.type === 'xml' ? decoded(childText(entry.node, 'title')) : page.path,
        };
      } else if (found !== undefined && found.type !== 'setting') yield found;
    }
}

function shortened({ path }: SourceFile): SourceError {
  return new SourceError(
    `${path} has only the beginnings of posts. In Blogger, set Settings > Site feed > Allow blog feed to Full, or use "Back up content".`,
  );
}

const HEAD = new Set(['feed/title', 'feed/subtitle', 'feed/link']);

async function headOf(page: SourceFile) {
  const texts = new Map<string, string>();
  let address: string | undefined;
  for await (const entry of xmlEntries(page, HEAD)) {
    if (entry.type !== 'xml') continue;
    const { name, text, attributes } = entry.node;
    if (name !== 'link') texts.set(name, decoded(text));
    else if (attributes.get('rel') === 'alternate') address ??= attributes.get('href');
  }
  return { title: texts.get('title') ?? '', subtitle: texts.get('subtitle') || undefined, address };
}
