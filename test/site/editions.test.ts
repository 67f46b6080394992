/** Which language a text belongs to, and what that changes. */
import { describe, expect, it } from 'vitest';
import { loadSite, loadWithProblems } from '../../src/build/load-site.ts';
import { feedsOf } from '../../src/outputs/feeds/feed.ts';
import { notFoundIndexFiles } from '../../src/outputs/hosts/not-found-index.ts';
import type { Published, Site } from '../../src/site/model.ts';
import { verifyPlan } from '../../src/verify/plan.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const TWO = 'languages: [en, de]\n';

function post(title: string, lines: string): string {
  return `---\ntitle: ${title}\npublishDate: 2024-03-10\n${lines}---\n\nWords of ${title}.\n`;
}

function optionsFor(files: Readonly<Record<string, string>>, settings: string) {
  const contentDir = folderWith({
    'site.yaml': `title: A garden\nurl: https://garden.example/\n${settings}`,
    ...files,
  });
  const publicDir = folderWith({});
  return { contentDir, publicDir, drafts: false, now: Date.UTC(2025, 0) };
}

function load(files: Readonly<Record<string, string>>, settings = TWO): Promise<Site> {
  return loadSite(optionsFor(files, settings));
}

function slugs({ editions }: Site): Record<string, string[]> {
  return Object.fromEntries(
    editions.map(({ facts, posts }) => [facts.language, posts.map(({ slug }) => slug)]),
  );
}

const BEANS = {
  'posts/beans/index.md': post('Beans', 'tags: [Food, Beans]\n'),
  'posts/bohnen/index.md': post(
    'Bohnen',
    'language: de\ntranslationOf: beans\ntags: [Food, Bohnen]\n',
  ),
};

describe('a post', () => {
  it('belongs to the language of its region, and without one to the main language', async () => {
    const site = await load(
      {
        ...BEANS,
        'posts/fisolen/index.md': post('Fisolen', 'language: de-AT\n'),
        'posts/fraises/index.md': post('Fraises', 'language: fr\n'),
        'posts/feijao/index.md': post('Feijão', 'language: pt-BR\n'),
        'posts/favas/index.md': post('Favas', 'language: pt-PT\n'),
      },
      'languages: [en, de, pt-PT, pt-BR]\n',
    );
    expect(slugs(site)).toEqual({
      en: ['beans', 'fraises'],
      de: ['bohnen', 'fisolen'],
      'pt-PT': ['favas'],
      'pt-BR': ['feijao'],
    });
    expect(site.editions.map(({ fixed }) => fixed.home.path)).toEqual([
      ...['/', '/de/', '/pt-pt/', '/pt-br/'],
    ]);
    const fisolen = site.posts.find(({ slug }) => slug === 'fisolen');
    expect([fisolen?.textLang, fisolen?.uiLang]).toEqual([{ lang: 'de-AT' }, { lang: 'de' }]);
  });

  it('is linked with its translations without any setting', async () => {
    const site = await load(BEANS, '');
    expect(slugs(site)).toEqual({ en: ['beans', 'bohnen'] });
    expect([...site.alternates.keys()]).toEqual(['/2024/03/beans/', '/2024/03/bohnen/']);
    expect(site.languageAt.size).toBe(0);
    expect(site.tags.map(({ path }) => path)).toContain('/tags/bohnen/');
  });

  it('is not linked with a translation that is unpublished or due later', async () => {
    const hidden = {
      ...BEANS,
      'posts/bohnen/index.md': post(
        'Bohnen',
        'language: de\ntranslationOf: beans\npublished: false\n',
      ),
      'posts/haricots/index.md':
        '---\ntitle: Haricots\npublishDate: 2030-01-01\nlanguage: fr\ntranslationOf: beans\n---\n',
    };
    expect((await load(hidden, '')).alternates.size).toBe(0);
    const drafts = await loadSite({ ...optionsFor(hidden, TWO), drafts: true });
    expect(drafts.alternates.get('/2024/03/beans/')?.map(({ isListed }) => isListed)).toEqual([
      ...[true, false, false],
    ]);
    expect(
      drafts.sitemaps.flatMap(({ pages }) => pages).flatMap(({ alternates }) => alternates),
    ).toEqual([]);
  });

  it('has translations that stay linked without their original', async () => {
    const site = await load({
      'posts/beans/index.md': post('Beans', 'published: false\n'),
      'posts/haricots/index.md': post('Haricots', 'language: fr\ntranslationOf: beans\n'),
      'posts/bohnen/index.md': post('Bohnen', 'language: de\ntranslationOf: beans\n'),
    });
    expect(site.alternates.get('/2024/03/haricots/')?.map(({ name }) => name)).toEqual([
      ...['Deutsch', 'Français'],
    ]);
  });
});

