/** Whole sites in every language: no foreign interface text. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import {
  attributes,
  elements,
  lineOf,
  linkTarget,
  metaContent,
  onlyWithClass,
  parsePage,
  textOf,
  withClass,
} from '../support/dom.ts';
import { strayWords } from '../support/interface-words.ts';
import { folderWith } from '../support/scratch.ts';
import { parseXml, xmlElements } from '../support/xml.ts';

/** Names that are the same in every language. */
const NAMES = [
  ...['GitHub', 'Mastodon', 'Bluesky', 'Twitter', 'RSS', 'JSON', 'Atom', 'Feed', 'OPML'],
  // Address that a frame is named by.
  ...['www', 'YouTube', 'youtube', 'nocookie', 'com', 'example', 'org', 'https', 'garden'],
];

const EVERYTHING = `
# Заголовок

## Второй

Слово[^1] и [^2].

> [!NOTE]
> Заметка.

> [!TIP]
> Совет.

> [!IMPORTANT]
> Важно.

> [!WARNING]
> Осторожно.

> [!CAUTION]
> Опасно.

| Один | Два |
| ---- | --- |
| 1    | 2   |

\`\`\`python
слово = 1
\`\`\`

[![](./лист.svg)](./лист.svg) [![](./лист.svg)](https://example.org/)

<iframe src="https://www.youtube-nocookie.com/embed/x"></iframe>

[^1]: Первая.
[^2]: Вторая.
`;

function post(title: string, date: string, more = '', body = 'Слова.'): string {
  return `---\ntitle: ${title}\npublishDate: '${date}'\n${more}---\n\n${body}\n`;
}

/** A site whose content is written in Cyrillic letters alone. */
function siteIn(language: string): string {
  return folderWith({
    'site.yaml': `title: Сад\ndescription: О саде.\nauthor: Роза\nurl: https://garden.example/\nlegacy: blogger\nlegacyHosts: [garden.blogspot.com]\npageSize: 2\nlanguage: ${language}\n`,
    'authors/a.json': JSON.stringify({
      name: 'Роза',
      bio: 'Пишет.',
      avatar: 'https://example.org/a.png',
      website: 'https://example.org/',
      email: 'a@example.org',
      github: 'a',
      twitter: 'a',
      bluesky: 'a.example.org',
      mastodon: '@a@example.org',
    }),
    'pages/about.md': '---\ntitle: О нас\n---\n\nМы.\n',
    'pages/draft.md': '---\ntitle: Потом\npublished: false\n---\n\nМы.\n',
    'posts/all/index.md': post(
      'Всё',
      '2021-04-01',
      "author: [Роза, Иван]\ntags: [дерево, лист]\nupdatedDate: '2021-05-02'\n",
      EVERYTHING,
    ),
    'posts/all/лист.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'posts/b/index.md': post('Бук', '2021-03-01', 'tags: [дерево]\n'),
    'posts/c/index.md': post('Вяз', '2021-02-01', 'tags: [дерево]\n'),
    'posts/draft/index.md': post('Черновик', '2021-02-02', 'published: false\n'),
    'posts/later/index.md': post('Позже', '2031-02-02'),
  });
}

async function build(content: string): Promise<BuiltSite> {
  return built(await buildSite({ content, args: ['--drafts', '--now', '2024-01-01'] }));
}

describe.each([
  ['de', '1. April 2021', '3 Beiträge', 'Seite 2 von 3'],
  ['es', '1 de abril de 2021', '3 entradas', 'Página 2 de 3'],
  ['fr', '1er avril 2021', '3 articles', 'Page 2 sur 3'],
  ['ja', '2021年4月1日', '3件の記事', '2 / 3ページ'],
  ['ar', '1 أبريل 2021', '3 تدوينات', 'الصفحة 2 من 3'],
])('a site in %s', (language, date, count, place) => {
  let site: BuiltSite;

  beforeAll(async () => {
    site = await build(siteIn(language));
  });

  it('has no foreign interface text on any page', () => {
    const stray = site.output
      .pages()
      .map(({ file, document }) => [file, strayWords(document, language, NAMES)] as const)
      .filter(([, words]) => words.length > 0);
    expect(stray).toEqual([]);
  });

  it('has no foreign interface text in any feed', () => {
    const feeds = site.output.files().filter((file) => /\.(?:xml|json|opml)$/.test(file));
    const titles = feeds
      .filter((file) => /(?:rss|atom)\.xml$/.test(file))
      .flatMap((file) => xmlElements(parseXml(site.output.read(file))))
      .filter(({ name }) => ['title', 'description', 'subtitle'].includes(name))
      .map(({ text }) => text);
    const page = parsePage(`<p>${titles.join(' ')}</p>`);
    expect(strayWords(page, language, NAMES)).toEqual([]);
    expect(site.stderr).not.toContain('language');
  });

  it('declares its language and direction', () => {
    for (const { document } of site.output.pages()) {
      const [html] = elements(document, 'html');
      expect(html?.attribs['lang']).toBe(language);
      expect(html?.attribs['dir']).toBe(language === 'ar' ? 'rtl' : undefined);
    }
  });

  it('formats dates, plurals and page numbers for the language', () => {
    const time = onlyWithClass(site.output.page('/2021/04/all/'), 'dt-published');
    expect(textOf(time).trim()).toBe(date);
    expect(time.attribs['datetime']).toBe('2021-04-01');
    const tag = site.output.pages().find(({ file }) => /^tags\/[^/]+\/index/.test(file));
    const [posts] = tag === undefined ? [] : withClass(tag.document, 'count');
    expect(posts && textOf(posts).trim()).toBe(count);
    expect(elements(site.output.page('/page/2/'), 'h1').map(lineOf)).toEqual([place]);
  });
});

