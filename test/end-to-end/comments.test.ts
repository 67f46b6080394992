/** Comments that posts keep from an old blog. */
import { describe, expect, it } from 'vitest';
import { buildSite, built } from '../support/build-site.ts';
import {
  attributes,
  elements,
  lineOf,
  onlyWithClass,
  parsePage,
  textOf,
  withClass,
  type Element,
} from '../support/dom.ts';
import { FEED_FORMATS } from '../support/feeds.ts';
import { folderWith } from '../support/scratch.ts';
import { htmlValidate } from '../validity/judges.ts';

const SITE = 'title: Garden\nurl: https://garden.test/\nlegacyHosts: [garden.blogspot.com]\n';
const POST = '---\ntitle: Roses\npublishDate: 2011-05-06\n---\n\n## c9\n\nRed.\n';
const TULIPS =
  '---\ntitle: Tulips\npublishDate: 2011-04-06\nlegacyUrl: /2011/04/tulips.html\n---\n\nYellow.\n';

const COMMENTS = `comments:
  - { id: c1, author: Grace, url: 'https://grace.test/', date: '2011-05-06T18:30:00+02:00', text: "See [tulips](http://garden.blogspot.com/2011/04/tulips.html#a) and [this](https://roses.test/)." }
  - { id: c2, replyTo: c1, author: Ada, date: '2011-05-07', text: 'Thank *you*.' }
  - { id: c3, replyTo: c2, text: 'And you.' }
  - { id: c4, replyTo: c5, text: 'One of two' }
  - { id: c5, replyTo: c4, text: 'that answer each other.' }
  - id: c9
    author: '<b>Mallory</b>'
    text: |
      <script>document.title = 'owned'</script><div class="site-footer" id="main" style="position:fixed">Over</div>
      <img src="https://spy.test/x.png" onerror="alert(1)" alt="a rose"> [x](javascript:alert(1))
      <iframe src="https://spy.test/"></iframe><form action="https://spy.test/"><input name="q"></form>

      # Shout

      <p><em>never closed
`;

describe('a post with comments.yaml', async () => {
  const content = folderWith({
    'site.yaml': SITE,
    'posts/roses/index.md': POST,
    'posts/roses/comments.yaml': COMMENTS,
    'posts/tulips/index.md': TULIPS,
    'pages/about.md': '---\ntitle: About\n---\n\nHello.\n',
    'pages/about/comments.yaml': 'comments: [{ id: c7, author: Pia, text: Welcome }]',
  });
  const { output } = built(await buildSite({ content, args: ['--no-search', '--no-cards'] }));
  const page = output.page('/2011/05/roses/');
  const archive = onlyWithClass(page, 'archived');
  const comment = (id: string): Element => {
    const found = elements(page, 'li').find(({ attribs }) => attribs['id'] === id);
    if (found === undefined) throw new Error(`There is no comment ${id}.`);
    return found;
  };

  it('shows them in threads, at their old anchors', () => {
    expect(elements(archive, 'h2').map(textOf)).toEqual(['6 comments']);
    expect(idsBelow(comment('c1'))).toEqual(['c2', 'c3']);
    expect(idsBelow(comment('c4'))).toEqual(['c5']);
    expect(textOf(comment('c1'))).toContain('Grace');
    expect(textOf(comment('c3'))).toContain('Anonymous');
    expect(elements(comment('c2'), 'em').map(textOf)).toEqual(['you']);
  });

  it('shows those of a page', () => {
    const section = onlyWithClass(output.page('/about/'), 'archived');
    expect(section.attribs['id']).toBe('comments');
    expect(idsBelow(section)).toEqual(['c7']);
  });

  it('marks them up as comments of the post', () => {
    expect(withClass(onlyWithClass(page, 'h-entry'), 'u-comment')).toHaveLength(6);
    expect(attributes(comment('c1'), 'datetime')[0]).toBe('2011-05-06T16:30:00Z');
  });

  it('leads links to the old blog to the posts, and asks search engines to trust no others', () => {
    const [text] = withClass(comment('c1'), 'e-content');
    const links = elements(text ?? archive, 'a').map(({ attribs }) => attribs);
    expect(links).toEqual([
      { href: '/2011/04/tulips/#a' },
      { href: 'https://roses.test/', rel: 'nofollow ugc' },
    ]);
  });

  it('lets nothing in them run, load or pass for a part of the site', () => {
    // The post has a heading with the id of this comment.
    const [last = archive] = elements(archive, 'li').filter(({ attribs }) => !('id' in attribs));
    for (const text of ['<b>Mallory</b>', 'Over', 'a rose', 'Shout', 'never closed'])
      expect(textOf(last)).toContain(text);
    const active = ['script', 'img', 'iframe', 'form', 'input', 'style', 'h1'];
    expect(elements(archive, ...active)).toEqual([]);
    for (const name of ['style', 'onerror']) expect(attributes(archive, name)).toEqual([]);
    expect(withClass(archive, 'site-footer')).toEqual([]);
    expect(attributes(archive, 'href').filter((href) => href.startsWith('javascript'))).toEqual([]);
  });

  it('is valid, and comments are in no feed', async () => {
    expect(await htmlValidate(output)).toEqual([]);
    for (const feed of ['rss.xml', 'atom.xml', 'feed.json'])
      expect(output.read(feed)).not.toContain('Grace');
  });

  it('publishes no file of them', () => {
    expect(output.files().filter((file) => file.endsWith('comments.yaml'))).toEqual([]);
  });
});