describe('a series', () => {
  const ROW = {
    'series.yaml': 'The row: { slug: row, legacyUrl: /series/long-row/ }\n',
    'posts/beans/index.md': post('Beans', 'series: { name: The row, part: 1 }\npinned: true\n'),
    'posts/peas/index.md': post('Peas', 'series: { name: The row, part: 2 }\n'),
    'posts/bohnen/index.md': post(
      'Bohnen',
      'language: de\ntranslationOf: beans\nseries: { name: The row, part: 1 }\n',
    ),
    'posts/erbsen/index.md': post('Erbsen', 'language: de\nseries: { name: The row, part: 2 }\n'),
  };

  it('belongs to a language, and counts its parts there', async () => {
    const { site, problems } = await loadWithProblems(optionsFor(ROW, TWO));
    expect(problems.map(({ code }) => code)).not.toContain('series-part-duplicate');
    const parts = site.series.map(({ path, parts: all }) => [
      path,
      all.map(({ post: { title } }) => title),
    ]);
    expect(parts).toEqual([
      ['/series/row/', ['Beans', 'Peas']],
      ['/de/series/row/', ['Bohnen', 'Erbsen']],
    ]);
    expect(site.posts.find(({ slug }) => slug === 'erbsen')?.series).toMatchObject({
      ...{ part: 2, url: '/de/series/row/', previous: { text: 'Bohnen' } },
    });
    const old = site.redirects.exact.filter(({ from }) => from === '/series/long-row/');
    expect(old.map(({ to }) => to.path)).toEqual(['/series/row/']);
  });

  it('is where outputs look for pages and feeds', async () => {
    const site = await load(ROW);
    expect(site.alternates.get('/de/series/')?.map(({ path }) => path)).toEqual([
      ...['/series/', '/de/series/'],
    ]);
    const listed = site.sitemaps
      .flatMap(({ pages }) => pages)
      .map(({ url }) => new URL(url).pathname);
    expect(listed).toEqual(expect.arrayContaining(['/de/series/', '/de/series/row/']));
    const index: { pages: unknown } = JSON.parse(required(notFoundIndexFiles(site)[0]).content);
    expect(index.pages).toContainEqual(['/de/series/', 'Reihen']);
    expect(feedsOf(site).map(({ addresses }) => addresses.rss?.path)).toContain(
      '/de/series/row/rss.xml',
    );
    const verified = verifyPlan(site, 'https://garden.example/').expectations;
    expect(verified.map(({ address }) => new URL(address).pathname)).toEqual(
      expect.arrayContaining(['/de/series/', '/de/series/row/', '/de/series/row/atom.xml']),
    );
    expect(site.published.pages).toContainEqual({ path: '/de/series/', title: 'Reihen' });
  });

  it('moves with `languages`', async () => {
    const two = await load(ROW);
    const back = await lostBy('', two.published, ROW);
    expect(back).toContain('/de/series/row/ /series/row/');
    expect(back).toContain('/de/series/ /series/');
  });
});

