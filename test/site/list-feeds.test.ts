/** The formats of the feeds of tags, authors and series, and addresses of formats that they no longer have. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { filesOf } from '../../src/build/write-files.ts';
import type { HostName } from '../../src/content/site-schema.ts';
import type { Published, Site } from '../../src/site/model.ts';
import { feedFaults } from '../support/feed-rules.ts';
import { EVERY_FORMAT, FEED_FORMATS } from '../support/feeds.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const URL_OF_SITE = 'https://garden.example';
const SETTINGS = `title: A garden\nurl: ${URL_OF_SITE}/\n`;
const ROSES =
  '---\ntitle: Roses\npublishDate: 2024-03-10\nauthor: Rosa\ntags: [Red]\nseries: Flowers\n---\n\nSee [red](/tags/red/rss.xml).\n';

interface Wanted {
  readonly settings?: string;
  readonly host?: HostName;
  readonly files?: Readonly<Record<string, string>>;
  readonly previous?: Published;
  /** Files of `public/`. */
  readonly shipped?: Readonly<Record<string, string>>;
}

async function load({
  settings = '',
  host = 'static',
  files = {},
  previous,
  shipped = {},
}: Wanted) {
  const { site, problems } = await loadWithProblems({
    contentDir: folderWith({
      'site.yaml': SETTINGS + settings,
      'posts/roses/index.md': ROSES,
      'authors/rosa.json': '{ "name": "Rosa" }',
      ...files,
    }),
    publicDir: folderWith(shipped),
    hosts: [host],
    drafts: false,
    previous,
    now: Date.UTC(2025, 0),
  });
  const written = new Map(Array.from(filesOf(site), (file) => [file.path, file.content]));
  return { site, problems, written };
}

/** The site as earlier versions published it. */
async function earlier(files: Wanted['files'] = {}): Promise<Published> {
  return (await load({ settings: EVERY_FORMAT, files })).site.published;
}

/** Feeds of tags, authors and series. */
function listFeeds(written: ReadonlyMap<string, string>): string[] {
  return [...written.keys()].filter((file) =>
    /^\/(?:tags|authors|series)\/.*\.(?:xml|json)$/.test(file),
  );
}

function redirectsOf({ redirects }: Site): string[] {
  return redirects.exact.map(({ from, to }) => `${from} ${to.path}`);
}

const KEPT = [
  '/authors/rosa/feed.json',
  '/authors/rosa/rss.xml',
  '/tags/red/feed.json',
  '/tags/red/rss.xml',
];
const ALWAYS = [
  '/authors/rosa/atom.xml',
  '/series/flowers/atom.xml',
  '/series/flowers/feed.json',
  '/series/flowers/rss.xml',
  '/tags/red/atom.xml',
];

describe('the feeds of a list', () => {
  it('are Atom for tags and authors, and in every format for series', async () => {
    const { written } = await load({});
    expect(listFeeds(written).toSorted()).toEqual(ALWAYS);
  });

  it('have the formats of the settings', async () => {
    const settings = 'feeds: { tags: [json, atom], series: [atom] }\n';
    const { site, written } = await load({ settings });
    expect(listFeeds(written).toSorted()).toEqual([
      '/authors/rosa/atom.xml',
      '/series/flowers/atom.xml',
      '/tags/red/atom.xml',
      '/tags/red/feed.json',
    ]);
    expect(site.tags[0]?.feeds.rss).toBeUndefined();
  });

  it.each([
    ['{ tags: [atom, rs] }', '`feeds.tags[1]` is "rs", but there is no such format.'],
    [
      '{ authors: [atom, jsom] }',
      '`feeds.authors[1]` is "jsom", but there is no such format; did you mean `json`?',
    ],
    [
      '{ series: [rss] }',
      '`feeds.series` is [...], but it lacks `atom`, which every list has because old addresses of feeds lead to it.',
    ],
    ['{ tag: [atom] }', '`feeds` has an unknown field `tag`.'],
    ['[rss]', '`feeds` is a list ([...]), but must be `tags`, `authors` and `series`, each'],
    ['{ tags: rss }', '`feeds.tags` is text ("rss"), but must be `tags`, `authors` and'],
  ])('are Atom and what %s says, if that is valid', async (setting, message) => {
    const { problems } = await load({ settings: `feeds: ${setting}\n` });
    expect(problems).toMatchObject([
      {
        code: 'site-feeds-invalid',
        line: 3,
        message: expect.stringContaining(message),
        hint: 'Write `feeds: { tags: [atom, rss, json] }`, likewise `authors` and `series`, or remove the line.',
      },
    ]);
  });
});

