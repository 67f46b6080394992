/** Lists of posts as markup. */
import { describe, expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.ts';
import type { Site } from '../../src/site/model.ts';
import { render as archive } from '../../templates/pages/archive.11ty.tsx';
import { render as authors } from '../../templates/pages/authors.11ty.tsx';
import { render as home } from '../../templates/pages/home.11ty.tsx';
import { render as month } from '../../templates/pages/month.11ty.tsx';
import { render as tag } from '../../templates/pages/tag.11ty.tsx';
import { elements, lineOf, onlyWithClass, parsePage, withClass } from '../support/dom.ts';
import { plain } from '../support/pictures.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const CONTENT = {
  'authors/rosa.json': '{ "name": "Rosa", "avatar": "rosa.jpg" }',
  'authors/rosa.jpg': await plain(200, 200, 'teal'),
  'posts/roses/index.md':
    '---\ntitle: Roses\npublishDate: 2024-03-10\nauthor: [Rosa, Óscar]\ntags: [red]\n---\n\n![](small.png)\n![](wide.png)\n\nRed.\n',
  'posts/roses/small.png': await plain(400, 300, 'red'),
  'posts/roses/wide.png': await plain(800, 400, 'red'),
  'posts/moss/index.md':
    '---\ntitle: Moss\npublishDate: 2024-02-01\ntags: [red]\n---\n\n![](icon.png) ![](moss.png)\n\nGreen.\n',
  'posts/moss/icon.png': await plain(40, 40, 'green'),
  'posts/moss/moss.png': await plain(400, 300, 'green'),
  'posts/ferns/index.md':
    '---\ntitle: Ferns\npublishDate: 2023-01-31\ntags: [red]\n---\n\nGreen.\n',
};

function load(settings = '', files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const contentDir = folderWith({
    'site.yaml': `title: Garden\nurl: https://garden.example/\n${settings}`,
    ...CONTENT,
    ...files,
  });
  return loadSite({ contentDir, publicDir: folderWith({}), drafts: false, now: Date.UTC(2025, 0) });
}

function homePage(site: Site, number = 1) {
  return parsePage(home({ site, homePage: required(site.homePages[number - 1]) }));
}

function datesOf(html: string): string[] {
  return elements(parsePage(html), 'time').map(lineOf);
}

function sourcesIn(page: ReturnType<typeof parsePage>, name: string): (string | undefined)[] {
  return withClass(page, name)
    .flatMap((place) => elements(place, 'img'))
    .map(({ attribs }) => attribs['src']);
}