describe('the pages of a language', () => {
  const FILES = {
    'posts/beans/index.md': post('Beans', ''),
    'posts/peas/index.md': post('Peas', 'canonicalUrl: https://elsewhere.example/peas\n'),
    'posts/erbsen/index.md': post('Erbsen', 'language: de\ntranslationOf: peas\n'),
    'posts/pois/index.md': post('Pois', 'language: fr\ntranslationOf: peas\n'),
    'posts/bohnen/index.md': post('Bohnen', 'language: de\ntranslationOf: beans\npinned: true\n'),
    'pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
    'pages/ueber.md': '---\ntitle: Wir\nlanguage: de\ntranslationOf: about\n---\n\nWir.\n',
    'pages/de/zaun.md': '---\ntitle: Zaun\nlanguage: de\nnavigation: 1\n---\n\nZaun.\n',
  };
  const NAVIGATION = `navigation:
  - home
  - { text: More, items: [archive, search, { text: Us, url: /about/ }] }
  - pages
  - { text: Weather, url: 'https://weather.example/' }
`;

  it('have the navigation of the settings in its words, with its pages', async () => {
    const site = await load(FILES, TWO + NAVIGATION);
    const [main, german] = site.editions.map(({ facts }) => facts.navigation);
    expect(main).toMatchObject([
      { text: 'Home', url: '/' },
      {
        text: 'More',
        items: [{ url: '/archive/' }, { url: '/search/' }, { text: 'Us', url: '/about/' }],
      },
      { text: 'About', url: '/about/' },
      { text: 'Weather' },
    ]);
    expect(german).toMatchObject([
      { text: 'Startseite', url: '/de/' },
      {
        ...{ text: 'More', lang: { lang: 'en' } },
        items: [
          { text: 'Archiv', url: '/de/archive/' },
          { url: '/de/search/', isSearch: true },
          { text: 'Wir', url: '/ueber/' },
        ],
      },
      { text: 'Zaun', url: '/de/zaun/' },
      { text: 'Wir', url: '/ueber/' },
      { text: 'Weather', lang: { lang: 'en' } },
    ]);
  });

  it('have a home page in the form of the settings, with its own years and pinned posts', async () => {
    const site = await load(FILES, `${TWO}home: list\n`);
    const german = site.homePages.find(({ path }) => path === '/de/');
    expect(german?.posts.map(({ title }) => title)).toEqual(['Bohnen', 'Erbsen']);
    expect(german?.years.map(({ url }) => url)).toEqual(['/de/2024/']);
  });

  it('have no alternates for search engines if they name an original elsewhere', async () => {
    const site = await load(FILES);
    const [peas, erbsen] = ['/2024/03/peas/', '/2024/03/erbsen/'];
    expect(site.alternates.get(peas)).toHaveLength(3);
    expect(site.listedAlternates.has(peas)).toBe(false);
    expect(site.listedAlternates.get(erbsen)?.map(({ language }) => language)).toEqual([
      'de',
      'fr',
    ]);
    const inSitemap = site.sitemaps
      .flatMap(({ pages }) => pages)
      .flatMap(({ alternates }) => alternates.map(({ path }) => path));
    expect(inSitemap).toContain(erbsen);
    expect(inSitemap).not.toContain(peas);
  });

  it('have comments in their language', async () => {
    const comments = 'comments: { service: isso, url: https://comments.example/ }\n';
    const site = await load(FILES, TWO + comments);
    const german = site.posts.find(({ slug }) => slug === 'bohnen')?.comments;
    expect(german?.source).toMatchObject({ attributes: { 'data-isso-lang': 'de' } });
  });

  it('have limits of their own', async () => {
    const { problems } = await loadWithProblems(
      optionsFor(FILES, `${TWO}limits: { listedPosts: 1 }\n`),
    );
    const found = problems.filter(({ code }) => code === 'limit-exceeded');
    expect(found.map(({ message }) => message)).toEqual([
      'The year 2024 has 3 posts in one list, but the limit is 1.',
      'The year 2024 has 2 posts in one list, but the limit is 1.',
    ]);
  });
});

describe('a tag of two languages', () => {
  it('has a page in each, and its old addresses once', async () => {
    const site = await load(
      { ...BEANS, 'tags.yaml': 'Food:\n  legacyUrl: /tags/eating/\n  slug: good-food\n' },
      `${TWO}legacy: blogger\nlegacyHosts: [garden.blogspot.com]\n`,
    );
    const food = site.tags.filter(({ name }) => name === 'Food');
    expect(food.map(({ path, posts }) => [path, posts.length])).toEqual([
      ['/tags/good-food/', 1],
      ['/de/tags/good-food/', 1],
    ]);
    const sources = site.redirects.exact.map(({ from }) => from);
    expect(sources).toEqual([...new Set(sources)]);
    const to = new Map(site.redirects.exact.map((redirect) => [redirect.from, redirect.to.path]));
    expect(to.get('/tags/eating/')).toBe('/tags/good-food/');
    expect(to.get('/search/label/Food')).toBe('/tags/good-food/');
    expect(to.get('/search/label/Bohnen')).toBe('/de/tags/bohnen/');
  });
});

/** Old and new address of each. */
async function lostBy(
  settings: string,
  previous: Published,
  files: Readonly<Record<string, string>> = BEANS,
): Promise<string[]> {
  const { problems } = await loadWithProblems({ ...optionsFor(files, settings), previous });
  return problems
    .filter(({ code }) => code === 'address-lost')
    .flatMap(
      ({ message }) => /from: (\S+), to: (\S+) /.exec(message)?.slice(1).join(' ') ?? message,
    );
}

describe('a list that moves with `languages`', () => {
  it('is named with its new address', async () => {
    const [one, two] = [await load(BEANS, ''), await load(BEANS)];
    expect(await lostBy(TWO, one.published)).toContain('/tags/bohnen/ /de/tags/bohnen/');
    expect(await lostBy(TWO, one.published)).toContain(
      '/tags/bohnen/atom.xml /de/tags/bohnen/atom.xml',
    );
    const back = await lostBy('', two.published);
    expect(back).toContain('/de/tags/bohnen/ /tags/bohnen/');
    expect(back).toContain('/de/archive/ /archive/');
    expect(back).toContain('/de/rss.xml /rss.xml');
    expect(await lostBy(TWO, two.published)).toEqual([]);
  });
});
