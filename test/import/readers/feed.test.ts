import { expect, it } from 'vitest';
import { isoDate } from '../../../src/import/readers/dates.ts';
import { memorySource } from '../../support/memory-source.ts';
import { entriesIn, messagesIn, readImport } from '../../support/read-import.ts';

/** The items of a feed in a file. */
async function read(content: string | Uint8Array, name = 'feed.xml') {
  return readImport(memorySource({ [name]: content }));
}

function rss(items: string, channel = ''): string {
  return `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Rosa&#8217;s garden</title><link>https://www.garden.example/blog/</link><description>All about roses</description><language>en-us</language><atom:link rel="self" href="https://garden.example/feed"/>${channel}
${items}</channel></rss>`;
}

it('reads RSS 2.0', async () => {
  const { format, facts, items } = await read(
    rss(`<item><title>Roses &amp;amp; &lt;tulips&gt;</title><link>https://garden.example/2011/05/roses/?utm=1#top</link>
<guid isPermaLink="false">https://garden.example/?p=12</guid><pubDate>Tue, 10 May 2011 04:00:00 +0200</pubDate>
<dc:creator>Rosa</dc:creator><author>rosa@mail.example (Rosa Ann)</author><author>tom@mail.example</author>
<category>Tools</category><category domain="x">Tools &amp;amp; more</category>
<description>What I saw in May.</description><content:encoded><![CDATA[<p>Roses are red.</p>]]></content:encoded>
<enclosure url="https://garden.example/1.mp3" type="audio/mpeg" length="1"/><enclosure url="https://garden.example/1.jpg" type="image/jpeg" length="1"/></item>`),
  );
  expect(format).toBe('feed');
  expect(facts).toEqual({
    title: 'Rosa\u2019s garden',
    description: 'All about roses',
    language: 'en-US',
    url: 'https://www.garden.example/',
    hosts: [],
    legacy: undefined,
  });
  expect(entriesIn(items)).toEqual([
    {
      type: 'post',
      id: 'https://garden.example/?p=12',
      place: { file: 'feed.xml', line: 4 },
      status: 'public',
      guid: 'https://garden.example/?p=12',
      title: 'Roses & <tulips>',
      slug: 'roses',
      published: '2011-05-10T04:00:00+02:00',
      authors: ['Rosa Ann', 'Rosa'].toReversed(),
      tags: ['Tools', 'Tools & more'],
      description: 'What I saw in May.',
      cover: { url: 'https://garden.example/1.jpg' },
      legacyUrls: ['/2011/05/roses/?utm=1'],
      body: {
        format: 'html',
        text: '<p>Roses are red.</p>\n<p><audio controls src="https://garden.example/1.mp3"></audio></p>',
        base: 'https://garden.example/2011/05/roses/?utm=1#top',
      },
    },
  ]);
  expect(messagesIn(items)).toEqual([expect.stringContaining('This feed has 1 post.')]);
});

it.each([
  [
    'RSS 0.91',
    `<rss version="0.91"><channel><title>G</title><link>http://g.example/</link><item><title>One</title><link>http://g.example/one.html</link><description>Text</description></item></channel></rss>`,
  ],
  [
    'RSS 1.0',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://g.example/"><title>G</title><link>http://g.example/</link></channel><item rdf:about="http://g.example/one.html"><title>One</title><link>http://g.example/one.html</link><description>Text</description></item></rdf:RDF>`,
  ],
  [
    'Atom 0.3',
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>G</title><link rel="alternate" type="text/html" href="http://g.example/"/><entry><title>One</title><link rel="alternate" href="http://g.example/one.html"/><id>http://g.example/one.html</id><issued>2004-01-01T00:00:00Z</issued><content type="text/html" mode="escaped">Text</content></entry></feed>`,
  ],
  [
    'Atom 1.0 with a prefix',
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>G</a:title><a:link href="http://g.example/"/><a:entry><a:title>One</a:title><a:link href="http://g.example/one.html"/><a:id>http://g.example/one.html</a:id><a:content type="html">Text</a:content></a:entry></a:feed>`,
  ],
  [
    'JSON Feed',
    `{"version":"https://jsonfeed.org/version/1.1","title":"G","home_page_url":"http://g.example/","items":[{"id":"http://g.example/one.html","url":"http://g.example/one.html","title":"One","content_text":"Text"}]}`,
  ],
])('reads %s', async (_, content) => {
  const { facts, items } = await read(content, content.startsWith('{') ? 'feed.json' : 'feed.xml');
  expect(facts).toMatchObject({ title: 'G', url: 'http://g.example/' });
  expect(entriesIn(items)).toMatchObject([
    {
      id: 'http://g.example/one.html',
      title: 'One',
      slug: 'one',
      legacyUrls: ['/one.html'],
      body: { text: 'Text' },
    },
  ]);
});

