/** Reading time, table of contents, related posts and original address. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { elements, lineOf, onlyWithClass, withClass, type Document } from '../support/dom.ts';
import { noise } from '../support/pictures.ts';
import { folderWith } from '../support/scratch.ts';

function post(title: string, day: number, body: string, fields = ''): string {
  return `---\ntitle: ${title}\npublishDate: 2023-03-${String(day).padStart(2, '0')}\n${fields}---\n\n${body}\n`;
}

const ROSES = 'Prune the roses in winter, with sharp secateurs, above an outward bud.';
const LONG = 'Nobody has counted these words. '.repeat(200);

describe('a blog of many posts', () => {
  let site: BuiltSite;
  let roses: Document;

  beforeAll(async () => {
    const others = Array.from({ length: 22 }, (_, n) => [
      `posts/other-${n}/index.md`,
      post(`Matter${n}`, n + 5, `Here thing${n} meets word${n}.`),
    ]);
    const content = folderWith({
      'site.yaml':
        'title: Roses\nurl: https://roses.example/blog/\nlegacyHosts: [roses.blogspot.com]\n',
      ...Object.fromEntries(others),
      'posts/roses/index.md': post(
        'Roses',
        2,
        `${ROSES}\n\n## Why\n\n### For the *roses*\n\n## How\n\n${LONG}`,
        'legacyUrl: /2011/03/roses.html\n',
      ),
      'posts/climbing/index.md': post('Climbing roses', 28, ROSES, 'image: rose.jpg\n'),
      'posts/climbing/rose.jpg': await noise(400, 300).jpeg().toBuffer(),
      'posts/secret/index.md': post('Secret roses', 27, ROSES, 'published: false\n'),
    });
    site = built(await buildSite({ content, args: ['--now', '2024-01-01', '--drafts'] }));
    roses = site.output.page('/2023/03/roses/');
  });

  it('shows the reading time of each post', () => {
    expect(lineOf(onlyWithClass(roses, 'reading-time'))).toBe('4 min read');
    const short = site.output.page('/2023/03/climbing/');
    expect(lineOf(onlyWithClass(short, 'reading-time'))).toBe('1 min read');
  });

  it('has a table of contents for a long post', () => {
    const links = elements(onlyWithClass(roses, 'contents'), 'a');
    expect(links.map((link) => `${lineOf(link)} ${link.attribs['href']}`)).toEqual([
      'Why #why',
      'For the roses #for-the-roses',
      'How #how',
    ]);
    expect(withClass(site.output.page('/2023/03/climbing/'), 'contents')).toEqual([]);
  });

  it('suggests related posts, never drafts', () => {
    const links = elements(onlyWithClass(roses, 'related'), 'a');
    expect(links.map((link) => `${lineOf(link)} ${link.attribs['href']}`)).toEqual([
      'Climbing roses /blog/2023/03/climbing/',
    ]);
    expect(withClass(site.output.page('/2023/03/other-9/'), 'related')).toEqual([]);
  });

  it('describes a related post by its summary and the image that stands for it', () => {
    const related = onlyWithClass(roses, 'related');
    expect(lineOf(onlyWithClass(related, 'summary'))).toBe(ROSES);
    const [image] = elements(related, 'img');
    expect(image?.attribs).toMatchObject({ alt: '', loading: 'lazy' });
    expect(image?.attribs['src']).toContain('/2023/03/climbing/rose.jpg');
    expect(
      elements(site.output.page('/2023/03/climbing/'), 'aside').flatMap((aside) =>
        elements(aside, 'img'),
      ),
    ).toEqual([]);
  });

  it('leads to new posts by feed, and has no empty parts', () => {
    const short = site.output.page('/2023/03/other-9/');
    expect(lineOf(onlyWithClass(short, 'new-posts'))).toBe('New posts Get them by feed. Subscribe');
    expect(withClass(short, 'tag-list')).toEqual([]);
    expect(withClass(short, 'writers')).toEqual([]);
    expect(lineOf(onlyWithClass(short, 'share'))).toBe('Share Copy link');
  });

  it('shows the original address of a post, without a link', () => {
    const address = onlyWithClass(roses, 'original-address');
    expect(lineOf(address)).toBe('First published at roses.blogspot.com');
    const [whole] = elements(address, 'data');
    expect(whole?.attribs['value']).toBe('https://roses.blogspot.com/2011/03/roses.html');
    expect(elements(address, 'a')).toEqual([]);
  });

  it('keeps all this out of feeds, so that old entries do not change', () => {
    for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) {
      expect(site.output.read(feed)).not.toMatch(
        /min read|related|First published|Copy link|New posts/i,
      );
    }
  });
});
