/** Link previews, icons, structured data and llms.txt. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildSite, type BuiltSite } from '../support/build-site.ts';
import { elements, textOf, type Document } from '../support/dom.ts';
import { readPng } from '../support/png.ts';
import { required } from '../support/required.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';
import { parseXml, xmlElements, type XmlElement } from '../support/xml.ts';

const post = (title: string, more = ''): string =>
  `---\ntitle: ${title}\npublishDate: 2024-03-02\nauthor: Ann\n${more}---\n\nWords.\n`;

const CONTENT = {
  'site.yaml': 'title: The garden\ndescription: What grows.\nurl: https://garden.example/blog/\n',
  'pages/about.md': '---\ntitle: About\n---\n\nA garden.\n',
  'posts/hello/index.md': `${post('Hello \u{1f389}')}\n![A rose](rose.gif)\n`,
  'posts/hello/rose.gif': Buffer.from('R0lGODlhAQABAAAAACw=', 'base64').toString('latin1'),
  'posts/own/index.md': post('Own', 'image: ./own.gif\nimageAlt: A tree\n'),
  'posts/own/own.gif': 'GIF89a',
  'posts/yi/index.md': post('\ua015\ua016'),
};
const CARD = 'https://garden.example/blog/cards/2024/03/hello.png';

describe('a site', () => {
  const content = folderWith(CONTENT);
  const cache = temporaryFolder();
  let site: BuiltSite;

  beforeAll(async () => {
    site = await buildSite({ content, args: ['--cache', cache] });
  });

  it('has a card for each post, named in its metadata', async () => {
    const page = site.output.page('/2024/03/hello/');
    expect(metadata(page)).toMatchObject({
      'og:image': CARD,
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:type': 'image/png',
      'og:image:alt': 'Hello \u{1f389}',
      'twitter:card': 'summary_large_image',
      'twitter:image': CARD,
      'article:published_time': '2024-03-02T00:00:00Z',
      'article:author': 'https://garden.example/blog/authors/ann/',
    });
    const png = await readPng(site.output.bytes('cards/2024/03/hello.png'));
    expect(png).toMatchObject({ width: 1200, height: 630 });
  });

  it('uses the image of a post instead of a card', () => {
    const shown = metadata(site.output.page('/2024/03/own/'));
    expect(shown['og:image']).toBe('https://garden.example/blog/2024/03/own/own.gif');
    expect(shown['og:image:alt']).toBe('A tree');
    expect(shown['og:image:width']).toBeUndefined();
    expect(site.output.has('cards/2024/03/own.png')).toBe(false);
  });

  it('has one card for all other pages', () => {
    for (const address of ['/', '/about/', '/archive/'])
      expect(metadata(site.output.page(address))['og:image']).toBe(
        'https://garden.example/blog/card.png',
      );
    expect(site.output.has('card.png')).toBe(true);
  });

  it('prints how many cards were rendered, and which letters no font has', () => {
    expect(site.stdout).toMatch(/^Cards: 3 rendered, 0 from the cache, in \d+\.\d\d s\.$/m);
    expect(site.stdout).toContain(
      '1 card shows the name of the site, because no font has these letters of the title: \ua015 \ua016',
    );
  });

  it('has breadcrumbs, site and publisher in JSON-LD', () => {
    const [posting, trail] = linkedData(site.output.page('/2024/03/hello/'));
    expect(posting).toMatchObject({
      '@type': 'BlogPosting',
      image: CARD,
      author: [{ '@type': 'Person', name: 'Ann' }],
      publisher: { name: 'The garden', logo: { url: 'https://garden.example/blog/icon.png' } },
    });
    expect(trail).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: 'The garden', item: 'https://garden.example/blog/' },
        { position: 2, name: '2024', item: 'https://garden.example/blog/2024/' },
        { position: 3, name: 'March', item: 'https://garden.example/blog/2024/03/' },
        { position: 4, name: 'Hello \u{1f389}' },
      ],
    });
    const [website] = linkedData(site.output.page('/'));
    expect(website).toMatchObject({
      '@type': 'WebSite',
      name: 'The garden',
      potentialAction: {
        target: { urlTemplate: 'https://garden.example/blog/search/?q={search_term_string}' },
      },
    });
  });

  it('lists the images of each post in the sitemap', () => {
    const urls = xmlElements(parseXml(site.output.read('sitemap.xml')), 'url');
    const hello = required(urls.find((url) => texts(url, 'loc')[0]?.endsWith('/2024/03/hello/')));
    expect(texts(hello, 'image:loc')).toEqual([
      CARD,
      'https://garden.example/blog/2024/03/hello/rose.gif',
    ]);
  });

  it('has a manifest whose icons all exist', () => {
    const Manifest = z.object({
      name: z.string(),
      start_url: z.string(),
      icons: z.array(z.object({ src: z.string(), sizes: z.string() })),
    });
    const manifest = Manifest.parse(JSON.parse(site.output.read('site.webmanifest')));
    expect(manifest).toMatchObject({ name: 'The garden', start_url: '/blog/' });
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
    const links = elements(site.output.page('/'), 'link').filter(({ attribs }) =>
      /icon|manifest/.test(attribs['rel'] ?? ''),
    );
    expect(links.map(({ attribs }) => attribs['rel'])).toEqual([
      'icon',
      'icon',
      'apple-touch-icon',
      'manifest',
    ]);
    const named = [
      ...links.map(({ attribs }) => attribs['href']),
      ...manifest.icons.map(({ src }) => src),
    ];
    for (const url of named)
      expect(site.output.has(required(url).replace('/blog/', '')), url).toBe(true);
  });

  it('has an llms.txt', () => {
    expect(site.output.read('llms.txt')).toMatchInlineSnapshot(`
      "# The garden

      > What grows.

      ## Pages

      - [About](https://garden.example/blog/about/): A garden.
      - [Archive](https://garden.example/blog/archive/): All posts of The garden by year and month.
      - [Tags](https://garden.example/blog/tags/): What The garden writes about.
      - [Authors](https://garden.example/blog/authors/): Who writes on The garden.
      - [RSS feed](https://garden.example/blog/rss.xml)
      - [JSON Feed](https://garden.example/blog/feed.json)
      - [Sitemap](https://garden.example/blog/sitemap.xml)

      ## Newest posts

      - [Hello 🎉](https://garden.example/blog/2024/03/hello/): Words.
      - [Own](https://garden.example/blog/2024/03/own/): Words.
      - [ꀕꀖ](https://garden.example/blog/2024/03/yi/): Words.
      "
    `);
  });

  it('is the same with a damaged cache', async () => {
    const files = readdirSync(path.join(cache, 'cards'), {
      recursive: true,
      withFileTypes: true,
    }).filter((item) => item.isFile());
    expect(files).toHaveLength(3);
    for (const { parentPath, name } of files) {
      const file = path.join(parentPath, name);
      writeFileSync(file, readFileSync(file).fill(0, 40, 44));
    }
    const again = await buildSite({ content, args: ['--cache', cache] });
    expect(again.stdout).toContain('Cards: 3 rendered, 0 from the cache');
    expect(again.output.fingerprint()).toEqual(site.output.fingerprint());
    const third = await buildSite({ content, args: ['--cache', cache] });
    expect(third.stdout).toContain('Cards: 0 rendered, 3 from the cache');
    expect(third.output.fingerprint()).toEqual(site.output.fingerprint());
  });

  it('has no cards with --no-cards', async () => {
    const fresh = path.join(temporaryFolder(), 'cache');
    const plain = await buildSite({ content, args: ['--no-cards', '--cache', fresh] });
    expect(plain.exitCode, plain.stderr).toBe(0);
    expect(plain.output.files().filter((file) => /card/.test(file))).toEqual([]);
    expect(plain.stdout).not.toContain('Cards');
    expect(metadata(plain.output.page('/2024/03/hello/'))['og:image']).toBeUndefined();
    expect(existsSync(path.join(fresh, 'cards'))).toBe(false);
  });
});

it('a post cannot overwrite a card', async () => {
  const site = await buildSite({
    content: folderWith({
      ...CONTENT,
      'posts/hello/index.md': post('Hello', 'legacyUrl: /card.png\n'),
    }),
  });
  expect(site.exitCode).toBe(1);
  expect(site.stderr).toContain('address-taken');
});

function metadata(page: Document): Record<string, string> {
  return Object.fromEntries(
    elements(page, 'meta').map(({ attribs }) => [
      attribs['property'] ?? attribs['name'] ?? '',
      attribs['content'] ?? '',
    ]),
  );
}

function texts(element: XmlElement, name: string): string[] {
  return xmlElements(element, name).map(({ text }) => text);
}

function linkedData(page: Document): unknown[] {
  return elements(page, 'script')
    .filter(({ attribs }) => attribs['type'] === 'application/ld+json')
    .map((script): unknown => JSON.parse(textOf(script)));
}
