/** A site in two languages, with one post that is translated into a third. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import {
  elements,
  lineOf,
  metaContent,
  onlyWithClass,
  withClass,
  type Document,
} from '../support/dom.ts';
import { fixtureSite } from '../support/fixtures.ts';
import { parseXml, xmlElements } from '../support/xml.ts';

const ENGLISH = '/2025/03/digging-the-pond/';
const GERMAN = '/2025/03/den-teich-graben/';
const ARABIC = '/2025/03/hafr-albirka/';
const ENGLISH_WORDS =
  /\b(?:Archive|Tags|Authors|Subscribe|Search|Skip|By|min read|\d posts?|Newer|Older|Filed|March|Follow)\b/;
const HOST = 'https://pond.example';

let output: OutputFolder;

beforeAll(async () => {
  const content = fixtureSite('two-languages');
  ({ output } = built(await buildSite({ content, args: ['--now', '2026-01-01'] })));
});

function page(address: string): Document {
  return output.page(address);
}

/** `hreflang` and path of the alternates in the head. */
function alternates(address: string): string[] {
  return elements(page(address), 'link').flatMap(({ attribs: { hreflang, href = '' } }) =>
    hreflang === undefined ? [] : [`${hreflang} ${href.replace(HOST, '')}`],
  );
}

/** `hreflang`, path and text of the links to other languages in a part of the page. */
function languageLinks(part: Parameters<typeof elements>[0]): string[] {
  return elements(part, 'a').flatMap((link) => {
    const { hreflang, href, lang, dir = '' } = link.attribs;
    return hreflang === undefined ? [] : [`${hreflang} ${lang} ${dir} ${href} ${lineOf(link)}`];
  });
}

/** Path and text of each link. */
function navigation(address: string): string[] {
  return elements(onlyWithClass(page(address), 'site-navigation'), 'a').map(
    (link) => `${link.attribs['href']} ${lineOf(link)}`,
  );
}

function posts(address: string): string[] {
  return withClass(page(address), 'h-entry')
    .flatMap((entry) => elements(entry, 'h2'))
    .map(lineOf);
}

describe('a translated post', () => {
  it('names its translations in its head, with the original for all other readers', () => {
    const all = [`en ${ENGLISH}`, `ar ${ARABIC}`, `de ${GERMAN}`, `x-default ${ENGLISH}`];
    for (const address of [ENGLISH, GERMAN, ARABIC]) expect(alternates(address)).toEqual(all);
    expect(alternates('/2025/05/first-frogs/')).toEqual([]);
  });

  it('links to them, each in its own language', () => {
    expect(lineOf(onlyWithClass(page(ENGLISH), 'translations'))).toBe('Also in العربية, Deutsch');
    expect(languageLinks(onlyWithClass(page(ENGLISH), 'translations'))).toEqual([
      `ar ar rtl ${ARABIC} العربية`,
      `de de  ${GERMAN} Deutsch`,
    ]);
    expect(lineOf(onlyWithClass(page(GERMAN), 'translations'))).toBe('Auch auf English, العربية');
  });

  it('says so to search engines and link previews', () => {
    expect(metaContent(page(GERMAN), 'og:locale')).toBe('de_DE');
    const others = elements(page(GERMAN), 'meta')
      .filter(({ attribs }) => attribs['property'] === 'og:locale:alternate')
      .map(({ attribs }) => attribs['content']);
    expect(others).toEqual(['en_US', 'ar_EG']);
    expect(structuredData(GERMAN)).toMatchObject({
      inLanguage: 'de',
      translationOfWork: { '@id': HOST + ENGLISH, inLanguage: 'en' },
      isPartOf: [
        { '@id': `${HOST}/de/`, name: 'Wasser und Samen' },
        { '@id': `${HOST}/de/series/teich/` },
      ],
    });
    expect(structuredData(GERMAN)).not.toHaveProperty('workTranslation');
    expect(structuredData(ENGLISH)).toMatchObject({
      workTranslation: [{ '@id': HOST + ARABIC }, { '@id': HOST + GERMAN, inLanguage: 'de' }],
    });
  });

  it('names them in the sitemap', () => {
    const entry = xmlElements(parseXml(output.read('sitemap.xml')), 'url').find(
      ({ children }) => children[0]?.text === HOST + ARABIC,
    );
    expect(
      entry?.children
        .filter(({ name }) => name === 'xhtml:link')
        .map(({ attributes }) => `${attributes['hreflang']} ${attributes['href']}`),
    ).toEqual([
      `en ${HOST}${ENGLISH}`,
      `ar ${HOST}${ARABIC}`,
      `de ${HOST}${GERMAN}`,
      `x-default ${HOST}${ENGLISH}`,
    ]);
  });
});

