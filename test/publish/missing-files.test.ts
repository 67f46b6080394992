/** Paths without a file in the output, and files that go away during a build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { planSite } from '../../src/addresses/plan.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { describeUnreadable } from '../../src/publish/unreadable-source.ts';
import { missingPaths } from '../../src/publish/missing-files.ts';
import { Problems } from '../../src/lib/problem.ts';
import { buildFacts } from '../../src/site/facts.ts';
import type { Alternate } from '../../src/site/model.ts';
import { wordsIn } from '../../src/lib/language/language.ts';
import { NO_REDIRECTS } from '../support/redirects.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const NO_SLOTS = {
  announcement: undefined,
  footerText: undefined,
  head: undefined,
  header: undefined,
  afterPost: undefined,
  beforeFooter: undefined,
  footer: undefined,
};

const ADDED = [
  {
    ...new Addresses('https://garden.example/').of('/projects/'),
    title: 'Projects',
    file: 'templates/pages/projects.njk',
    isListed: true,
  },
];

it('missingPaths lists missing pages and copied files', () => {
  const settings = siteSchema.parse({});
  const content = {
    settings,
    posts: [],
    pages: [],
    authors: [],
    tags: [],
    series: [],
    redirects: [],
    feedIds: [],
  };
  const addresses = new Addresses('https://garden.example/');
  const problems = new Problems();
  const plan = planSite(content, { drafts: false, now: 0 }, [], addresses, problems);
  const lists = {
    ...{ homePages: [], posts: [], pages: [], addedPages: ADDED, years: [], months: [] },
    ...{ tagPages: [], authorPages: [], seriesPages: [], monthPages: [], furtherPages: [] },
  };
  const tagIndex = { frequent: [], single: [] };
  const facts = {
    ...buildFacts(content, 'site.yaml', plan, addresses, undefined, problems),
    hashed: {},
    brand: {
      paper: { light: '#fff', dark: '#000' },
      ...{ accent: undefined, logo: undefined, preloads: [] },
    },
    analytics: undefined,
  };
  const { fixed, feeds } = plan;
  const edition = {
    facts,
    words: wordsIn('en'),
    fixed,
    feeds,
    ...lists,
    tagIndex,
    tags: [],
    authors: [],
    series: [],
    seriesIndex: [],
  };
  const site = {
    ...lists,
    tagIndex,
    languages: ['en'],
    editions: [{ ...edition, introduction: undefined }],
    languageAt: new Map<string, string>(),
    alternates: new Map<string, readonly Alternate[]>(),
    listedAlternates: new Map<string, readonly Alternate[]>(),
    introduction: undefined,
    notFound: undefined,
    sitemaps: [],
    facts,
    words: wordsIn('en'),
    fixed: plan.fixed,
    tags: [],
    series: [],
    seriesIndex: [],
    authors: [],
    redirects: NO_REDIRECTS,
    hostFiles: [],
    stubs: [],
    securityHeaders: {},
    editorHeaders: undefined,
    assets: ['/CNAME', '/.well-known/host-meta', '/gone'].map((path) => ({ source: '', path })),
    feeds: plan.feeds,
    commentsFeed: undefined,
    search: undefined,
    feedSize: 1,
    feedContent: 'full' as const,
    feedComments: false,
    cards: undefined,
    cover: undefined,
    slots: NO_SLOTS,
    published: { pages: [], redirects: [] },
    warnings: [],
    validUntil: Infinity,
    images: [],
    robots: '',
    manifest: '',
    qrCodes: new Map(),
  };
  const folder = folderWith({
    ...Object.fromEntries(
      ['', 'tags/', 'authors/', 'subscribe/', 'search/'].map((path) => [`${path}index.html`, '']),
    ),
    '404.html': '',
    'rss.xml': '',
    'atom.xml': '',
    'feed.json': '',
    'feeds.opml': '',
    'sitemap.xml': '',
    'robots.txt': '',
    'site.webmanifest': '',
    'llms.txt': '',
    'addresses.json': '',
    'css/feed-note.css': '',
    CNAME: '',
    '.well-known/host-meta': '',
  });
  expect(missingPaths(site, folder)).toEqual(['/archive/', '/projects/', '/gone']);
});

it('describeUnreadable names a file of the owner, unlike one of somebody else', () => {
  expect(messageFor('photo.jpg')).toContain(
    'photo.jpg was moved or removed while it was being read.',
  );
  expect(messageFor('../photo.jpg')).toBeUndefined();
});

it('describeUnreadable names a file of the owner that nobody may read', () => {
  const folder = temporaryFolder();
  const denied = Object.assign(new Error('EACCES'), {
    code: 'EACCES',
    path: join(folder, 'a.pdf'),
  });
  expect(describeUnreadable(denied, [folder])).toContain('a.pdf is not readable. Change its');
  expect(describeUnreadable(denied, [join(folder, 'other')])).toBeUndefined();
});

/** What is said when reading a file of this name in the owner's folder fails. */
function messageFor(name: string): string | undefined {
  const folder = temporaryFolder();
  try {
    readFileSync(join(folder, name));
  } catch (cause) {
    return describeUnreadable(new Error('Failed', { cause }), [folder]);
  }
  return undefined;
}