describe('with `feeds: true`', async () => {
  const content = folderWith({
    'site.yaml': `${SITE}comments: { feeds: true }\n`,
    'posts/roses/index.md': POST,
    'posts/roses/comments.yaml': COMMENTS,
    'posts/tulips/index.md': TULIPS,
  });
  const { output } = built(await buildSite({ content, args: ['--no-search', '--no-cards'] }));

  it.each(FEED_FORMATS)('a post ends with its comments in $title', ({ file, read }) => {
    const [roses, tulips] = read(output.read(file)).items.map((item) =>
      parsePage(item.content ?? ''),
    );
    if (roses === undefined || tulips === undefined) throw new Error('A post is missing.');
    expect(elements(roses, 'h2').map(textOf)).toEqual(['c9', '6 comments']);
    const [list] = elements(roses, 'ol');
    const [first] = elements(list ?? roses, 'li');
    expect(lineOf(first ?? roses)).toBe(
      'Grace · May 6, 2011 See tulips and this. Ada · May 7, 2011 Thank you. Anonymous And you.',
    );
    const links = elements(first ?? roses, 'a').map(({ attribs }) => attribs['href']);
    expect(links).toEqual([
      'https://grace.test/',
      'https://garden.test/2011/05/roses/#c1',
      'https://garden.test/2011/04/tulips/#a',
      'https://roses.test/',
      'https://garden.test/2011/05/roses/#c2',
    ]);
    expect(textOf(roses)).toContain('<b>Mallory</b>');
    expect(elements(roses, 'script', 'img', 'iframe', 'form', 'h1')).toEqual([]);
    expect(lineOf(tulips)).toBe('Yellow.');
  });
});

it('shows none with `archive: false`', async () => {
  const content = folderWith({
    'site.yaml': `${SITE}comments: { archive: false }\n`,
    'posts/roses/index.md': POST,
    'posts/roses/comments.yaml': COMMENTS,
  });
  const { output } = built(await buildSite({ content, args: ['--no-search', '--no-cards'] }));
  expect(textOf(output.page('/2011/05/roses/'))).not.toContain('Grace');
});

it('names mistakes with file and line', async () => {
  const content = folderWith({
    'site.yaml': SITE,
    'posts/roses/index.md': POST,
    'posts/roses/comments.yaml':
      'comments:\n  - { id: c1, text: One }\n  - { id: c1, text: Two }\n  - { id: c3, replyTo: c8, text: Three }\n  - { id: 4, text: Four }\n  - { id: c5, text: Five, email: a@b.test }\n',
  });
  const { exitCode, stderr } = await buildSite({ content });
  expect(exitCode).toBe(1);
  for (const text of [
    'comments.yaml:3',
    'Two comments have the id "c1"',
    'comments.yaml:4',
    'No comment has the id "c8"',
    'comments.yaml:5',
    'comments.yaml:6',
    'an unknown field `email`',
  ])
    expect(stderr).toContain(text);
});

function idsBelow(comment: Element): (string | undefined)[] {
  return elements(comment, 'li')
    .filter((item) => item !== comment)
    .map(({ attribs }) => attribs['id']);
}
