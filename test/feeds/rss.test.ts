/** The feed: whole posts, readable away from the site, and well-formed whatever they hold. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built } from '../support/build-site.ts';
import { attributes, elements, lineOf, parsePage } from '../support/dom.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';
import { childText, parseXml, xmlElements, type XmlElement } from '../support/xml.ts';

const NASTY = 'Beans & <peas> "quoted" \u2018single\u2019 ]]> \u{1f331} \u2028 </title>';
const BODY = `# A heading

![A bean](./bean.png) and [the tags](/tags/), [a place](#a-heading), [a file](bean.png),
[elsewhere](https://x.example/?a=1&b=2).

<iframe src="https://www.youtube.com/embed/x" title="A talk"></iframe>

A form feed \u000c, an escape \u001b, a null \\0, and ]]> in the text: \`]]>\`.

<video src="https://x.example/v.mp4" poster="./bean.png"></video>
`;

let channel: XmlElement;
let items: XmlElement[];
let source: string;

beforeAll(async () => {
  const content = folderWith({
    'site.yaml':
      'title: "Beans & <peas>"\ndescription: \'A "garden" & more\'\nurl: https://example.org/blog/\nlanguage: en-GB\nfeedSize: 2\n',
    'posts/nasty/index.md': `---\ntitle: ${JSON.stringify(NASTY)}\npublishDate: '2024-03-10'\nupdatedDate: '2024-05-01'\nauthor: [Rosa & Lind, Tomas]\ntags: [a & b, <c>]\ndescription: 'It says <b>bold</b> & more.'\n---\n\n${BODY}`,
    'posts/nasty/bean.png': 'not really an image',
    'posts/plain/index.md':
      "---\ntitle: Plain\npublishDate: '2024-03-12T18:30:00+02:00'\nguid: old-id-42\n---\n\nWords.\n",
    'posts/third/index.md': "---\ntitle: Third\npublishDate: '2023-01-01'\n---\n\nWords.\n",
  });
  const { output } = built(await buildSite({ content }));
  source = output.read('rss.xml');
  channel = required(parseXml(source).children[0]);
  items = xmlElements(channel, 'item');
});

describe('the channel', () => {
  it('says what the blog is', () => {
    expect(childText(channel, 'title')).toBe('Beans & <peas>');
    expect(childText(channel, 'description')).toBe('A "garden" & more');
    expect(childText(channel, 'link')).toBe('https://example.org/blog/');
    expect(childText(channel, 'language')).toBe('en-GB');
    const self = required(xmlElements(channel, 'atom:link')[0]);
    expect(self.attributes).toMatchObject({
      href: 'https://example.org/blog/rss.xml',
      rel: 'self',
    });
  });

  it('was changed when the post was that changed last, and not when it was built', () => {
    expect(childText(channel, 'lastBuildDate')).toBe('Wed, 01 May 2024 00:00:00 +0000');
  });
});

describe('an item', () => {
  it('is there for each of the newest posts, newest first', () => {
    expect(items.map((item) => childText(item, 'title'))).toEqual(['Plain', NASTY]);
  });

  it('has its date, author, tags, summary and address', () => {
    const plain = required(items[0]);
    const nasty = required(items[1]);
    expect(childText(plain, 'pubDate')).toBe('Tue, 12 Mar 2024 16:30:00 +0000');
    expect(childText(plain, 'guid')).toBe('old-id-42');
    expect(childText(nasty, 'guid')).toMatch(/^tag:.+,2024-03-10:nasty$/);
    expect(childText(nasty, 'link')).toBe('https://example.org/blog/2024/03/nasty/');
    expect(childText(nasty, 'description')).toBe('It says <b>bold</b> & more.');
    const texts = (name: string) => xmlElements(nasty, name).map(({ text }) => text);
    expect(texts('dc:creator')).toEqual(['Rosa & Lind', 'Tomas']);
    expect(texts('category')).toEqual(['a & b', '<c>']);
    expect(xmlElements(plain, 'dc:creator')).toEqual([]);
  });

  it('holds the whole post, with absolute addresses and without what a reader cannot show', () => {
    const content = parsePage(childText(required(items[1]), 'content:encoded') ?? '');
    const post = 'https://example.org/blog/2024/03/nasty/';
    expect(attributes(content, 'href')).toEqual([
      'https://example.org/blog/tags/',
      `${post}#a-heading`,
      `${post}bean.png`,
      'https://x.example/?a=1&b=2',
      'https://www.youtube.com/embed/x',
    ]);
    expect(attributes(content, 'src')).toEqual([`${post}bean.png`, 'https://x.example/v.mp4']);
    expect(attributes(content, 'poster')).toEqual([`${post}bean.png`]);
    expect(elements(content, 'iframe', 'script')).toEqual([]);
    expect(lineOf(content)).toMatch(/^A heading /);
    expect(lineOf(content)).toContain('A talk');
    expect(lineOf(content)).toContain(']]> in the text: ]]>.');
  });
});
