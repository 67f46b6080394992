/** Series, covers, pinned posts and other fields that say how pages and lists show a text. */
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { searchDocuments } from '../../src/outputs/search/documents.ts';
import { verifyPlan } from '../../src/verify/plan.ts';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import {
  attributes,
  elements,
  linkTarget,
  metaContent,
  onlyWithClass,
  textOf,
  withClass,
  type Document,
} from '../support/dom.ts';
import { readPng } from '../support/png.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const NOW = '2024-06-01';

function post(fields: string, body = 'Words about the bed.'): string {
  return `---\n${fields}\n---\n\n${body}\n`;
}

const SECTIONS = Array.from(
  { length: 6 },
  (_, index) => `## Row ${index}\n\n${'Peas climb up every stick. '.repeat(40)}`,
).join('\n\n');

const SITE = { 'site.yaml': 'title: Peas\nurl: https://peas.example/\n' };

const FILES = {
  ...SITE,
  'series.yaml':
    'The long row: { slug: row, description: Four weeks of peas., legacyUrl: /series/long/ }\n',
  'posts/one/index.md': post(
    'title: Sow\npublishDate: 2024-01-01\nseries: { name: The long row, part: 1 }',
    SECTIONS,
  ),
  'posts/two/index.md': post(
    'title: Wait\npublishDate: 2024-03-01\nseries: { name: The long row, part: 2 }\ntoc: false\nlanguage: de\ncover: ./bed.png\ncoverAlt: A bed of peas',
    `${SECTIONS}\n\n![Peas](./bed.png)`,
  ),
  'posts/three/index.md': post(
    'title: Pick\npublishDate: 2024-02-01\nseries: { name: The long row, part: 3 }\ntags: [food]',
  ),
  'posts/four/index.md': post(
    'title: Sleepers\npublishDate: 2030-01-01\nseries: { name: The long row, part: 4 }',
  ),
  'posts/secret/index.md': post(
    'title: Secret\npublishDate: 2024-01-05\npublished: false\nseries: Whispers',
  ),
  'posts/stew/index.md': post(
    'title: Stew\npublishDate: 2023-05-01\npinned: true\ncanonicalUrl: https://kitchen.example/stew',
    'Boil them. Stir them.\n\n`<!--more-->` is code.\n\n```html\n<!--more-->\n```\n\nServe them warm. <!-- more -->\n\nThe rest is for later.',
  ),
  'posts/rinse/index.md': post(
    'title: Rinse\npublishDate: 2023-04-01\nseries: Kitchen',
    '<p>Rinse.</p>\n<p><!--more Go on--></p>\n<p>And dry them.</p>',
  ),
  'posts/chop/index.md': post('title: Chop\npublishDate: 2023-04-02\nseries: Kitchen'),
  'pages/about.md': post('title: About'),
  'pages/beds.md': post('title: Beds\nnavigation: 1\nlayout: wide'),
  'pages/garten.md': post('title: Der Garten\nlanguage: de\nnavigation: 2', 'Ein Garten.'),
  'pages/hidden.md': post('title: Hidden\nnavigation: false'),
  'pages/far/away.md': post('title: Away\nnavigation: 3'),
};

let output: OutputFolder;
let page: (address: string) => Document;
let content: string;
let stderr: string;

beforeAll(async () => {
  const bed = sharp({ create: { width: 1000, height: 500, channels: 3, background: '#3a6' } });
  content = folderWith({ ...FILES, 'posts/two/bed.png': await bed.png().toBuffer() });
  const args = ['--now', NOW, '--no-search'];
  const site = built(await buildSite({ content, args }));
  ({ output, stderr } = site);
  page = (address) => output.page(address);
});

it('all of it goes without a warning', () => {
  expect(stderr).toBe('');
});

function partOf(day: string, series: string): string {
  return post(`title: On ${day}\npublishDate: 2024-01-${day}\nseries: ${series}`);
}

/** The structured data of a page of this type. */
function structured(address: string, type: string): Record<string, unknown> {
  const scripts = elements(page(address), 'script').filter(
    ({ attribs }) => attribs['type'] === 'application/ld+json',
  );
  const found: Record<string, unknown>[] = scripts.map((script) => JSON.parse(textOf(script)));
  return required(found.find((data) => data['@type'] === type));
}

