/** A site that uses every feature of the content folder. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import {
  attributes,
  elements,
  lineOf,
  linkTarget,
  metaContent,
  onlyWithClass,
  withClass,
  type Document,
  type Element,
} from '../support/dom.ts';
import { fixtureSite } from '../support/fixtures.ts';
import { required } from '../support/required.ts';
import { childText, parseXml, xmlElements } from '../support/xml.ts';

const CONTENT = fixtureSite('everything');
const NOW = ['--now', '2024-06-01'];

let site: BuiltSite;
let page: (address: string) => Document;

beforeAll(async () => {
  // The reader's side of the world must not matter.
  const env = { TZ: 'America/Los_Angeles' };
  site = built(await buildSite({ content: CONTENT, args: NOW, env }));
  page = (address) => site.output.page(address);
});

describe('addresses', () => {
  it('follow the pattern, with dates in the site\u2019s time zone', () => {
    expect(listed(page('/archive/'), 'a', /^\/\d{4}\/\d{2}\/$/)).toEqual([
      '/2024/05/',
      '/2024/04/',
      '/2024/03/',
      '/2024/02/',
      '/2024/01/',
    ]);
    expect(site.output.has('notes/2024/01/01/last-night-of-the-year/index.html')).toBe(true);
    expect(site.output.has('notes/2024/02/29/leap-day/index.html')).toBe(true);
  });

  it('use the slug that overrides the folder\u2019s name', () => {
    expect(site.output.has('notes/2024/04/01/chosen-slug/index.html')).toBe(true);
    expect(site.output.files().filter((file) => file.includes('overrides'))).toEqual([]);
  });

  it('agree in canonical link, Open Graph and sitemap', () => {
    const address = 'https://garden.example/notes/2024/02/29/leap-day/';
    const post = page('/notes/2024/02/29/leap-day/');
    expect(linkTarget(post, 'canonical')).toBe(address);
    expect(metaContent(post, 'og:url')).toBe(address);
    const addresses = xmlElements(parseXml(site.output.read('sitemap.xml')), 'loc');
    expect(addresses.map(({ text }) => text)).toContain(address);
  });
});

describe('dates', () => {
  it('show a date-time as the day in the site\u2019s time zone', () => {
    const date = onlyWithClass(
      article('/notes/2024/01/01/last-night-of-the-year/'),
      'dt-published',
    );
    expect(lineOf(date)).toBe('1 January 2024');
    expect(date.attribs['datetime']).toBe('2024-01-01T07:30:00+09:00');
  });

  it('show an update only when the date differs', () => {
    const updated = onlyWithClass(article('/notes/2024/02/29/leap-day/'), 'dt-updated');
    expect(lineOf(updated)).toBe('1 March 2024');
    expect(withClass(page('/notes/2024/04/01/chosen-slug/'), 'dt-updated')).toEqual([]);
  });

  it('sort posts, newest first, then by slug', () => {
    const titles = ['/', '/page/2/'].map((address) =>
      withClass(page(address), 'post-entry').map((entry) => lineOf(onlyWithClass(entry, 'p-name'))),
    );
    expect(titles).toEqual([
      ['Old links', 'Pictures', 'Rosa’s *bed* & <breakfast>', 'First note of the day'],
      ['Second note of the day', 'Rain', 'Leap day', 'The last night of the year'],
    ]);
  });

  it('choose the lead post of the home page', () => {
    const leading = ['/', '/page/2/'].map((address) =>
      withClass(page(address), 'leading').map((entry) => lineOf(onlyWithClass(entry, 'p-name'))),
    );
    expect(leading).toEqual([['Old links'], []]);
  });

  it('link to the previous and next posts', () => {
    const post = page('/notes/2024/03/10/same-day-a/');
    const [newer] = withClass(post, 'newer');
    const [older] = withClass(post, 'older');
    expect(newer?.attribs['href']).toBe('/notes/2024/04/01/chosen-slug/');
    expect(older?.attribs['href']).toBe('/notes/2024/03/10/same-day-b/');
  });
});

describe('the metadata of a post', () => {
  it('decodes HTML entities once, and shows neither Markdown nor HTML', () => {
    const post = page('/notes/2024/04/01/chosen-slug/');
    expect(elements(post, 'h1').map(lineOf)).toEqual(['Rosa’s *bed* & <breakfast>']);
    expect(elements(required(elements(post, 'h1')[0]))).toEqual([]);
    expect(metaContent(post, 'og:title')).toBe('Rosa’s *bed* & <breakfast>');
  });

  it('names every author, except anonymous ones', () => {
    const names = withClass(article('/notes/2024/02/29/leap-day/'), 'p-author').map(lineOf);
    expect(names).toEqual(['Rosa Lind', 'Tomas \u00c5kerlund']);
    expect(withClass(page('/notes/2024/03/05/no-description/'), 'byline')).toEqual([]);
  });

  it('has a page for each tag, in any script', () => {
    const tags = withClass(article('/notes/2024/02/29/leap-day/'), 'p-category');
    expect(tags.map(lineOf)).toEqual(['\u5ead', '\u{1f331} seeds', 'C++', 'seeds']);
    const addresses = tags.map(({ attribs }) => decodeURI(attribs['href'] ?? ''));
    expect(new Set(addresses).size).toBe(4);
    expect(addresses).toContain('/tags/\u5ead/');
    for (const [index, address] of addresses.entries()) {
      expect(elements(page(address), 'h1').map(lineOf)).toEqual([lineOf(required(tags[index]))]);
      expect(postsOn(page(address))).toContain('/notes/2024/02/29/leap-day/');
    }
    const [colon, joined] = withClass(article('/notes/2024/04/15/pictures/'), 'p-category');
    expect(colon?.attribs['href']).not.toBe(joined?.attribs['href']);
  });

  it('matches its JSON-LD', () => {
    const script = elements(page('/notes/2024/02/29/leap-day/'), 'script').find(
      ({ attribs }) => attribs['type'] === 'application/ld+json',
    );
    const data: unknown = JSON.parse(lineOf(required(script)));
    expect(data).toMatchObject({
      '@type': 'BlogPosting',
      headline: 'Leap day',
      datePublished: '2024-02-29T00:15:00+09:00',
      dateModified: '2024-03-01T08:00:00+09:00',
      author: [{ name: 'Rosa Lind' }, { name: 'Tomas \u00c5kerlund' }],
      keywords: ['\u5ead', '\u{1f331} seeds', 'C++', 'seeds'],
      inLanguage: 'en-GB',
    });
  });

  it('has a summary when there is no description', () => {
    const summary = metaContent(page('/notes/2024/03/05/no-description/'), 'description');
    expect(summary).toMatch(/^It rained\. .+\.$/);
    expect(lineOf(onlyWithClass(page('/notes/2024/03/05/no-description/'), 'e-content'))).toContain(
      summary,
    );
  });

  it('uses its own image for previews', () => {
    const post = page('/notes/2024/04/01/chosen-slug/');
    const image = 'https://garden.example/notes/2024/04/01/chosen-slug/cover/table.png';
    expect(metaContent(post, 'og:image')).toBe(image);
    expect(metaContent(post, 'og:image:alt')).toBe('A table in the garden');
    expect(site.output.has('notes/2024/04/01/chosen-slug/cover/table.png')).toBe(true);
  });
});

describe('files beside posts', () => {
  it('are published beside the page, from Markdown and HTML alike', () => {
    const body = onlyWithClass(page('/notes/2024/04/15/pictures/'), 'e-content');
    const base = '/notes/2024/04/15/pictures/';
    expect(attributes(body, 'src')).toEqual([
      `${base}images/2024/bean.png`,
      `${base}images/2024/pea%20pod.png`,
    ]);
    expect(site.output.has(`${base}images/2024/bean.png`)).toBe(true);
    expect(site.output.has(`${base}images/2024/pea pod.png`)).toBe(true);
    expect(site.output.read(`${base}plan.txt`)).toBe('Beans left, peas right.\n');
    expect(site.output.has('about/plot.png')).toBe(true);
  });

  it('are not published when unused', () => {
    expect(site.output.files().filter((file) => file.includes('unused'))).toEqual([]);
  });
});

describe('links in posts', () => {
  it('lead to the new address of an old post', () => {
    const links = elements(onlyWithClass(page('/notes/2024/05/01/old-links/'), 'e-content'), 'li');
    const targets = links.map((item) => [lineOf(item), attributes(item, 'href')[0]]);
    expect(targets).toEqual([
      ['the book’s old address', '/notes/2024/04/01/chosen-slug/'],
      ['in another country', '/notes/2024/04/01/chosen-slug/'],
      ['a place in it', '/notes/2024/04/15/pictures/#beans'],
      ['the post beside this one', '/notes/2024/02/29/leap-day/'],
      ['a root-relative one', '/tags/'],
      ['unknown there', 'https://old-garden.blogspot.com/2001/01/gone.html'],
      ['somebody else’s', 'https://new-garden.blogspot.com/2024/04/breakfast.html'],
    ]);
  });

  it('are reported when they lead to a missing page of the old blog', () => {
    const warnings = site.stderr.match(/^warning .*\n.*/gm) ?? [];
    expect(warnings.filter((warning) => warning.includes('old-links'))).toEqual([
      `warning link-legacy-unknown\n  ${CONTENT}/posts/old-links/index.md:13:19`,
    ]);
  });

  it('keep braces, and number headings with the same text', () => {
    const body = onlyWithClass(page('/notes/2024/05/01/old-links/'), 'e-content');
    expect(lineOf(body)).toContain('{{ title }} and {% include "x" %} and <%= y %>.');
    expect(attributes(body, 'id')).toEqual(['braces', 'braces-2']);
  });
});

