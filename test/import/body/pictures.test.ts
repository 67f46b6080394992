import { describe, expect, it } from 'vitest';
import { cleanBody, parseSource } from '../../../src/import/body/parse.ts';
import type { PictureUse } from '../../../src/import/body/body.ts';
import { entryWith, markdownOf } from './markdown-of.ts';

function picturesIn(html: string): readonly PictureUse[] {
  return cleanBody(parseSource(html, entryWith(html), {})).pictures;
}

const SMALL = 'https://1.bp.blogspot.com/-a/b/AAA/s320/My+Rose.jpg';
const LARGE = 'https://2.bp.blogspot.com/-a/b/AAA/s1600/My%20Rose.jpg';

it('knows all addresses of a picture', () => {
  expect(
    picturesIn(
      `<a href="${LARGE}"><img alt="A rose" src="${SMALL}" data-original-width="1234" data-original-height="800"></a>`,
    ),
  ).toEqual([{ src: SMALL, others: [LARGE], width: 1234, height: 800, alt: 'A rose' }]);
});

it.each([
  ['a.jpg', '<img src="a.jpg" data-orig-file="b.jpg" data-large-file="c.jpg">', ['b.jpg', 'c.jpg']],
  ['a.jpg', '<img src="a.jpg" srcset="b.jpg 300w, c.jpg 1200w">', ['c.jpg']],
  ['b.jpg', '<img src="data:image/gif;base64,R0" data-src="b.jpg">', []],
  ['b.jpg', '<img src="a.jpg" data-original="b.jpg">', []],
  ['b.jpg', '<img src="blank.gif" srcset="b.jpg 2x">', []],
  ['a.jpg', '<picture><source srcset="b.webp 900w"><img src="a.jpg"></picture>', ['b.webp']],
  [
    'a.jpg',
    `<img src="a.jpg" data-attrs='{"src":"https://c.test/b.jpg","width":9}'>`,
    ['https://c.test/b.jpg'],
  ],
  [
    'https://a.test/b-300x200.jpg',
    '<a href="https://a.test/b.jpg"><img src="https://a.test/b-300x200.jpg"></a>',
    ['https://a.test/b.jpg'],
  ],
  [
    'https://a.test/b.jpg',
    '<a href="https://a.test/page.html"><img src="https://a.test/b.jpg"></a>',
    [],
  ],
  [
    'https://a.test/b.jpg',
    '<a href="https://a.test/c.jpg"><img src="https://a.test/b.jpg"></a>',
    [],
  ],
  ['data:image/png;base64,AAAA', '<img src="data:image/png;base64,AAAA">', []],
  ['a.jpg', '<video poster="a.jpg" src="b.mp4"></video>', []],
])('finds %s in %s', (src, html, others) => {
  expect(picturesIn(html)).toMatchObject([{ src, others }]);
});

it('writes the file of a picture, and no link to a larger one', () => {
  const html = `<div class="separator"><a href="${LARGE}"><img src="${SMALL}" width="320"></a></div>`;
  expect(markdownOf(html, { pictures: { [SMALL]: 'my-rose.jpg' } })).toBe('![](my-rose.jpg)');
  expect(markdownOf(html)).toBe(`[![](${SMALL})](${LARGE})`);
});

function thumbnail(src: string, attributes = ''): string {
  return `<a href="${LARGE}"><img src="${src}" alt="Rose"${attributes}></a>`;
}

describe('a thumbnail among words', () => {
  const tiny = SMALL.replace('s320', 's72-c');

  it.each([
    [
      `<p>A ${thumbnail(SMALL, ' width="40"')} rose</p>`,
      SMALL,
      'A [<img src="rose.jpg" alt="Rose" width="40">](rose.jpg) rose',
    ],
    [
      `<p>A <b>${thumbnail(tiny)} rose</b></p>`,
      tiny,
      'A **[<img src="rose.jpg" alt="Rose" width="72">](rose.jpg) rose**',
    ],
  ])('stays small, and leads to the whole picture: %s', (html, src, markdown) => {
    expect(markdownOf(html, { pictures: { [src]: 'rose.jpg' } })).toBe(markdown);
  });

  it.each([
    [`<p>A ${thumbnail(SMALL)} rose</p>`, SMALL, 'A ![Rose](rose.jpg) rose'],
    [`<p>A rose<br>${thumbnail(tiny)}</p>`, tiny, 'A rose\\\n![Rose](rose.jpg)'],
    [`<p>A rose</p>${thumbnail(tiny)}`, tiny, 'A rose\n\n![Rose](rose.jpg)'],
  ])('becomes the whole picture otherwise: %s', (html, src, markdown) => {
    expect(markdownOf(html, { pictures: { [src]: 'rose.jpg' } })).toBe(markdown);
  });
});

it('keeps links to anything else', () => {
  const html = '<a href="/page"><img src="a.jpg" alt="[A] rose" title="T"></a>';
  expect(markdownOf(html, { pictures: { 'a.jpg': 'roses (1).jpg' } })).toBe(
    '[![[A] rose](roses (1).jpg "T")](/page)'.replace('roses (1).jpg', '<roses (1).jpg>'),
  );
});

it.each([
  ['<img src="a.jpg" width="16" height="16">', '<img src="a.jpg" width="16">'],
  ['<img src="a.jpg" style="width: 50%">', '<img src="a.jpg" width="50%">'],
  ['<img src="a.jpg" width="640" height="480">', '![](a.jpg)'],
])('keeps the size of %s if it matters', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});

it('replaces pictures of characters by the characters', () => {
  expect(markdownOf('a <img class="emoji" alt="😀" src="https://s.w.org/e.svg">')).toBe('a 😀');
});

const FIGURE =
  '<figure>\n<img src="a.jpg" alt="">\n<figcaption>A <em>rose</em></figcaption>\n</figure>';

it.each([
  [
    'Blogger',
    '<table class="tr-caption-container"><tbody><tr><td><img src="a.jpg" alt=""></td></tr><tr><td class="tr-caption">A <i>rose</i></td></tr></tbody></table>',
  ],
  [
    'figures',
    '<figure class="x"><img src="a.jpg" alt=""><figcaption>A <span><em>rose</em></span><br></figcaption></figure>',
  ],
  [
    'WordPress',
    '<div class="wp-caption"><img src="a.jpg" alt=""><p class="wp-caption-text">A <em>rose</em></p></div>',
  ],
])('writes the captions of %s', (_, html) => {
  expect(markdownOf(html)).toBe(FIGURE);
});

it('writes a figure without caption as a picture', () => {
  expect(markdownOf('<figure><img src="a.jpg"><figcaption> </figcaption></figure>')).toBe(
    '![](a.jpg)',
  );
});

it('keeps the caption of a film or of code', () => {
  expect(
    markdownOf(
      '<figure><div><iframe src="https://a.test/"></iframe></div><figcaption>b</figcaption></figure>',
    ),
  ).toBe(
    '<figure>\n\n<iframe src="https://a.test/"></iframe>\n\n<figcaption>b</figcaption>\n</figure>',
  );
});

it('takes galleries apart', () => {
  expect(
    markdownOf('<ul><li><figure><img src="a.jpg"></figure></li><li><img src="b.jpg"></li></ul>'),
  ).toBe('![](a.jpg)\n\n![](b.jpg)');
  expect(markdownOf('<ul><li><img src="a.jpg"></li><li><img src="b.jpg"></li></ul>')).toBe(
    '![](a.jpg) ![](b.jpg)',
  );
});