function hrefs(node: Parameters<typeof attributes>[0]): string[] {
  return attributes(node, 'href');
}

describe('a series', () => {
  it('shows in each post its part, all parts, and the way to the next', () => {
    const two = page('/2024/03/two/');
    const [nav] = withClass(two, 'series');
    expect(textOf(required(nav))).toContain('Part 2 of The long row');
    expect(hrefs(required(nav))).toEqual([
      '/series/row/',
      '/2024/01/one/',
      '/2024/03/two/',
      '/2024/02/three/',
    ]);
    expect(attributes(required(nav), 'aria-current')).toEqual(['page']);
    const steps = onlyWithClass(two, 'of-series');
    expect(hrefs(onlyWithClass(steps, 'previous'))).toEqual([]);
    expect(attributes(steps, 'class')).toContain('next');
    expect(hrefs(steps)).toEqual(['/series/row/', '/2024/01/one/', '/2024/02/three/']);
    expect(hrefs(onlyWithClass(page('/2024/02/three/'), 'of-series'))).toEqual([
      '/series/row/',
      '/2024/03/two/',
    ]);
  });

  it('is counted by date where parts have no number', () => {
    expect(textOf(onlyWithClass(page('/2023/04/chop/'), 'series'))).toContain('Part 2 of Kitchen');
  });

  it('puts posts without a number after the others, and counts on', async () => {
    const { site } = await load({
      'posts/a/index.md': partOf('01', 'Peas'),
      'posts/b/index.md': partOf('02', '{ name: Peas, part: 5 }'),
      'posts/c/index.md': partOf('03', '{ name: Peas, part: 0 }'),
      'posts/d/index.md': partOf('04', 'Peas'),
    });
    const [series] = site.series;
    expect(series?.parts.map(({ part: number, post: { title } }) => [number, title])).toEqual([
      [0, 'On 03'],
      [5, 'On 02'],
      [6, 'On 01'],
      [7, 'On 04'],
    ]);
  });

  it('has a page with its posts in order, and the index one with all series', () => {
    const row = page('/series/row/');
    expect(hrefs(onlyWithClass(row, 'post-index'))).toEqual([
      '/2024/01/one/',
      '/2024/03/two/',
      '/2024/02/three/',
    ]);
    expect(metaContent(row, 'description')).toBe('Four weeks of peas.');
    expect(hrefs(onlyWithClass(page('/series/'), 'counted-list'))).toEqual([
      '/series/kitchen/',
      '/series/row/',
    ]);
    expect(output.read('series/long/index.html')).toContain('url=/series/row/');
  });

  it('is in the feeds, the sitemap, the subscribe page and llms.txt', () => {
    const rss = output.read('rss.xml');
    expect(rss).toContain(
      '<category>food</category><category domain="https://peas.example/series/row/">The long row</category>',
    );
    expect(output.read('atom.xml')).toContain(
      '<category term="Kitchen" scheme="https://peas.example/series/kitchen/"/>',
    );
    const { items } = JSON.parse(output.read('series/row/feed.json'));
    expect(items.map(({ title, _series }: Record<string, unknown>) => [title, _series])).toEqual([
      ['Wait', expect.objectContaining({ name: 'The long row', part: 2 })],
      ['Pick', expect.objectContaining({ part: 3 })],
      ['Sow', { name: 'The long row', part: 1, url: 'https://peas.example/series/row/' }],
    ]);
    const sitemap = output.read('sitemap.xml');
    expect(sitemap).toContain('<loc>https://peas.example/series/</loc>');
    expect(sitemap).toContain('<loc>https://peas.example/series/row/</loc>');
    expect(hrefs(page('/subscribe/'))).toContain('/series/row/atom.xml');
    expect(output.read('llms.txt')).toContain('(https://peas.example/series/)');
    expect(output.read('feeds.opml')).toContain('https://peas.example/series/row/atom.xml');
  });

  it('is what the post is part of, for search engines', () => {
    expect(structured('/2024/03/two/', 'BlogPosting')).toMatchObject({
      position: 2,
      isPartOf: [
        { '@type': 'Blog' },
        { '@type': 'CreativeWorkSeries', '@id': 'https://peas.example/series/row/' },
      ],
    });
    expect(structured('/series/row/', 'CreativeWorkSeries')['hasPart']).toHaveLength(3);
  });

  it('shows nothing of parts that are unpublished or scheduled', () => {
    const found = output
      .files()
      .filter((file) => /\.(?:html|xml|json|txt|opml)$/.test(file))
      .filter((file) => /Sleepers|Secret|Whispers/i.test(output.read(file)));
    expect(found).toEqual([]);
    expect(output.files().filter((file) => /four|secret|whispers/.test(file))).toEqual([]);
  });

  it('leaves no trace where there is none', async () => {
    const { site } = await load({ 'posts/a/index.md': post('title: A\npublishDate: 2024-01-01') });
    expect([site.series, site.seriesIndex]).toEqual([[], []]);
    expect(site.published.pages.map(({ path }) => path)).not.toContain('/series/');
  });

  it('is known to the search, the verification and the next build', async () => {
    const { site } = await loadFolder(content);
    const texts = searchDocuments(site, '').filter(({ url }) => url === '/2024/01/one/');
    expect(texts[0]?.filters).toContainEqual(['series', 'The long row']);
    const { expectations } = verifyPlan(site, 'https://peas.example/');
    const expected = new Map(expectations.map((request) => [request.address, request]));
    expect(expected.get('https://peas.example/series/row/')?.kind).toBe('page');
    expect(expected.get('https://peas.example/series/row/atom.xml')?.kind).toBe('feed');
    expect(expected.get('https://peas.example/2023/05/stew/')).toMatchObject({
      page: ['https://peas.example/2023/05/stew/', 'https://kitchen.example/stew'],
    });
    const { problems } = await load(
      {
        ...FILES,
        'series.yaml': 'The long row: { slug: rows }\n',
        'posts/two/index.md': post('title: Wait\npublishDate: 2024-03-01'),
      },
      site.published,
    );
    expect(problems.filter(({ code }) => code === 'address-lost').map(lineOf)).toContain(
      '- { from: /series/row/, to: /series/rows/ }',
    );
  });
});