describe('authors', () => {
  it('show everything in their file except its post count', () => {
    const author = page('/authors/rosa-lind/');
    const card = onlyWithClass(author, 'author-card');
    expect(lineOf(onlyWithClass(card, 'p-note'))).toBe('Grows beans & asks <why>.');
    expect(onlyWithClass(card, 'u-photo').attribs['src']).toBe('/authors/rosa-lind/rosa.png');
    expect(site.output.has('authors/rosa-lind/rosa.png')).toBe(true);
    const profiles = withClass(card, 'u-url').map((link) => [lineOf(link), link.attribs['href']]);
    expect(profiles).toEqual([
      ['Website', 'https://rosa.example/'],
      ['GitHub', 'https://github.com/rosa-lind'],
      ['Mastodon', 'https://social.example/@rosa'],
      ['Bluesky', 'https://bsky.app/profile/rosa.garden.example'],
      ['Twitter', 'https://twitter.com/rosalind'],
      ['Email', 'mailto:rosa@garden.example'],
    ]);
    expect(lineOf(card)).toContain('6 posts');
    expect(lineOf(author)).not.toContain('99');
  });

  it('do not load a portrait from another site', () => {
    expect(elements(page('/authors/tomas-akerlund/'), 'img')).toEqual([]);
  });

  it('have a page even without a file, but none without a post', () => {
    expect(elements(page('/authors/someone-new/'), 'h1').map(lineOf)).toEqual(['Someone New']);
    expect(site.stderr).toContain('No file in `authors` describes "Someone New"');
    expect(site.output.files().filter((file) => /never|nobody/.test(file))).toEqual([]);
  });
});

