/** What surrounds the posts by setting: cover, footer, licence, announcement, navigation, slots. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite, type OutputFolder } from '../support/build-site.ts';
import {
  attributes,
  elements,
  lineOf,
  linkTarget,
  onlyWithClass,
  withClass,
} from '../support/dom.ts';
import { noise } from '../support/pictures.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const photo = (width: number, height: number) => noise(width, height).jpeg().toBuffer();

const POSTS = {
  'posts/roses/index.md':
    '---\ntitle: Roses\npublishDate: 2024-03-10\nimage: rose.jpg\n---\n\n## Red\n\nRed.\n',
  'posts/roses/rose.jpg': await photo(640, 396),
  'posts/tulips/index.md':
    '---\ntitle: Tulips\npublishDate: 2023-04-11\n---\n\n![](tiny.jpg) ![](tulip.jpg)\n\nYellow.\n',
  'posts/tulips/tiny.jpg': await photo(40, 40),
  'posts/tulips/tulip.jpg': await photo(330, 200),
  'posts/ferns/index.md': '---\ntitle: Ferns\npublishDate: 2023-02-01\n---\n\nGreen.\n',
  'pages/about.md': '---\ntitle: About\n---\n\n## Privacy\n\nNothing is kept.\n',
};

const SITE = `title: Garden
url: https://garden.example/blog/
author: Rosa
home: cards
cover: garden.jpg
coverAlt: The garden in May
footer: |
  Read the [privacy note](/about/#privacy).[^1]

  [^1]: It is short.
announcement:
  text: Closed in **August**.
  until: 2026-08-31
licence: CC BY-SA 4.0
editUrl: https://github.com/rosa/garden
navigation:
  - { text: About, url: /about/ }
  - text: More
    items:
      - tags
      - search
      - { text: Forum, url: https://forum.example/ }
`;

const SLOTS = {
  'theme/slots/head.html': '<meta name="author" content="Rosa">\n',
  'theme/slots/header.html': '<p class="banner">A <b>banner</b></p>',
  'theme/slots/after-post.md': '## Red\n\nWrite to me. [About](about/), [here](#red)\n',
  'theme/slots/before-footer.md': 'Thanks to the *seed shop*.',
  'theme/slots/footer.html': '<p id="made">Made in Bremen</p>',
};

describe('a site with everything around its posts', () => {
  let output: OutputFolder;

  beforeAll(async () => {
    const content = folderWith({
      ...POSTS,
      ...SLOTS,
      'site.yaml': SITE,
      'garden.jpg': await photo(840, 480),
    });
    ({ output } = built(await buildSite({ content, args: ['--now', '2026-08-31', '--no-cards'] })));
  });

  const post = () => output.page('/2024/03/roses/');

  it('shows its cover first, in sizes, described', () => {
    const [picture] = elements(onlyWithClass(output.page('/'), 'cover'), 'picture');
    const [image] = elements(required(picture), 'img');
    expect(image?.attribs).toMatchObject({
      src: '/blog/garden.jpg',
      alt: 'The garden in May',
      width: '840',
      height: '480',
      fetchpriority: 'high',
    });
    expect(image?.attribs['loading']).toBeUndefined();
    expect(attributes(required(picture), 'srcset').join(' ')).toMatch(/ 400w, /);
    expect(withClass(post(), 'cover')).toEqual([]);
  });

  it('shows posts as cards, with their image, the first large one of the text, or none', () => {
    const cards = withClass(output.page('/'), 'post-card');
    expect(cards.map((card) => elements(card, 'img').map(({ attribs }) => attribs['src']))).toEqual(
      [['/blog/2024/03/roses/rose.jpg'], ['/blog/2023/04/tulips/tulip.jpg'], []],
    );
    expect(cards.map((card) => lineOf(required(elements(card, 'h2')[0])))).toEqual([
      'Roses',
      'Tulips',
      'Ferns',
    ]);
    expect(attributes(required(cards[0]), 'srcset').join(' ')).toMatch(/ 400w, /);
  });

  it('has exactly the navigation that it asks for', () => {
    const navigation = onlyWithClass(post(), 'site-navigation');
    expect(elements(navigation, 'a').map(lineOf)).toEqual(['About', 'Tags', 'Search', 'Forum']);
    const group = required(elements(navigation, 'details')[0]);
    expect(lineOf(required(elements(group, 'summary')[0]))).toBe('More');
    expect(elements(group, 'a').map(({ attribs }) => attribs['href'])).toEqual([
      '/blog/tags/',
      '/blog/search/',
      'https://forum.example/',
    ]);
    // The word stands for the magnifier.
    expect(withClass(post(), 'search-link')).toHaveLength(1);
    const marked = elements(output.page('/tags/'), 'a').filter(
      ({ attribs }) => attribs['aria-current'] === 'page',
    );
    expect(marked.map(lineOf)).toEqual(['Tags']);
  });

  it('announces news on every page, on the last day too', () => {
    for (const address of ['/', '/about/', '/404.html', '/2024/03/roses/']) {
      const news = onlyWithClass(output.page(address), 'announcement');
      expect(news.name).toBe('aside');
      expect(news.attribs['aria-label']).toBe('Announcement');
      expect(lineOf(news)).toBe('Closed in August.');
    }
  });

  it('shows its own footer, with links that work on every page', () => {
    const footer = onlyWithClass(post(), 'footer-text');
    expect(lineOf(footer)).toMatch(/^Read the privacy note/);
    expect(attributes(footer, 'href')).toContain('/blog/about/#privacy');
  });

  it('gives texts around a post ids that the post does not have', () => {
    const document = post();
    const ids = attributes(document, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('red');
    const after = required(withClass(document, 'slot').at(-2));
    expect(attributes(after, 'id')).toEqual(['slot-after-post-red']);
    expect(attributes(after, 'href')).toEqual(['/blog/about/', '#slot-after-post-red']);
    const note = attributes(onlyWithClass(document, 'footer-text'), 'href').filter((href) =>
      href.startsWith('#'),
    );
    expect(note.length).toBeGreaterThan(0);
    expect(note.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  it('names its licence on pages, in feeds and to machines', () => {
    const url = 'https://creativecommons.org/licenses/by-sa/4.0/';
    expect(lineOf(onlyWithClass(post(), 'licence'))).toBe('Licensed under CC BY-SA 4.0');
    expect(linkTarget(post(), 'license')).toBe(url);
    expect(output.read('2024/03/roses/index.html')).toContain(`"license":"${url}"`);
    expect(output.read('index.html')).toContain(`"license":"${url}"`);
    expect(output.read('rss.xml')).toContain('<copyright>CC BY-SA 4.0</copyright>');
    expect(output.read('rss.xml')).toContain(
      `<creativeCommons:license>${url}</creativeCommons:license>`,
    );
    expect(output.read('atom.xml')).toContain('<rights>CC BY-SA 4.0</rights>');
    expect(output.read('atom.xml')).toContain(`<link rel="license" href="${url}"/>`);
    expect(JSON.parse(output.read('feed.json'))).toMatchObject({
      _license: { name: 'CC BY-SA 4.0', url },
    });
  });

  it('links posts and pages to their sources', () => {
    const links = (address: string) =>
      attributes(onlyWithClass(output.page(address), 'source-links'), 'href').map((href) =>
        href.replace(/(?<=main\/)[^/]+/, 'content'),
      );
    expect(links('/2024/03/roses/')).toEqual([
      'https://github.com/rosa/garden/edit/main/content/posts/roses/index.md',
      'https://github.com/rosa/garden/commits/main/content/posts/roses/index.md',
    ]);
    expect(links('/about/')[0]).toBe(
      'https://github.com/rosa/garden/edit/main/content/pages/about.md',
    );
    expect(withClass(output.page('/'), 'source-links')).toEqual([]);
  });

  it('puts slots where they belong, HTML as it is', () => {
    const html = output.read('2024/03/roses/index.html');
    const places = [
      '<meta name="author" content="Rosa"></head>',
      '<p class="banner">A <b>banner</b></p></div></header>',
      'Write to me.',
      '</main><aside class="before-footer" aria-label="Garden">',
      '<em>seed shop</em>',
      '<p id="made">Made in Bremen</p></div></footer>',
    ].map((part) => html.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(output.read('about/index.html')).not.toContain('Write to me.');
    expect(output.read('about/index.html')).toContain('seed shop');
    // Not part of the text.
    expect(output.read('rss.xml')).not.toMatch(/Write to me|seed shop|Bremen/);
  });
});

describe('a plain site', () => {
  let output: OutputFolder;

  beforeAll(async () => {
    const settings = `title: Garden
url: https://garden.example/
home: list
licence: All rights reserved
announcement: { text: Closed in August., until: 2026-08-31 }
navigation: [none]
`;
    const mint =
      '---\ntitle: Mint\npublishDate: 2022-05-01\npinned: true\n---\n\nKeep it in a pot.\n';
    const content = folderWith({ ...POSTS, 'posts/mint/index.md': mint, 'site.yaml': settings });
    const args = ['--now', '2026-09-01', '--no-cards', '--no-images', '--no-search'];
    ({ output } = built(await buildSite({ content, args })));
  });

  it('lists titles by year, after those that are pinned and say so', () => {
    const years = withClass(output.page('/'), 'period');
    expect(years.map((year) => elements(year, 'h2', 'h3', 'strong').map(lineOf))).toEqual([
      ['2022', 'Mint', 'Pinned'],
      ['2024', 'Roses'],
      ['2023', 'Tulips', 'Ferns'],
    ]);
  });

  it('announces nothing the day after', () => {
    expect(withClass(output.page('/'), 'announcement')).toEqual([]);
  });

  it('can do without a navigation', () => {
    expect(withClass(output.page('/'), 'site-navigation')).toEqual([]);
  });

  it('names a licence without an address as it is', () => {
    expect(lineOf(onlyWithClass(output.page('/'), 'licence'))).toBe('All rights reserved');
    expect(linkTarget(output.page('/'), 'license')).toBeUndefined();
    expect(output.read('rss.xml')).toContain('<copyright>All rights reserved</copyright>');
    expect(output.read('rss.xml')).not.toContain('creativeCommons');
  });
});

describe('mistakes', () => {
  let site: BuiltSite;

  beforeAll(async () => {
    const content = folderWith({
      ...POSTS,
      'site.yaml': `title: Garden
url: https://garden.example/
cover: gardn.jpg
footer: |
  [The shop](/shop/), ![](rose.jpg)
navigation:
  - text: More
    items: [{ text: Gone, url: /gone/ }]
`,
      'garden.jpg': await photo(10, 10),
      'theme/slots/head.html': '<meta name="a">\n<div>\n',
      'theme/slots/head.md': 'Text',
      'theme/slots/footer.html': '<p>A</p>\n<script>go()</script><p onclick="go()">B</p>',
      'theme/slots/footer.md': 'B',
      'theme/slots/hedaer.html': 'C',
      'theme/slots/sidebar.html': 'D',
    });
    site = await buildSite({ content, args: ['--no-cards', '--no-images', '--no-search'] });
  });

  it.each([
    ['cover-missing', 'site.yaml:3:', 'did you mean "garden.jpg"?'],
    ['navigation-target-missing', 'site.yaml:8:', '/gone/'],
    ['link-target-missing', 'site.yaml:4:', '/shop/'],
    ['slot-head', 'head.html:2:1', '`<div>`'],
    ['slot-unused', 'head.md', 'no text'],
    ['slot-inline', 'footer.html:2:1', 'scripts within the page'],
    ['slot-inline', 'footer.html:2:22', '`onclick`'],
    ['slot-unused', 'footer.md', '`footer.html`'],
    ['slot-unknown', 'hedaer.html', 'did you mean "header.html"?'],
    ['slot-unknown', 'sidebar.html', 'no slot'],
  ])('are named with their place: %s in %s', (code, place, message) => {
    const blocks = site.stderr.split(/\n(?=(?:error|warning) )/);
    const found = blocks.filter((block) => block.includes(code) && block.includes(place));
    expect(found, site.stderr).toHaveLength(1);
    expect(found[0]).toContain(message);
    expect(site.exitCode).toBe(1);
  });
});