it('detects foreign interface text', () => {
  const page = parsePage('<nav aria-label="Pages"><a href="/">Neuere Beiträge</a> Newer</nav>');
  expect(strayWords(page, 'de', [])).toEqual(['Newer', 'Pages']);
});

describe('a site in an untranslated language', () => {
  it.each([
    ['it', '1 aprile 2021', undefined],
    ['pt-BR', '1 de abril de 2021', undefined],
    ['he', '1 באפריל 2021', 'rtl'],
  ])(
    'uses English text and local dates in %s, and says how to add a translation',
    async (language, date, dir) => {
      const site = await build(siteIn(language));
      expect(site.stderr).toContain('language-without-words');
      expect(site.stderr).toContain(`There is no translation for "${language}"`);
      expect(site.stderr).toContain('CONTRIBUTING.md');
      const page = site.output.page('/2021/04/all/');
      const [html] = elements(page, 'html');
      expect(html?.attribs).toMatchObject({ lang: language, ...(dir && { dir }) });
      expect(textOf(onlyWithClass(page, 'dt-published')).trim()).toBe(date);
      const skip = onlyWithClass(page, 'skip-link');
      expect(skip.attribs).toMatchObject({ lang: 'en', ...(dir && { dir: 'ltr' }) });
      const prose = onlyWithClass(site.output.page('/subscribe/'), 'prose');
      expect(prose.attribs).toMatchObject({ lang: 'en', ...(dir && { dir: 'ltr' }) });
    },
  );
});

describe('a post in a different language', () => {
  let site: BuiltSite;

  beforeAll(async () => {
    const content = folderWith({
      'site.yaml': 'title: Garden\nurl: https://garden.example/\n',
      'posts/arabic/index.md': post(
        'الحديقة',
        '2021-04-03',
        'language: ar\ntags: [garden]\n',
        'كلمة[^1].\n\n[^1]: حاشية.',
      ),
      'posts/french/index.md': post('Le jardin', '2021-04-02', 'language: FR\n', '# Un\n\nMot.'),
      'posts/english/index.md': post(
        'The garden',
        '2021-04-01',
        'language: en\n',
        '# One\n\nWord.',
      ),
    });
    site = built(await buildSite({ content }));
  });

  it('declares its language, and the text around it the site\u2019s', () => {
    const page = site.output.page('/2021/04/arabic/');
    expect(elements(page, 'html')[0]?.attribs).toMatchObject({ lang: 'en' });
    expect(onlyWithClass(page, 'post').attribs).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(onlyWithClass(page, 'post-meta').attribs['lang']).toBe('en');
    expect(onlyWithClass(page, 'post-end').attribs['lang']).toBe('en');
    const french = onlyWithClass(site.output.page('/2021/04/french/'), 'post').attribs;
    expect([french['lang'], french['dir']]).toEqual(['fr', undefined]);
    const english = onlyWithClass(site.output.page('/2021/04/english/'), 'post').attribs;
    expect([english['lang'], english['dir']]).toEqual([undefined, undefined]);
  });

  it('declares its language in lists and neighbour links', () => {
    const entries = withClass(site.output.page('/'), 'post-entry');
    expect(entries.map(({ attribs }) => attribs['lang'])).toEqual(['ar', 'fr', undefined]);
    const [indexed] = withClass(site.output.page('/tags/garden/'), 'post-index').flatMap((list) =>
      elements(list, 'a'),
    );
    expect(indexed?.attribs).toMatchObject({ lang: 'ar', dir: 'rtl' });
    const neighbours = withClass(site.output.page('/2021/04/french/'), 'title');
    expect(neighbours.map(({ attribs }) => attribs['lang'])).toEqual(['ar', undefined]);
  });

  it('uses its own language for added text', () => {
    const arabic = site.output.page('/2021/04/arabic/');
    expect(elements(arabic, 'h2').map(lineOf)).toContain('الحواشي');
    const french = attributes(site.output.page('/2021/04/french/'), 'aria-label');
    expect(french).toContain('Lien vers «\u00a0Un\u00a0»');
  });

  it('tells search engines, link previews and feed readers its language', () => {
    const page = site.output.page('/2021/04/arabic/');
    expect(metaContent(page, 'og:locale')).toBe('ar_EG');
    expect(metaContent(site.output.page('/'), 'og:locale')).toBe('en_US');
    expect(linkTarget(page, 'canonical')).toBe('https://garden.example/2021/04/arabic/');
    expect(site.output.read('2021/04/arabic/index.html')).toContain('"inLanguage":"ar"');
    const atom = xmlElements(parseXml(site.output.read('atom.xml')), 'entry');
    expect(atom.map(({ attributes: own }) => own['xml:lang'])).toEqual(['ar', 'fr', undefined]);
    const rss = xmlElements(parseXml(site.output.read('rss.xml')), 'dc:language');
    expect(rss.map(({ text }) => text)).toEqual(['ar', 'fr']);
    expect(JSON.parse(site.output.read('feed.json'))).toMatchObject({
      language: 'en',
      items: [{ language: 'ar' }, { language: 'fr' }, {}],
    });
  });

  it('needs a valid language tag', async () => {
    const content = folderWith({
      'posts/a/index.md': post('A', '2021-04-03', 'language: german\n'),
      'posts/b/index.md': post('B', '2021-04-03', 'langauge: de\n'),
    });
    const { exitCode, stderr } = await buildSite({ content });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('post-language-invalid');
    expect(stderr).toContain('post-field-misspelt');
  });
});