describe('each language', () => {
  it('has a home page with its posts alone', () => {
    expect(posts('/de/')).toEqual([
      'Vom Wort Blumentopferde',
      'Samen per Post',
      'Den Teich füllen',
      'Den Teich graben',
    ]);
    expect(posts('/')).not.toContain('Samen per Post');
    expect(posts('/')).toContain('حفر البركة');
    const [main] = elements(page('/de/'), 'main').map((part) => onlyWithClass(part, 'prose'));
    expect(main && lineOf(main)).toContain('Hier stehen alle Beiträge');
    expect(elements(page('/de/'), 'title').map(lineOf)).toEqual(['Wasser und Samen']);
    expect(alternates('/de/')).toEqual(['en /', 'de /de/', 'x-default /']);
  });

  it('has no interface text of another one', () => {
    const german = [
      '/de/',
      '/de/archive/',
      '/de/2025/',
      '/de/2025/03/',
      '/de/tags/',
      GERMAN,
    ].concat([
      '/de/tags/teich/',
      '/de/authors/',
      '/de/authors/rosa-reed/',
      '/de/search/',
      '/de/subscribe/',
      '/de/series/',
      '/de/series/teich/',
    ]);
    for (const address of german) {
      expect(elements(page(address), 'html')[0]?.attribs['lang']).toBe('de');
      expect(elements(page(address), 'body').map(lineOf).join()).not.toMatch(ENGLISH_WORDS);
    }
    expect(lineOf(onlyWithClass(page(GERMAN), 'dt-published'))).toBe('4. März 2025');
  });

  it('has a navigation of its own, which ends with the other languages', () => {
    expect(navigation(GERMAN)).toEqual([
      '/de/archive/ Archiv',
      '/de/tags/ Schlagwörter',
      '/de/authors/ Autoren',
      '/ueber/ Über uns',
      'https://weather.example/ Weather',
      '/de/series/ Reihen',
      `${ENGLISH} English`,
    ]);
    expect(navigation('/de/2025/').at(-1)).toBe('/ English');
    expect(navigation('/archive/').at(-1)).toBe('/de/archive/ Deutsch');
    expect(navigation('/about/').at(-1)).toBe('/ueber/ Deutsch');
  });

  it('has feeds of its posts, tags and authors', () => {
    const feed = JSON.parse(output.read('de/feed.json'));
    expect(feed).toMatchObject({ language: 'de', home_page_url: `${HOST}/de/` });
    expect(feed.items).toHaveLength(4);
    expect(feed.items[0]).not.toHaveProperty('language');
    const tag = parseXml(output.read('de/tags/teich/atom.xml'));
    expect(tag.attributes['xml:lang']).toBe('de');
    expect(xmlElements(tag, 'entry')).toHaveLength(2);
    expect(parseXml(output.read('de/atom.xml')).attributes['xml:lang']).toBe('de');
    const main = parseXml(output.read('rss.xml'));
    expect(xmlElements(main, 'dc:language').map(({ text }) => text)).toEqual(['ar']);
    const links = elements(page(GERMAN), 'link').map(({ attribs }) => attribs['href']);
    expect(links).toContain('/de/rss.xml');
    expect(links).not.toContain('/rss.xml');
  });

  it('leads from post to post, tag and author of the same language', () => {
    const hrefs = elements(page('/2025/04/den-teich-fuellen/'), 'main')
      .flatMap((main) => elements(main, 'a'))
      .map(({ attribs }) => attribs['href']);
    expect(hrefs).toContain('/de/tags/teich/');
    expect(hrefs).toContain('/de/authors/rosa-reed/');
    expect(hrefs).toContain(GERMAN);
    expect(hrefs).toContain('/2025/06/samen-per-post/');
    expect(hrefs).not.toContain('/2025/03/hafr-albirka/');
  });
});

describe('a series', () => {
  it('has its parts, its list and its feeds in its language', () => {
    expect(posts('/de/series/teich/')).toEqual(['Den Teich graben', 'Den Teich füllen']);
    expect(posts('/series/pond/')).toEqual([
      'Digging the pond',
      'Filling the pond',
      'The first frogs',
    ]);
    const index = elements(onlyWithClass(page('/de/series/'), 'counted-list'), 'a');
    expect(index.map(({ attribs }) => attribs['href'])).toEqual([
      '/de/series/samen-in-umschlagen/',
      '/de/series/teich/',
    ]);
    expect(alternates('/de/series/')).toEqual([
      'en /series/',
      'de /de/series/',
      'x-default /series/',
    ]);
    expect(lineOf(onlyWithClass(page(GERMAN), 'series'))).toMatch(/^Teil 1 von Der Teich/);
    expect(JSON.parse(output.read('de/series/teich/feed.json'))).toMatchObject({
      language: 'de',
      items: [{ title: 'Den Teich füllen' }, { title: 'Den Teich graben' }],
    });
    expect(output.read('de/subscribe/index.html')).toContain('/de/series/teich/atom.xml');
  });
});

describe('texts and components of the owner', () => {
  it('are on the pages of every language, with the language that they are in', () => {
    for (const [address, lang] of [
      ['/', undefined],
      ['/de/', 'en'],
    ] as const)
      for (const name of ['announcement', 'footer-text']) {
        const [prose] = elements(onlyWithClass(page(address), name), 'div');
        expect([name, prose?.attribs['lang']]).toEqual([name, lang]);
      }
    expect(lineOf(onlyWithClass(page('/de/'), 'licence'))).toBe('Lizenz: CC BY 4.0');
  });

  it('replace those of the program, or add to them', () => {
    expect(lineOf(onlyWithClass(page(GERMAN), 'signed'))).toBe('∿ Rosa Reed');
    expect(lineOf(onlyWithClass(page(GERMAN), 'reading-time'))).toContain('Min');
    expect(lineOf(onlyWithClass(page(GERMAN), 'drops'))).toBe('•');
    expect(output.read('css/site.css')).toContain('.drops');
  });
});

it('an unpublished translation appears nowhere', () => {
  for (const file of output.files().filter((name) => /\.(?:html|xml|json|txt)$/.test(name)))
    expect([file, /noch-nicht|not-yet|geheim/i.test(output.read(file))]).toEqual([file, false]);
  expect(output.has('de/2025/09/index.html')).toBe(false);
});

function structuredData(address: string): unknown {
  const [script] = elements(page(address), 'script').filter(
    ({ attribs }) => attribs['type'] === 'application/ld+json',
  );
  return script === undefined ? undefined : JSON.parse(lineOf(script));
}
