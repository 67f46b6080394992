/** Which language a text belongs to, and what that changes. */
import { describe, expect, it } from 'vitest';
import { loadSite, loadWithProblems } from '../../src/build/load-site.ts';
import type { Published, Site } from '../../src/site/model.ts';
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
    expect(drafts.sitemap.flatMap(({ alternates }) => alternates)).toEqual([]);
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
async function lostBy(settings: string, previous: Published): Promise<string[]> {
  const { problems } = await loadWithProblems({ ...optionsFor(BEANS, settings), previous });
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
      '/tags/bohnen/rss.xml /de/tags/bohnen/rss.xml',
    );
    const back = await lostBy('', two.published);
    expect(back).toContain('/de/tags/bohnen/ /tags/bohnen/');
    expect(back).toContain('/de/archive/ /archive/');
    expect(back).toContain('/de/rss.xml /rss.xml');
    expect(await lostBy(TWO, two.published)).toEqual([]);
  });
});
