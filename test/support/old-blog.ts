/** A small blog that has left Blogger, with old addresses of awkward shapes. */
import { encodePath } from '../../src/lib/paths.ts';
import { folderWith } from './scratch.ts';

const POST = '/2020/01/hello/';

/** Old addresses of its one post, decoded. */
const OF_POST = [
  '/2020/01/Old_Name.html',
  '/2020/01/old_name.html',
  '/2020/01/café-$1-é.html',
  '/2020/01/it\u2019s.html',
  "/2020/01/it's.html",
  '/2020/01/a:b.html',
  '/2020/01/100%.html',
  '/庭/',
  '/plain/folder',
];

/** Tags whose names mean something in addresses or in rules, with the addresses of their pages. */
const LABELS: Readonly<Record<string, string>> = {
  'micro:bit': '/tags/micro-bit/',
  ':colon': '/tags/colon/',
  'C*': '/tags/c-2/',
  'C#': '/tags/c/',
  'Q&A': '/tags/qanda/',
  "It's": '/tags/it-s/',
  'Grün (neu)': '/tags/grun-neu/',
  '100%': '/tags/100percent/',
  'Python 3': '/tags/python-3/',
};

/** An address of the old blog, decoded, and where it leads now; both below the home page. */
export interface OldAddress {
  readonly from: string;
  readonly to: string;
}

/** Pages that have moved for good. */
export const OLD_PAGES: readonly OldAddress[] = [
  ...OF_POST.map((from) => ({ from, to: POST })),
  ...Object.entries(LABELS).map(([name, to]) => ({ from: `/search/label/${name}`, to })),
  { from: '/2020_01_01_archive.html', to: '/2020/01/' },
  { from: '/category/python-3/', to: '/tags/python-3/' },
  { from: '/blog/python-3/', to: '/tags/python-3/' },
  { from: '/topic-python-3.html', to: '/tags/python-3/' },
];

/** Feeds that every blog on Blogger has, as who asks without a query gets them. */
export const OLD_SITE_FEEDS: readonly OldAddress[] = [
  { from: '/feeds/posts/default', to: '/atom.xml' },
  { from: '/feeds/posts/summary', to: '/atom.xml' },
  { from: '/feeds/comments/default', to: '/comments/atom.xml' },
];

/** These, and the feeds of labels. */
export const OLD_FEEDS: readonly OldAddress[] = [
  ...OLD_SITE_FEEDS,
  ...Object.entries(LABELS).flatMap(([name, to]) =>
    ['default', 'summary'].map((kind) => ({
      from: `/feeds/posts/${kind}/-/${name}`,
      to: `${to}atom.xml`,
    })),
  ),
];

/** Feeds of the site and of a tag, with their types. */
export const FEED_TYPES: readonly (readonly [feed: string, type: string])[] = [
  ...['/', '/tags/micro-bit/'].flatMap((folder): [string, string][] => [
    [`${folder}rss.xml`, 'application/rss+xml; charset=utf-8'],
    [`${folder}atom.xml`, 'application/atom+xml; charset=utf-8'],
    [`${folder}feed.json`, 'application/feed+json'],
  ]),
  ['/comments/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['/feeds.opml', 'text/x-opml; charset=utf-8'],
];

/** As long as nobody writes more, these lead to the archive, each with its status. */
export const BY_STATUS: Readonly<Record<string, number>> = {
  '/moved/for-now': 302,
  '/moved/for-now-307': 307,
  '/moved/for-good-308': 308,
};

/** What stands nowhere any more. */
export const GONE: readonly string[] = ['/gone/page', '/gone/for/ever'];

const REDIRECTS = `redirects:
${Object.entries(BY_STATUS)
  .map(([from, status]) => `  - { from: ${from}, to: /archive/, status: ${status} }`)
  .join('\n')}
  - { from: /gone/page, status: 410 }
  - { from: '/gone/for/*', status: 410 }
  - { from: '/category/:name/', to: '/tags/:name/' }
  - { from: '/topic-:name.html', to: '/tags/:name/' }
  - { from: '/by-:year/:name_:rest.html', to: '/tags/:name/' }
  - { from: '/blog/*', to: '/tags/:splat' }
  - { from: '/journal/*', to: '/tags/:splat', status: 302 }
`;

/**
 * The folder with its content.
 * @param url address of its home page
 * @param files more files, or others
 */
export function oldBlog(url: string, files: Readonly<Record<string, string>> = {}): string {
  const frontMatter = {
    title: 'Hello',
    publishDate: '2020-01-02',
    tags: Object.keys(LABELS),
    legacyUrl: OF_POST.map(encodePath),
  };
  return folderWith({
    'site.yaml': `title: Old blog\nurl: ${url}\nlegacy: blogger\n`,
    'redirects.yaml': REDIRECTS,
    'posts/hello/index.md': `---\n${JSON.stringify(frontMatter)}\n---\n\nWords.\n`,
    ...files,
  });
}

/** A path as browsers ask for it when somebody types it: they leave `'` and `:` as they are. */
export function asTyped(path: string): string {
  return encodePath(path);
}

/** A path as Blogger writes it in links: letters, digits and hyphens alone stay as they are. */
export function asBlogger(path: string): string {
  return path.replace(/[^\w./~-]+/gu, (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(''),
  );
}