describe('pages and navigation', () => {
  it('are at the root', () => {
    expect(elements(page('/about/'), 'h1').map(lineOf)).toEqual(['About this book']);
    expect(metaContent(page('/about/'), 'description')).toBe('Who gardens here.');
  });

  it('appear in the navigation in the configured order', () => {
    const nav = onlyWithClass(page('/'), 'site-navigation');
    expect(elements(nav, 'a').map((link) => link.attribs['href'])).toEqual([
      '/archive/',
      '/tags/',
      '/authors/',
      '/about/',
      'https://weather.example/',
    ]);
    const here = elements(onlyWithClass(page('/about/'), 'site-navigation'), 'a').filter(
      ({ attribs }) => attribs['aria-current'] === 'page',
    );
    expect(here.map(lineOf)).toEqual(['About the book']);
  });

  it.each([
    ['/2024/01/', '/archive/'],
    ['/tags/seeds/', '/tags/'],
    ['/authors/rosa-lind/', '/authors/'],
    ['/about/', undefined],
  ])('mark the section of %s', (address, section) => {
    const links = elements(onlyWithClass(page(address), 'site-navigation'), 'a');
    const current = links.filter(({ attribs }) => attribs['aria-current'] === 'true');
    expect(current.map((link) => link.attribs['href'])).toEqual(section ? [section] : []);
  });
});

describe('redirects', () => {
  it('cover every old address of posts, pages and redirects.yaml', () => {
    const targets = Object.fromEntries(
      site.output
        .stubs()
        .map(({ file, document }) => [
          file,
          metaContent(document, 'refresh')?.slice('0; url='.length),
        ]),
    );
    expect(targets).toEqual({
      '2024_01_01_archive.html': '/2024/01/',
      '2024_02_01_archive.html': '/2024/02/',
      '2024_03_01_archive.html': '/2024/03/',
      '2024_04_01_archive.html': '/2024/04/',
      '2024_05_01_archive.html': '/2024/05/',
      '2023/12/last-night.html': '/notes/2024/01/01/last-night-of-the-year/',
      '2024/04/breakfast.html': '/notes/2024/04/01/chosen-slug/',
      '2024/04/Breakfast_2.html': '/notes/2024/04/01/chosen-slug/',
      'p/about.html': '/about/',
      'p/all-notes.html': '/archive/',
      'p/pictures.html': '/notes/2024/04/15/pictures/',
      'search/label/C++/index.html': '/tags/c-plus-plus/',
      'search/label/Tea & toast/index.html': '/tags/tea-and-toast/',
      'search/label/micro:bit/index.html': '/tags/micro-bit/',
      'search/label/microbit/index.html': '/tags/microbit/',
      'search/label/seeds/index.html': '/tags/seeds/',
      'search/label/\u5ead/index.html': '/tags/%E5%BA%AD/',
      'search/label/\u{1F331} seeds/index.html': '/tags/seeds-2/',
    });
  });

  it('escape titles', () => {
    const stub = page('/2024/04/breakfast.html');
    expect(elements(stub, 'a').map(lineOf)).toEqual(['Rosa’s *bed* & <breakfast>']);
    expect(elements(stub, 'breakfast')).toEqual([]);
  });
});

