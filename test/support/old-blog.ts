/** A small blog from Blogger, with awkward old addresses. */
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

/** Tags with special characters, and the paths of their pages. */
const LABELS: Readonly<Record<string, string>> = {
  'micro:bit': '/tags/micro-bit/',
  ':colon': '/tags/colon/',
  'C*': '/tags/c-star/',
  'C#': '/tags/c-sharp/',
  'Q&A': '/tags/q-and-a/',
  "It's": '/tags/it-s/',
  'Grün (neu)': '/tags/grun-neu/',
  '100%': '/tags/100percent/',
  'Python 3': '/tags/python-3/',
};

/** An old address and its new path, both decoded and below the home page. */
export interface OldAddress {
  readonly from: string;
  readonly to: string;
}

/** Permanently moved pages. */
export const OLD_PAGES: readonly OldAddress[] = [
  ...OF_POST.map((from) => ({ from, to: POST })),
  ...Object.entries(LABELS).map(([name, to]) => ({ from: `/search/label/${name}`, to })),
  { from: '/2020_01_01_archive.html', to: '/2020/01/' },
  { from: '/category/python-3/', to: '/tags/python-3/' },
  { from: '/blog/python-3/', to: '/tags/python-3/' },
  { from: '/topic-python-3.html', to: '/tags/python-3/' },
  { from: '/my place/café/index.php', to: '/archive/' },
  { from: '/my place/café/', to: '/archive/' },
];

/** Requests for the last two, as old links may write them. */
export const OTHER_SPELLINGS: readonly string[] = [
  '/my%20place/caf%c3%a9/',
  '/my%20place/caf%c3%a9/index.php',
  '/my%20place%2Fcaf%c3%a9/',
  '/my%20place%2Fcaf%c3%a9/index.php',
];

/** Feeds of every blog on Blogger, requested without a query. */
export const OLD_SITE_FEEDS: readonly OldAddress[] = [
  { from: '/feeds/posts/default', to: '/atom.xml' },
  { from: '/feeds/posts/summary', to: '/atom.xml' },
  { from: '/feeds/comments/default', to: '/comments/atom.xml' },
];

/** Including the feeds of labels. */
export const OLD_FEEDS: readonly OldAddress[] = [
  ...OLD_SITE_FEEDS,
  ...Object.entries(LABELS).flatMap(([name, to]) =>
    ['default', 'summary'].map((kind) => ({
      from: `/feeds/posts/${kind}/-/${name}`,
      to: `${to}atom.xml`,
    })),
  ),
];

/** Feeds of the site and a tag, with their types. */
export const FEED_TYPES: readonly (readonly [feed: string, type: string])[] = [
  ...['/', '/tags/micro-bit/'].flatMap((folder): [string, string][] => [
    [`${folder}rss.xml`, 'application/rss+xml; charset=utf-8'],
    [`${folder}atom.xml`, 'application/atom+xml; charset=utf-8'],
    [`${folder}feed.json`, 'application/feed+json'],
  ]),
  ['/comments/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['/feeds.opml', 'text/x-opml; charset=utf-8'],
];

/** Redirects to the archive, by status. */
export const BY_STATUS: Readonly<Record<string, number>> = {
  '/moved/for-now': 302,
  '/moved/for-now-307': 307,
  '/moved/for-good-308': 308,
};

/** Gone URLs. */
export const GONE: readonly string[] = ['/gone/page', '/gone/for/ever'];

const REDIRECTS = `redirects:
${Object.entries(BY_STATUS)
  .map(([from, status]) => `  - { from: ${from}, to: /archive/, status: ${status} }`)
  .join('\n')}
  - { from: /my place%2Fcaf%c3%a9/index.php, to: /archive/ }
  - { from: /gone/page, status: 410 }
  - { from: '/gone/for/*', status: 410 }
  - { from: '/category/:name/', to: '/tags/:name/' }
  - { from: '/topic-:name.html', to: '/tags/:name/' }
  - { from: '/by-:year/:name_:rest.html', to: '/tags/:name/' }
  - { from: '/blog/*', to: '/tags/:splat' }
  - { from: '/journal/*', to: '/tags/:splat', status: 302 }
`;

/**
 * Writes its content folder.
 * @param url of its home page
 * @param files to add or replace
 */
export function oldBlog(url: string, files: Readonly<Record<string, string>> = {}): string {
  const frontMatter = {
    title: 'Hello',
    publishDate: '2020-01-02',
    tags: Object.keys(LABELS),
    legacyUrl: OF_POST.map(encodePath),
  };
  return folderWith({
    'site.yaml': `title: Old blog\nurl: ${url}\nlegacy: blogger\nfeeds: { tags: [rss, atom, json] }\n`,
    'redirects.yaml': REDIRECTS,
    'posts/hello/index.md': `---\n${JSON.stringify(frontMatter)}\n---\n\nWords.\n`,
    ...files,
  });
}

/** A path as browsers encode typed URLs: they keep `'` and `:`. */
export function asTyped(path: string): string {
  return encodePath(path);
}

/** A path as Blogger encodes links: only letters, digits and hyphens stay. */
export function asBlogger(path: string): string {
  return path.replace(/[^\w./~-]+/gu, (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(''),
  );
}