it('reads the types of content that Atom has', async () => {
  const bodies = [
    `<content type="xhtml" xml:base="https://g.example/x/"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2<br/><b>bold</b> end</div></content>`,
    `<content type="html">&lt;p&gt;A &amp;amp; B&lt;/p&gt;</content>`,
    `<content>1 &lt; 2 &amp; 3</content>`,
    `<summary type="html">Only &lt;b&gt;this&lt;/b&gt;</summary>`,
  ];
  const { items } = await read(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title>${bodies.map((body, index) => `<entry><id>${index}</id><title type="html">A &amp;lt;b&amp;gt; &lt;i&gt;c&lt;/i&gt;</title>${body}</entry>`).join('')}</feed>`,
  );
  expect(entriesIn(items).map(({ body }) => body.text)).toEqual([
    '<div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2<br><b>bold</b> end</div>',
    '<p>A &amp; B</p>',
    '1 &lt; 2 &amp; 3',
    'Only <b>this</b>',
  ]);
  expect(entriesIn(items)[0]).toMatchObject({
    title: 'A <b> c',
    body: { base: 'https://g.example/x/' },
  });
});

it('says which posts are cut', async () => {
  const ends = [
    'and then\u2026',
    'and [&amp;#8230;]',
    'text &lt;a href="x"&gt;Continue reading →&lt;/a&gt;',
  ];
  const whole = ['The end.', 'Wait... what?', 'I like to read more books.'];
  const { items } = await read(
    rss(
      [...ends, ...whole]
        .map(
          (text, index) =>
            `<item><title>Post ${index}</title><guid>${index}</guid><description>${text}</description></item>`,
        )
        .join(''),
    ),
  );
  expect(messagesIn(items).at(-1)).toMatch(
    /^3 of 6 posts seem to be cut in this feed: "Post 0", "Post 1", "Post 2"\. /,
  );
});

it('keeps the link of a note about another site', async () => {
  const { items } = await read(
    rss(
      `<item><title>Look</title><link>https://other.example/page</link><guid isPermaLink="false">7</guid><description>&lt;p&gt;Nice&lt;/p&gt;</description></item>`,
    ),
  );
  expect(entriesIn(items)).toMatchObject([
    {
      legacyUrls: [],
      body: {
        text: '<p>Nice</p>\n<p><a href="https://other.example/page">https://other.example/page</a></p>',
      },
    },
  ]);
});

it('takes each post once, and posts without an id', async () => {
  const item = `<item><title>A</title><description>One</description></item>`;
  const { items } = await read(rss(item + item + item.replace('One', 'Two')));
  expect(entriesIn(items).map(({ body }) => body.text)).toEqual(['One', 'Two']);
});

it('recognizes a feed of Blogger', async () => {
  const { facts } = await read(rss('', '<generator>Blogger</generator>'));
  expect(facts.legacy).toBe('blogger');
});

it('reads a feed that was cut, and one in another encoding', async () => {
  const cut = await read(
    rss('<item><title>A</title></item><item><title>B').replace('</channel></rss>', ''),
  );
  expect(entriesIn(cut.items).map(({ title }) => title)).toEqual(['A']);
  expect(messagesIn(cut.items)[0]).toContain('feed.xml is cut');
  const latin = rss('<item><title>Äpfel</title></item>').replace(
    '?>',
    ' encoding="windows-1252"?>',
  );
  const { items } = await read(Buffer.from(latin, 'latin1'));
  expect(entriesIn(items)[0]?.title).toBe('Äpfel');
});

it('follows the pages of a feed on the web, found by its home page', async () => {
  const pages = new Map([
    [
      'https://g.example/',
      '<html><link rel="alternate" type="application/rss+xml" href="/comments/feed/"><link rel=alternate type=application/rss+xml href=/feed></html>',
    ],
    [
      'https://g.example/feed',
      rss(
        '<item><title>A</title></item>',
        '<atom:link rel="next" href="https://g.example/feed?p=2"/>',
      ),
    ],
    [
      'https://g.example/feed?p=2',
      rss('<item><title>B</title></item>', '<atom:link rel="next" href="https://g.example/feed"/>'),
    ],
  ]);
  const { facts, items } = await readImport(
    { name: 'https://g.example/', url: 'https://g.example/', files: [], close: async () => {} },
    { fetch: async (url) => ({ url, text: pages.get(url) ?? '' }) },
  );
  expect(facts.title).toBe('Rosa\u2019s garden');
  expect(entriesIn(items).map(({ title }) => title)).toEqual(['A', 'B']);
});

it('does not decode again what the web gave, and follows no link into a private network', async () => {
  const source = {
    name: 'https://g.example/feed',
    url: 'https://g.example/feed',
    files: [],
    close: async () => {},
  };
  const text = rss('<item><title>Äpfel</title></item>').replace('?>', ' encoding="latin1"?>');
  const { items } = await readImport(source, { fetch: async (url) => ({ url, text }) });
  expect(entriesIn(items)[0]?.title).toBe('Äpfel');
  const next = rss('', '<atom:link rel="next" href="http://127.0.0.1/admin"/>');
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    return { url, text: next };
  };
  await expect(readImport(source, { fetch })).rejects.toThrow('in a private network');
  expect(asked).toEqual(['https://g.example/feed']);
});

it.each([
  ['2011-05-10T04:00:00.123+0200', '2011-05-10T04:00:00+02:00'],
  ['2011-05-10 04:00', '2011-05-10T04:00:00Z'],
  ['2011-05-10', '2011-05-10'],
  ['Tue, 10 May 2011 04:00:00 GMT', '2011-05-10T04:00:00Z'],
  ['10 May 11 4:00 PDT', '2011-05-10T04:00:00-07:00'],
  ['Sunday, 1-Feb-98 23:59:59 EST', '1998-02-01T23:59:59-05:00'],
  ['Mon, 30 Nov -0001 00:00:00 +0000', undefined],
  ['2011-02-30T00:00:00Z', undefined],
  ['0000-00-00 00:00:00', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('reads the date %s as %s', (text, iso) => {
  expect(isoDate(text)).toBe(iso);
});