function lineOf({ message }: { readonly message: string }): string {
  return message.replace(/^.*Missing line: /s, '');
}

describe('a pinned post', () => {
  it('is first on the home page, with a label, and by date elsewhere', () => {
    const entries = withClass(page('/'), 'post-entry');
    expect(entries.map((entry) => hrefs(entry)[0])).toEqual([
      '/2023/05/stew/',
      '/2024/03/two/',
      '/2024/02/three/',
      '/2024/01/one/',
      '/2023/04/chop/',
      '/2023/04/rinse/',
    ]);
    expect(entries.map((entry) => withClass(entry, 'pinned-label').map(textOf))).toEqual([
      ['Pinned'],
      ...Array.from({ length: 5 }, () => []),
    ]);
    const { items } = JSON.parse(output.read('feed.json'));
    expect(items.at(0).title).toBe('Wait');
  });
});

describe('a cover', () => {
  it('is shown above the text, in versions, and loads first', () => {
    const cover = onlyWithClass(page('/2024/03/two/'), 'cover');
    const [image] = elements(cover, 'img');
    expect(image?.attribs).toEqual({
      src: '/2024/03/two/bed.png',
      alt: 'A bed of peas',
      width: '1000',
      height: '500',
      fetchpriority: 'high',
      decoding: 'async',
    });
    const [source] = elements(cover, 'source');
    expect(source?.attribs['type']).toBe('image/avif');
    expect(source?.attribs['sizes']).toMatch(/^\(min-width: 864px\) 784px, /);
  });

  it('is on the card of the post', async () => {
    const two = page('/2024/03/two/');
    expect(metaContent(two, 'og:image')).toBe('https://peas.example/cards/2024/03/two.jpg');
    expect(metaContent(two, 'og:image:type')).toBe('image/jpeg');
    const { colourAt } = await readPng(output.bytes('cards/2024/03/two.jpg'));
    expect(colourAt(1000, 300)).not.toBe(colourAt(20, 300));
  });

  it('is the image of link previews without cards', async () => {
    const { site } = await load({
      'posts/a/index.md': post('title: A\npublishDate: 2024-01-01\ncover: a.svg\ncoverAlt: Peas'),
      'posts/a/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    });
    expect(site.posts[0]?.preview?.alt).toBe('Peas');
  });

  it('is the image of feeds', () => {
    const url = 'https://peas.example/2024/03/two/bed.png';
    const { items } = JSON.parse(output.read('feed.json'));
    expect(items.at(0).image).toBe(url);
    expect(items.at(0).content_html).toMatch(
      new RegExp(`^<p><img src="${url}" alt="A bed of peas" width="1000" height="500"></p>`),
    );
  });

  it('leaves link previews to `image` where a post has both', async () => {
    const { site } = await load({
      'posts/a/index.md': post(
        'title: A\npublishDate: 2024-01-01\ncover: a.svg\nimage: https://o.example/b.jpg',
      ),
      'posts/a/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    });
    expect(site.posts[0]?.preview?.url).toBe('https://o.example/b.jpg');
    expect(site.posts[0]?.cover?.attributes['src']).toBe('/2024/01/a/a.svg');
  });
});

it('a cover without a description is noted in the report', async () => {
  const contentDir = folderWith({
    ...SITE,
    'posts/a/index.md': post('title: A\npublishDate: 2024-01-01\ncover: a.svg'),
    'posts/a/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  });
  const options = { contentDir, publicDir: folderWith({}), drafts: false } as const;
  const { findings } = await loadWithProblems({ ...options, wanted: 'notes' });
  expect(findings.notes.map(({ code, line }) => [code, line])).toContainEqual([
    'post-coverAlt-none',
    4,
  ]);
});

describe('a post that was first published elsewhere', () => {
  const URL_ELSEWHERE = 'https://kitchen.example/stew';

  it('names that address to search engines, feeds and readers', () => {
    const stew = page('/2023/05/stew/');
    expect(linkTarget(stew, 'canonical')).toBe(URL_ELSEWHERE);
    expect(metaContent(stew, 'og:url')).toBe(URL_ELSEWHERE);
    expect(structured('/2023/05/stew/', 'BlogPosting')).toMatchObject({
      mainEntityOfPage: URL_ELSEWHERE,
      url: URL_ELSEWHERE,
    });
    const note = onlyWithClass(stew, 'original-address');
    expect([textOf(note), hrefs(note)]).toEqual([
      'First published at kitchen.example',
      [URL_ELSEWHERE],
    ]);
    expect(output.read('rss.xml')).toContain(
      `<atom:link rel="canonical" href="${URL_ELSEWHERE}"/>`,
    );
    expect(output.read('atom.xml')).toContain(`<link rel="canonical" href="${URL_ELSEWHERE}"/>`);
    expect(output.read('feed.json')).toContain(`"external_url":"${URL_ELSEWHERE}"`);
    expect(output.read('sitemap.xml')).not.toContain('stew');
  });
});

it('`toc: false` leaves out the table of contents', () => {
  expect(withClass(page('/2024/01/one/'), 'contents')).toHaveLength(1);
  expect(withClass(page('/2024/03/two/'), 'contents')).toEqual([]);
});

it('`<!--more-->` ends the summary, unless it is code, and is not on the page', () => {
  expect(metaContent(page('/2023/05/stew/'), 'description')).toBe(
    'Boil them. Stir them. <!--more--> is code. Serve them warm.',
  );
  expect(metaContent(page('/2023/04/rinse/'), 'description')).toBe('Rinse.');
  expect(output.read('2023/04/rinse/index.html')).not.toMatch(/<!--\s*more/i);
});

describe('a page', () => {
  it('has its place in the header', () => {
    const links = hrefs(onlyWithClass(page('/'), 'site-navigation'));
    expect(links.slice(3)).toEqual(['/beds/', '/garten/', '/far/away/', '/about/']);
  });

  it('has its language', () => {
    const garten = page('/garten/');
    expect(metaContent(garten, 'og:locale')).toBe('de_DE');
    expect(onlyWithClass(garten, 'prose').attribs['lang']).toBe('de');
    expect(elements(garten, 'h1').map(({ attribs }) => attribs['lang'])).toEqual(['de']);
    const link = elements(page('/'), 'a').find(({ attribs }) => attribs['href'] === '/garten/');
    expect(link?.attribs['lang']).toBe('de');
  });

  it('can be wide', () => {
    expect(elements(page('/beds/'), 'main')[0]?.attribs['class']).toBe('main wide');
    expect(elements(page('/about/'), 'main')[0]?.attribs['class']).toBe('main');
  });
});

async function load(
  files: Readonly<Record<string, string>>,
  previous?: Parameters<typeof loadWithProblems>[0]['previous'],
) {
  return loadFolder(folderWith({ ...SITE, ...files }), previous);
}

function loadFolder(
  contentDir: string,
  previous?: Parameters<typeof loadWithProblems>[0]['previous'],
) {
  const now = Date.parse(NOW);
  return loadWithProblems({ contentDir, publicDir: folderWith({}), drafts: false, now, previous });
}

describe('mistakes are reported at their lines', () => {
  const FIRST = 'title: A\npublishDate: 2024-01-01';

  it.each([
    ['pinned: maybe', 4, 'post-pinned-invalid'],
    ['series: [A, B]', 4, 'post-series-invalid'],
    ['series: { name: A, part: two }', 4, 'post-series-invalid'],
    ['series: { nam: A }', 4, 'post-series-invalid'],
    ['cover: ./none.jpg', 4, 'post-cover-missing'],
    ['cover: https://o.example/a.jpg', 4, 'post-cover-missing'],
    ['cover: ./.env', 4, 'post-cover-missing'],
    ['toc: 3', 4, 'post-toc-invalid'],
    ['comments: off', 4, 'post-comments-invalid'],
    ['canonicalUrl: /elsewhere', 4, 'post-canonicalUrl-invalid'],
    ['canonicalUrl: https://peas.example/b', 4, 'post-canonicalUrl-own'],
    ['cover_image: a.jpg', 4, 'post-field-foreign'],
  ])('%s', async (line, at, code) => {
    const { problems } = await load({ 'posts/a/index.md': post(`${FIRST}\n${line}`) });
    expect(problems.map((problem) => [problem.line, problem.code])).toEqual([[at, code]]);
  });

  it.each([
    ['language: klingon!', 'page-language-invalid'],
    ['navigation: first', 'page-navigation-invalid'],
    ['layout: page', 'page-layout-unknown'],
  ])('of a page: %s', async (line, code) => {
    const { problems } = await load({
      'posts/a/index.md': post(FIRST),
      'pages/b.md': post(`title: B\n${line}`),
    });
    expect(problems.map((problem) => [problem.line, problem.code])).toEqual([[3, code]]);
  });

  it('of a series once, not again where its page is named', async () => {
    const { problems } = await load({
      'site.yaml': `${SITE['site.yaml']}navigation: [{ text: Row, url: /series/row/ }]\n`,
      'posts/a/index.md': post(`${FIRST}\nseries: { name: Row, part: two }`),
    });
    expect(problems.map(({ code }) => code)).toEqual(['post-series-invalid']);
  });

  it('of a series', async () => {
    const { problems } = await load({
      'posts/a/index.md': post(`${FIRST}\nseries: { name: Peas, part: 1 }`),
      'posts/b/index.md': post(
        'title: B\npublishDate: 2024-01-02\nseries:\n  name: Peas\n  part: 1',
      ),
      'posts/c/index.md': post('title: C\npublishDate: 2024-01-03\nseries: peas!'),
      'pages/series.md': post('title: Mine'),
      'series.yaml': 'Pease: { slug: p }\n',
    });
    expect(problems.map(({ line, code, hint }) => [line, code, hint])).toEqual([
      [1, 'series-unknown', 'Write "Peas", as the posts do, or remove it here.'],
      [6, 'series-part-duplicate', 'Give one of the two another number.'],
      [4, 'address-shared', expect.stringContaining('content/series.yaml')],
      [undefined, 'address-taken', expect.any(String)],
    ]);
  });
});
