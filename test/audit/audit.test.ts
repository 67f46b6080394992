/** What `perennial test` finds in pages and colours. */
import { describe, expect, it } from 'vitest';
import { faintColours } from '../../src/audit/contrast.ts';
import { brokenLinks } from '../../src/audit/links.ts';
import { auditPage } from '../../src/audit/page.ts';

const page = (body: string, head = '<title>Roses</title>'): string =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body><h1>Roses</h1>${body}</body></html>`;
const codes = (html: string): string[] =>
  auditPage('index.html', html).problems.map(({ code }) => code);

describe('a page', () => {
  it.each([
    ['an image without alt', '<img src="a.png">', 'page-image-alt'],
    ['a link without text', '<a href="/"><svg></svg></a>', 'page-name-missing'],
    ['a button without text', '<button></button>', 'page-name-missing'],
    ['a field without a label', '<input name="q" placeholder="Search">', 'page-label-missing'],
    ['a frame without a title', '<iframe src="/map"></iframe>', 'page-frame-title'],
    ['a skipped heading', '<h4>Thorns</h4>', 'page-heading-skipped'],
    ['a second main heading', '<h1>Thorns</h1>', 'page-heading-main'],
    ['an id twice', '<p id="a"></p><p id="a"></p>', 'page-id-twice'],
    ['a label for nothing', '<label for="gone">Name</label>', 'page-reference-dangling'],
  ])('with %s', (_, body, code) => {
    expect(codes(page(body))).toEqual([code]);
  });

  it('without language and title', () => {
    expect(codes('<html><head></head><body><h1>Roses</h1></body></html>')).toEqual([
      'page-language-missing',
      'page-title-empty',
    ]);
  });

  it('that has nothing wrong', () => {
    const body = `<h2 id="a">Red</h2><a href="/"><img src="a.png" alt="Home"></a>
      <label for="q">Search</label><input id="q"><label>Name <input></label>
      <button aria-label="Close"></button><img src="b.png" alt=""><iframe title="Map"></iframe>
      <template><button></button></template><input type="hidden"><select aria-labelledby="a"></select>`;
    expect(codes(page(body))).toEqual([]);
  });
});

it('finds links within the site that lead nowhere', () => {
  const links =
    '<a href="../">a</a><a href="/blog/gone/">b</a><a href="#top">c</a><a href="#none">d</a>' +
    '<a href="/blog/#there">e</a><a href="/blog/#not">f</a><img src="no.png" alt="">' +
    '<a href="https://elsewhere.example/">g</a><a href="/outside/">h</a><a href="#known">i</a>';
  const pages = new Map([
    ['index.html', auditPage('index.html', page('<p id="there">Here</p>'))],
    ['roses/index.html', auditPage('roses/index.html', page(links))],
  ]);
  const broken = brokenLinks(pages, {
    url: 'https://garden.example/blog/',
    has: (path) => ['/', '/roses/'].includes(path),
    reported: new Set(['#known']),
  });
  expect(broken.map(({ message }) => /`([^`]+)`/.exec(message)?.[1])).toEqual([
    '/blog/gone/',
    '#none',
    '/blog/#not',
    'no.png',
  ]);
});

it('finds colours that are too faint, as the stylesheet has them in the end', () => {
  const css = `:root{--paper: light-dark(#fff, #000);--ink: light-dark(#111, #eee);--accent: #070}
    @media print{:root{--ink: #fff}}`;
  const found = (more: string): string[] =>
    faintColours(css + more, 'css/site.css').map(({ message }) => message);
  expect(found('')).toEqual([
    'In the dark theme, `--accent` (#070) on `--paper` (#000) has a contrast of 3.6, but text needs 4.5.',
  ]);
  expect(found(':root{--accent: light-dark(#070, #9f9)}')).toEqual([]);
  expect(found(':root{--accent: light-dark(#9f9, #9f9)}')).toHaveLength(1);
});
