/** The three feed formats. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type OutputFolder } from '../../support/build-site.ts';
import { attributes, elements, lineOf, parsePage } from '../../support/dom.ts';
import { feedFaults } from '../../support/feed-rules.ts';
import { EVERY_FORMAT, FEED_FORMATS, type ReadFeed, type ReadItem } from '../../support/feeds.ts';
import { required } from '../../support/required.ts';
import { folderWith } from '../../support/scratch.ts';
import { parseXml, xmlElements } from '../../support/xml.ts';

const NASTY =
  'Beans & <peas> "quoted" \u2018single\u2019 ]]> \u{1f331} \u2028 \u200f\u05d0\u05d1\u200e </title>';
const AUTHOR = 'Rosa & <Lind> ]]> \u{1f331} \u2028 \u200f\u05d0\u200e';
const TAG = 'a & b <c> ]]> \u{1f331} \u2028 \u200f\u05d0\u200e';
const BODY = `# A heading

![A bean](./bean.png) and [the tags](/tags/), [a place](#a-heading), [a file](bean.png),
[elsewhere](https://x.example/?a=1&b=2).

<iframe src="https://www.youtube.com/embed/x" title="A talk"></iframe>

A form feed \u000c, an escape \u001b, a null \\0, half a pair \ud83c and ]]> in the text: \`]]>\`
and </content:encoded></content>.

<video src="https://x.example/v.mp4" poster="./bean.png" title="an escape \u001b, ]]>"></video>

<picture><source src="./bean.png" media="(min-width: 1px)"><img src="./bean.png" alt="One"></picture>

<blockquote cite="#a-heading">Quoted</blockquote>

<script>alert(1)</script><style>p { color: red }</style>
`;
const SETTINGS = `title: "Beans & <peas>"
description: 'A "garden" & more'
url: https://example.org/blog/
language: en-GB
timeZone: Europe/Berlin
author: The & <Gardeners>
typography: off
feedSize: 2
${EVERY_FORMAT}`;
const POST = 'https://example.org/blog/2024/03/nasty/';

const NASTY_POST = {
  title: NASTY,
  publishDate: '2024-03-10',
  updatedDate: '2024-05-01',
  author: [AUTHOR, 'true'],
  tags: [TAG, 'true', '007'],
  description: 'It says <b>bold</b> & more \u0008.',
  image: './bean.png',
};

function contentWith(settings: string): string {
  return folderWith({
    'site.yaml': settings,
    'posts/nasty/index.md': `---\n${JSON.stringify(NASTY_POST)}\n---\n\n${BODY}`,
    'posts/nasty/bean.png': 'not really an image',
    'posts/plain/index.md':
      "---\ntitle: Plain\npublishDate: '2024-03-12T18:30:00+02:00'\nguid: 'urn:old:42'\n---\n\nWords.\n",
    'posts/third/index.md': "---\ntitle: Third\npublishDate: '2023-01-01'\n---\n\nWords.\n",
  });
}

let output: OutputFolder;
let summaries: OutputFolder;

beforeAll(async () => {
  const [full, short] = await Promise.all(
    ['', 'feedContent: summary\n'].map((setting) =>
      buildSite({ content: contentWith(SETTINGS + setting) }),
    ),
  );
  output = built(required(full)).output;
  summaries = built(required(short)).output;
});

describe.each(FEED_FORMATS)('$title', (format) => {
  let feed: ReadFeed;
  let plain: ReadItem;
  let nasty: ReadItem;

  beforeAll(() => {
    feed = format.read(output.read(format.file));
    plain = required(feed.items[0]);
    nasty = required(feed.items[1]);
  });

  it('describes the blog', () => {
    expect(feed).toMatchObject({
      title: 'Beans & <peas>',
      description: 'A "garden" & more',
      home: 'https://example.org/blog/',
      self: `https://example.org/blog/${format.file}`,
      language: 'en-GB',
    });
  });

  it('lists the newest posts first', () => {
    expect(feed.items.map(({ title }) => title)).toEqual(['Plain', NASTY]);
  });

  it('contains title, authors and tags of a post as written', () => {
    expect(nasty.title).toBe(NASTY);
    expect(nasty.authors).toEqual([AUTHOR, 'true']);
    expect(nasty.tags).toEqual([TAG, 'true', '007']);
    expect(plain.authors).toEqual([]);
    expect(plain.tags).toEqual([]);
  });

  it('contains URL, ID and summary of a post', () => {
    expect(plain.id).toBe('urn:old:42');
    expect(nasty.id).toMatch(/^tag:.+:nasty$/);
    expect(nasty.url).toBe(POST);
    expect(nasty.summary).toBe('It says <b>bold</b> & more .');
  });

  it('contains the dates of publication and change', () => {
    const times = [nasty, plain].map(({ published, updated }) => [published, updated ?? '']);
    const instants = times.map((dates) => dates.map((date) => Date.parse(date)));
    const [changedNasty, changedPlain] =
      format.title === 'RSS'
        ? [NaN, NaN]
        : [Date.UTC(2024, 3, 30, 22), Date.UTC(2024, 2, 12, 16, 30)];
    expect(instants).toEqual([
      [Date.UTC(2024, 2, 9, 23), changedNasty],
      [Date.UTC(2024, 2, 12, 16, 30), changedPlain],
    ]);
    expect(times[0]?.[0]).toMatch(/\+01:?00$/);
  });

  it('contains the full post with absolute URLs, without what feed readers cannot show', () => {
    const content = parsePage(nasty.content ?? '');
    expect(attributes(content, 'href')).toEqual([
      'https://example.org/blog/tags/',
      `${POST}#a-heading`,
      `${POST}bean.png`,
      'https://x.example/?a=1&b=2',
      'https://www.youtube.com/watch?v=x',
    ]);
    expect(attributes(content, 'src')).toEqual([
      `${POST}bean.png`,
      'https://x.example/v.mp4',
      `${POST}bean.png`,
    ]);
    expect(attributes(content, 'poster')).toEqual([`${POST}bean.png`]);
    expect(attributes(content, 'cite')).toEqual([`${POST}#a-heading`]);
    expect(elements(content, 'iframe', 'script', 'style', 'picture', 'source')).toEqual([]);
    expect(elements(content, 'img').map(({ attribs }) => attribs['alt'])).toEqual([
      'A bean',
      'One',
    ]);
    expect(lineOf(content)).toMatch(/^A heading /);
    expect(lineOf(content)).toContain('A talk');
    expect(lineOf(content)).toContain(']]> in the text: ]]>');
    // oxlint-disable-next-line no-control-regex
    expect(nasty.content).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]/u);
  });

  it('contains only summaries on demand', () => {
    const [, item] = format.read(summaries.read(format.file)).items;
    expect(item?.content).toBeUndefined();
    expect(item?.summary).toBe('It says <b>bold</b> & more .');
  });

  it('is valid, like the feeds of tags and authors', () => {
    const files = output.files().filter((file) => file.endsWith(format.file));
    expect(files.length).toBe(6);
    const faults = files.flatMap((file) =>
      feedFaults(format, output.read(file), `https://example.org/blog/${encodeURI(file)}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('Atom', () => {
  it('names the blog as the author of posts without one', () => {
    const feed = parseXml(output.read('atom.xml'));
    const author = required(feed.children.find(({ name }) => name === 'author'));
    expect(author.children.map(({ text }) => text)).toEqual([
      'The & <Gardeners>',
      'https://example.org/blog/',
    ]);
  });

  it('declares its content as HTML', () => {
    const contents = xmlElements(parseXml(output.read('atom.xml')), 'content');
    expect(contents.map(({ attributes: { type } }) => type)).toEqual(['html', 'html']);
  });
});

it.each(['rss.xml', 'atom.xml'])('%s has the date of the last changed post', (file) => {
  const { changed } = required(FEED_FORMATS.find((format) => format.file === file)).read(
    output.read(file),
  );
  expect(Date.parse(changed ?? '')).toBe(Date.UTC(2024, 3, 30, 22));
});

it('RSS has an image of the site', () => {
  const [image] = xmlElements(parseXml(output.read('rss.xml')), 'image');
  expect(image?.children.map(({ name, text }) => [name, text])).toEqual([
    ['url', 'https://example.org/blog/icon.png'],
    ['title', 'Beans & <peas>'],
    ['link', 'https://example.org/blog/'],
  ]);
  const png = readFileSync(output.path + '/icon.png');
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  // https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt
  expect(png.readUInt32BE(16)).toBeLessThanOrEqual(144);
});

it('every feed begins with an explanation for people', () => {
  const said = /^<!-- This is a feed, .* -->$/;
  for (const file of ['rss.xml', 'atom.xml'])
    expect(output.read(file).split('\n')[1]).toMatch(said);
  expect(JSON.parse(output.read('feed.json'))).toMatchObject({
    user_comment: expect.stringMatching(/^This is a feed, /),
  });
});

it('RSS declares that its IDs are not URLs', () => {
  const ids = xmlElements(parseXml(output.read('rss.xml')), 'guid');
  expect(ids.map(({ attributes: { isPermaLink } }) => isPermaLink)).toEqual(['false', 'false']);
});

it('JSON Feed contains the image of a post, and the blog as author', () => {
  expect(JSON.parse(output.read('feed.json'))).toMatchObject({
    authors: [{ name: 'The & <Gardeners>', url: 'https://example.org/blog/' }],
    items: [{}, { image: `${POST}bean.png` }],
  });
});