describe('the feed', () => {
  it('contains as many of the newest posts as configured', () => {
    const items = xmlElements(parseXml(site.output.read('rss.xml')), 'item');
    expect(items.map((item) => childText(item, 'title'))).toEqual([
      'Old links',
      'Pictures',
      'Rosa’s *bed* & <breakfast>',
      'First note of the day',
      'Second note of the day',
    ]);
  });

  it('keeps old ids, and generates ids that do not depend on the address', () => {
    const items = xmlElements(parseXml(site.output.read('rss.xml')), 'item');
    const ids = items.map((item) => childText(item, 'guid'));
    expect(ids[2]).toBe('urn:uuid:6f1b1c52-0b5c-4d2f-9a55-0d0c8d0f7a11');
    expect(ids[0]).toBe('tag:garden.example,2024-05-01:old-links');
  });
});

describe('drafts', () => {
  const traces = /secret|draft writer|tomorrow|not finished|in-the-future|unfinished/i;

  it('appear nowhere: page, list, feed, sitemap, redirect, image, author or tag', () => {
    const { output } = site;
    expect(output.files().filter((file) => traces.test(file))).toEqual([]);
    const text = output.files().filter((file) => /\.(?:html|xml|txt)$/.test(file));
    expect(text.length).toBeGreaterThan(20);
    expect(text.filter((file) => traces.test(output.read(file)))).toEqual([]);
  });

  it('appear with --drafts, labelled and noindex, but never in the feed', async () => {
    const { exitCode, stderr, stdout, output } = await buildSite({
      content: CONTENT,
      args: [...NOW, '--drafts'],
    });
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toContain('10 posts (2 drafts), 2 pages');
    for (const [address, label] of [
      ['/notes/2024/05/02/secret-draft/', 'Draft'],
      ['/notes/2024/06/02/in-the-future/', 'Scheduled for 2 June 2024'],
    ] as const) {
      const draft = output.page(address);
      expect(withClass(onlyWithClass(draft, 'post'), 'draft-label').map(lineOf)).toEqual([label]);
      expect(metaContent(draft, 'robots')).toBe('noindex');
    }
    expect(output.has('notes/2024/05/02/secret-draft/secret.png')).toBe(true);
    expect(withClass(output.page('/unfinished/'), 'draft-label').map(lineOf)).toEqual(['Draft']);
    for (const file of ['rss.xml', 'sitemap.xml']) {
      expect(output.read(file)).not.toMatch(/secret-draft|in-the-future/);
    }
  });

  it('are published once their date has passed', async () => {
    const { exitCode, output } = await buildSite({
      content: CONTENT,
      args: ['--now', '2024-06-02T00:00:00+09:00'],
    });
    expect(exitCode).toBe(0);
    expect(postsOn(output.page('/'))[0]).toBe('/notes/2024/06/02/in-the-future/');
    expect(output.has('2024/06/tomorrow.html')).toBe(true);
  });
});

describe('--quiet', () => {
  it('prints warnings but no summary', async () => {
    const { exitCode, stdout, stderr } = await buildSite({
      content: CONTENT,
      args: [...NOW, '--quiet'],
    });
    expect(exitCode).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('author-unknown');
  });
});

function article(address: string): Element {
  return onlyWithClass(page(address), 'post');
}

function postsOn(list: Document): string[] {
  return elements(list, 'main')
    .flatMap((main) => withClass(main, 'u-url'))
    .map((link) => link.attribs['href'] ?? '');
}

function listed(document: Document, name: string, shape: RegExp): string[] {
  return elements(document, name)
    .map(({ attribs }) => attribs['href'] ?? '')
    .filter((href) => shape.test(href));
}