describe('a feed in a format that its list no longer has', () => {
  it('is redirected on a host that can do so, whether the build knows the earlier site or not', async () => {
    const { site, written, problems } = await load({ host: 'netlify' });
    expect(problems).toEqual([]);
    const lines = required(written.get('/_redirects')).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '/authors/:name/rss.xml /authors/:name/atom.xml 301',
        '/authors/:name/feed.json /authors/:name/atom.xml 301',
        '/tags/:name/feed.json /tags/:name/atom.xml 301',
      ]),
    );
    expect(site.stubs).toEqual([]);
    const index: unknown = JSON.parse(required(written.get('/addresses.json')));
    expect(index).toMatchObject({ patterns: [] });
    expect(
      listFeeds((await load({ host: 'netlify', previous: await earlier() })).written),
    ).toHaveLength(ALWAYS.length);
  });

  it('stays on a host that cannot, and in later builds, if the earlier site had it', async () => {
    const first = await load({ previous: await earlier() });
    expect(first.problems).toEqual([]);
    expect(first.site.stubs.map((stub) => stub.path).toSorted()).toEqual(KEPT);
    expect(listFeeds(first.written).toSorted()).toEqual([...ALWAYS, ...KEPT].toSorted());
    const second = await load({ previous: first.site.published });
    expect(second.written).toEqual(first.written);
  });

  it('stays a valid feed of the same posts, which nothing links', async () => {
    const { site, written } = await load({ previous: await earlier() });
    for (const file of KEPT) {
      const format = required(FEED_FORMATS.find((one) => one.file === path.basename(file)));
      const content = required(written.get(file));
      expect(feedFaults(format, content, URL_OF_SITE + file)).toEqual([]);
      expect(format.read(content).items).toHaveLength(1);
    }
    expect(written.get('/feeds.opml')).not.toMatch(/(?:tags|authors)\/\w+\/(?:rss|feed)\./);
    expect(site.tags[0]?.feeds.rss).toBeUndefined();
  });

  it('is redirected by a rule of its own on a host without patterns, as long as there is room', async () => {
    const previous = await earlier();
    const routes = async (settings: string) => {
      const { written } = await load({ host: 'azure', previous, settings });
      const config: { routes: { route: string; redirect?: string }[] } = JSON.parse(
        required(written.get('/staticwebapp.config.json')),
      );
      const known = config.routes.map(({ route, redirect }) => `${route} ${redirect}`);
      return [
        known.includes('/tags/red/rss.xml /tags/red/atom.xml'),
        written.has('/tags/red/rss.xml'),
      ];
    };
    expect(await routes('')).toEqual([true, false]);
    const hosts = Array.from({ length: 590 }, (_, index) => `https://static-${index}.example.org`);
    expect(await routes(`allow: { scripts: [${hosts.join(', ')}] }\n`)).toEqual([false, true]);
  });

  it('leads readers of posts and old addresses to the Atom feed', async () => {
    const rules =
      'redirects:\n  - { from: /red.xml, to: /tags/red/rss.xml }\n  - { from: "/topics/:name.json", to: "/tags/:name/feed.json" }\n';
    const { site, problems, written } = await load({ files: { 'redirects.yaml': rules } });
    expect(problems).toEqual([]);
    expect(redirectsOf(site)).toEqual(['/red.xml /tags/red/atom.xml']);
    expect(site.stubs.map(({ path: file, to }) => `${file} ${to.path}`)).toEqual(
      expect.arrayContaining(['/red.xml /tags/red/atom.xml']),
    );
    expect(written.get('/rss.xml')).toContain(`${URL_OF_SITE}/tags/red/atom.xml`);
  });

  it('has no copy at an address that a pattern redirects', async () => {
    const rules = 'redirects:\n  - { from: "/blog/*", to: /:splat }\n';
    const { written } = await load({ files: { 'redirects.yaml': rules } });
    const copies = [...written.keys()].filter((file) => /^\/blog\/.*(?:xml|json)$/.test(file));
    expect(copies.toSorted()).toEqual(
      ['/atom.xml', '/feed.json', '/rss.xml', ...ALWAYS].map((file) => `/blog${file}`).toSorted(),
    );
    expect(written.get('/blog/feed.json')).toBe(written.get('/feed.json'));
  });

  it('is lost with its list', async () => {
    const { problems } = await load({
      host: 'netlify',
      files: { 'posts/roses/index.md': ROSES.replace('Red', 'Pink').replace(/See.*/, 'Words.') },
      previous: await earlier(),
    });
    expect(problems.map(({ message }) => /Missing line: (.*)/.exec(message)?.[1])).toEqual(
      expect.arrayContaining([
        '- { from: /tags/red/rss.xml, to: /rss.xml }',
        '- { from: /tags/red/feed.json, to: /feed.json }',
      ]),
    );
    const renamed = { 'tags.yaml': 'Red: { slug: rot }\n' };
    const moved = await load({ files: renamed, previous: await earlier() });
    expect(moved.problems.map(({ message }) => message).join('\n')).toContain(
      '- { from: /tags/red/rss.xml, to: /tags/rot/atom.xml }',
    );
  });

  it('gives way to a file of the owner', async () => {
    const files = { 'posts/roses/index.md': ROSES.replace('Red', 'Red, Blue') };
    const { site, problems } = await load({
      host: 'netlify',
      files,
      shipped: { 'tags/blue/rss.xml': 'mine' },
      previous: await earlier(files),
    });
    expect(problems).toEqual([]);
    expect(redirectsOf(site)).toEqual(['/tags/red/rss.xml /tags/red/atom.xml']);
    expect(site.redirects.patterns.map(({ from }) => from)).not.toContain('/tags/:name/rss.xml');
  });
});