describe('the home page', () => {
  it('leads with a picture of at least 800 pixels, portraits, date and reading time', async () => {
    const page = homePage(await load());
    const lead = onlyWithClass(page, 'leading');
    expect(elements(lead, 'img').map(({ attribs }) => attribs['src'])).toEqual([
      '/2024/03/roses/wide.png',
      '/authors/rosa/rosa.jpg',
    ]);
    expect(required(elements(lead, 'img')[0]).attribs).toMatchObject({
      alt: '',
      fetchpriority: 'high',
    });
    // For readers of microformats, a portrait is no picture of the post.
    expect(withClass(lead, 'u-photo')).toEqual([]);
    expect(lineOf(onlyWithClass(lead, 'post-meta'))).toBe(
      'By Rosa, Óscar March 10, 2024 1 min read',
    );
  });

  it('has thumbnails of posts with a picture, and nothing in their place for others', async () => {
    const page = homePage(await load());
    expect(sourcesIn(page, 'thumbnail')).toEqual(['/2024/02/moss/moss.png']);
    expect(
      withClass(page, 'post-entry').map((entry) => withClass(entry, 'thumbnail').length),
    ).toEqual([0, 1, 0]);
    expect(withClass(page, 'reading-time')).toHaveLength(1);
  });

  it('prefers the cover of a post, however small', async () => {
    const roses = CONTENT['posts/roses/index.md'].replace('tags:', 'cover: small.png\ntags:');
    const page = homePage(await load('', { 'posts/roses/index.md': roses }));
    expect(sourcesIn(page, 'cover')).toEqual(['/2024/03/roses/small.png']);
  });

  it('shows no picture of the lead below a cover of the site', async () => {
    const page = homePage(await load('cover: g.png\n', { 'g.png': await plain(900, 400, 'blue') }));
    expect(sourcesIn(page, 'cover')).toEqual(['/g.png']);
  });

  it('follows the setting `lists`', async () => {
    const page = homePage(await load('lists: { thumbnails: false, readingTime: true }\n'));
    expect(withClass(page, 'thumbnail')).toEqual([]);
    expect(sourcesIn(page, 'cover')).toHaveLength(1);
    expect(withClass(page, 'reading-time')).toHaveLength(3);
  });

  it('numbers its pages and marks the current one', async () => {
    const page = homePage(await load('pageSize: 1\n'), 2);
    const links = elements(onlyWithClass(page, 'pagination'), 'a');
    expect(links.map((link) => `${lineOf(link)} ${link.attribs['href']}`)).toEqual([
      'Newer posts /',
      '1 /',
      '2 /page/2/',
      '3 /page/3/',
      'Older posts /page/3/',
    ]);
    expect(links.map(({ attribs }) => attribs['aria-current'])).toEqual([
      ...[undefined, undefined, 'page', undefined, undefined],
    ]);
    expect(required(links[2]).attribs['aria-label']).toBe('Page 2 of 3');
  });

  it.each([
    ['', 'New posts Get them by feed. Subscribe', 0],
    [
      'newsletter: { service: buttondown, id: garden }\n',
      'New posts By feed or by mail: Email address Subscribe Your address goes to buttondown.com.',
      1,
    ],
  ])('leads on to all posts, and to new ones with %j', async (setting, text, forms) => {
    const page = homePage(await load(setting));
    expect(lineOf(onlyWithClass(page, 'onward'))).toBe('All posts by date 3 posts');
    const box = onlyWithClass(page, 'new-posts');
    expect(lineOf(box)).toBe(text);
    expect(elements(box, 'a').map(({ attribs }) => attribs['href'])).toEqual(['/subscribe/']);
    expect(elements(box, 'form')).toHaveLength(forms);
  });
});

describe('a date in a list', () => {
  it('is the day below its month, and without the year below its year', async () => {
    const site = await load();
    expect(datesOf(archive({ site, language: 'en' }))).toEqual(['10', '1', '31']);
    expect(datesOf(tag({ site, tagPage: required(site.tagPages[0]) }))).toEqual([
      'March 10',
      'February 1',
      'January 31',
    ]);
    expect(datesOf(month({ site, monthPage: required(site.monthPages[0]) }))).toEqual(['March 10']);
  });
});

describe('the page of a tag', () => {
  it('has its posts by year, with their number', async () => {
    const site = await load();
    const page = parsePage(tag({ site, tagPage: required(site.tagPages[0]) }));
    expect(
      withClass(page, 'period').map((year) => [
        ...elements(year, 'h2').map(lineOf),
        lineOf(onlyWithClass(year, 'count')),
        ...elements(year, 'h3').map(lineOf),
      ]),
    ).toEqual([
      ['2024', '2 posts', 'Roses', 'Moss'],
      ['2023', '1 post', 'Ferns'],
    ]);
  });
});

describe('the authors', () => {
  it('have their portrait, or else their initial, and the number of their posts', async () => {
    const site = await load();
    const page = parsePage(authors({ site, language: 'en' }));
    const [oscar, rosa] = elements(onlyWithClass(page, 'authors'), 'li');
    expect([lineOf(required(oscar)), lineOf(required(rosa))]).toEqual(['Óscar 1', 'Rosa 1']);
    expect(onlyWithClass(required(oscar), 'avatar').attribs['data-initial']).toBe('Ó');
    expect(onlyWithClass(required(rosa), 'avatar').attribs['src']).toBe('/authors/rosa/rosa.jpg');
  });

  it('have no initials if no author has a portrait', async () => {
    const site = await load('', { 'authors/rosa.json': '{ "name": "Rosa" }' });
    expect(withClass(parsePage(authors({ site, language: 'en' })), 'avatar')).toEqual([]);
  });
});
