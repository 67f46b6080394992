import { describe, expect, it } from 'vitest';
import { pelican } from '../../../../src/import/readers/pelican/reader.ts';
import { readPython } from '../../../../src/import/readers/pelican/python.ts';
import { readBlog } from '../../../support/read-blog.ts';

const NAME = 'content/roses.md';
const CONFIG = "SITENAME = 'Garden'\nSITEURL = 'https://ada.example'\nTIMEZONE = 'Europe/Berlin'";

function post(body: string, head = 'Title: Roses\nDate: 2020-01-31'): string {
  return `${head}\n\n${body}`;
}

async function read(files: Readonly<Record<string, string>>, config = CONFIG) {
  return readBlog(pelican, { 'pelicanconf.py': config, ...files });
}

async function readOne(head: string, config = CONFIG, name = NAME) {
  const { entries } = await read({ [name]: post('Text', head) }, config);
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

async function translated(
  body: string,
  files: Readonly<Record<string, string>> = {},
  config = CONFIG,
) {
  const { entry, notices } = await read({ [NAME]: post(body), ...files }, config);
  return { text: entry('Roses').body.text, notices };
}

it('reads settings in Python, and runs nothing', () => {
  expect(
    readPython(
      `#!/usr/bin/env python
AUTHOR = 'Ada' # a comment
SITENAME = u"Ada's garden"
RELATIVE_URLS = False
NONE = None
PAGES = 10
LINKS = (('a', 'https://a.example/'),
         ('b', "x"),)
PATHS = ['', # all
  'posts',
]
META = {'extra/x': {'path': 'x'},}
COMPUTED = os.path.join('a', 'b')
SUM = 1 + 2
LOWER = SITENAME.lower()
if AUTHOR == 'Ada':
    pass
PATTERN = r'(?P<date>\\d{4}).*'`,
    ),
  ).toEqual({
    AUTHOR: 'Ada',
    SITENAME: "Ada's garden",
    RELATIVE_URLS: false,
    NONE: null,
    PAGES: 10,
    LINKS: [
      ['a', 'https://a.example/'],
      ['b', 'x'],
    ],
    PATHS: ['', 'posts'],
    META: { 'extra/x': { path: 'x' } },
    PATTERN: String.raw`(?P<date>\d{4}).*`,
  });
});

it('takes the facts of the site on the web', async () => {
  const { blog } = await readBlog(pelican, {
    'pelicanconf.py':
      "SITENAME = 'Garden'\nSITEURL = ''\nDEFAULT_LANG = 'de'\nTIMEZONE = 'Europe/Berlin'\nSITESUBTITLE = 'All about roses'",
    'publishconf.py': "from pelicanconf import *\nSITEURL = 'https://ada.example/blog'",
    [NAME]: post('Text'),
  });
  expect(blog.facts).toEqual({
    title: 'Garden',
    description: 'All about roses',
    language: 'de',
    timeZone: 'Europe/Berlin',
    url: 'https://ada.example/',
    hosts: [],
  });
});

describe('metadata', () => {
  it('of Markdown is mapped', async () => {
    const head = `title: Roses: red
DATE: 2020-01-31 10:20
Modified: 2020-02-03
Tags: rose, Soil
Category: Flowers
Authors: Ada Example, Grace
Summary: How they
    grow
Slug: red-roses`;
    expect(await readOne(head)).toEqual({
      type: 'post',
      id: NAME,
      place: { file: NAME },
      status: 'public',
      guid: 'tag:ada.example,2020-01-31:/red-roses.html',
      title: 'Roses: red',
      slug: 'red-roses',
      published: '2020-01-31T10:20:00+01:00',
      updated: '2020-02-03',
      authors: ['Ada Example', 'Grace'],
      tags: ['Flowers', 'rose', 'Soil'],
      description: 'How they grow',
      cover: undefined,
      legacyUrls: ['/red-roses.html'],
      canonicalUrl: undefined,
      language: undefined,
      pinned: undefined,
      body: { format: 'markdown', text: 'Text', base: 'content' },
    });
  });

  it('may have semicolons between names, and YAML around it', async () => {
    expect(
      (await readOne('Title: A\nDate: 2020-01-31\nTags: a, b; c\nAuthor: Example, Ada; Grace'))
        .authors,
    ).toEqual(['Example, Ada', 'Grace']);
    expect((await readOne('---\ntitle: A\ndate: 2020-01-31\ntags: [a, b]\n---')).tags).toEqual([
      'a',
      'b',
    ]);
  });

  it('of reStructuredText is mapped, and its text converted', async () => {
    const { entries } = await read({
      'content/roses.rst':
        'Roses\n#####\n\n:date: 2020-01-31\n:tags: red, white\n:summary: How they\n  grow\n\nA *b*.\n\nC\n=\n',
    });
    expect(entries).toMatchObject([
      {
        title: 'Roses',
        published: '2020-01-31',
        tags: ['red', 'white'],
        description: 'How they grow',
        legacyUrls: ['/roses.html'],
        body: { format: 'html', text: '<p>A <em>b</em>.</p><h2>C</h2>' },
      },
    ]);
  });

  it('of HTML is mapped', async () => {
    const { entries } = await read({
      'content/roses.html':
        '<html><head><title>Roses</title><meta name="date" content="2020-01-31"><meta name="tags" content="a, b"></head><body><p>Text</p></body></html>',
    });
    expect(entries).toMatchObject([
      { title: 'Roses', tags: ['a', 'b'], body: { format: 'html', text: '<p>Text</p>' } },
    ]);
  });

  it.each([
    ['Status: draft', 'draft'],
    ['Status: hidden', 'private'],
    ['Status: skip', 'draft'],
    ['save_as:', 'private'],
    ['Status: published', 'public'],
  ])('with %s is %s', async (head, status) => {
    expect((await readOne(`Title: A\nDate: 2020-01-31\n${head}`)).status).toBe(status);
  });

  it('comes from names, folders and settings, too', async () => {
    const config = `${CONFIG}\nAUTHOR = 'Ada'\nDEFAULT_METADATA = {'status': 'draft'}\nFILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>.*)'\nPATH_METADATA = '(?P<lang>de)/.*'`;
    expect(
      await readOne('Title: A', config, 'content/de/flowers/2020-01-31_roses.md'),
    ).toMatchObject({
      published: '2020-01-31',
      slug: 'roses',
      authors: ['Ada'],
      status: 'draft',
      tags: ['flowers'],
      language: 'de',
    });
  });

  it('without a date leaves an article unpublished, as Pelican does', async () => {
    expect((await readOne('Title: A')).status).toBe('draft');
  });
});

it('tells articles, pages and other files apart', async () => {
  const { entries, leftOut } = await read({
    [NAME]: post('Text'),
    'content/pages/about.md': post('Text', 'Title: About'),
    'content/notes/a.ipynb': '{}',
    'content/snippet.md': 'Just text',
    'output/roses.html': '<title>Roses</title>',
    'README.md': post('Text'),
  });
  expect(
    entries.map(({ type, title, status, legacyUrls }) => [type, title, status, legacyUrls]),
  ).toEqual([
    ['page', 'About', 'public', ['/pages/about.html']],
    ['post', 'Roses', 'public', ['/roses.html']],
  ]);
  expect(leftOut).toEqual([
    'content/notes/a.ipynb: texts in ipynb, which is not Markdown',
    'content/snippet.md: files without title and date, which Pelican does not publish',
  ]);
});

describe('addresses', () => {
  it.each([
    ['', '/a-rose-or-c.html'],
    ["ARTICLE_URL = '{date:%Y}/{date:%b}/{date:%d}/{slug}/'", '/2020/Jan/31/a-rose-or-c/'],
    ["ARTICLE_URL = '{category}/{slug}.html'", '/flowers/a-rose-or-c.html'],
    ["SLUGIFY_SOURCE = 'basename'", '/roses.html'],
  ])('follow the settings %j', async (settings, address) => {
    const entry = await readOne(
      'Title: A Rosé, or C++?\nDate: 2020-01-31\nCategory: Flowers',
      `${CONFIG}\n${settings}`,
    );
    expect(entry.legacyUrls).toEqual([address]);
  });

  it.each([
    ['url: x/y/', '/x/y/'],
    ['save_as: x/index.html', '/x/'],
    ['lang: fr', '/a-fr.html'],
  ])('follow %s', async (head, address) => {
    expect((await readOne(`Title: A\nDate: 2020-01-31\n${head}`)).legacyUrls).toEqual([address]);
  });

  it('of lists are kept', async () => {
    const { items } = await read({
      [NAME]: post(
        'Text',
        'Title: A\nDate: 2020-01-31\nTags: Red Rose\nCategory: Soil\nAuthor: Ada Example',
      ),
    });
    expect(items.slice(0, 3)).toEqual([
      { type: 'author', name: 'Ada Example', legacyUrls: ['/author/ada-example.html'] },
      { type: 'tag', name: 'Red Rose', legacyUrls: ['/tag/red-rose.html'] },
      { type: 'tag', name: 'Soil', legacyUrls: ['/category/soil.html'] },
    ]);
  });
});

describe('texts', () => {
  it('lead links to files to their addresses', async () => {
    const { text, notices } = await translated(
      '[a]({filename}/lilies.md#x) [b](|filename|lilies.md) ![c]({static}/images/c.png) ![d]({attach}d.png) [e]({tag}red) [f]({index}) `{filename}/x.md`\n\n[g]: {filename}lilies.md',
      { 'content/lilies.md': post('Text', 'Title: Lilies\nDate: 2020-01-31') },
      "SITEURL = 'https://ada.example/blog'",
    );
    expect(text).toBe(
      '[a](/blog/lilies.html#x) [b](/blog/lilies.html) ![c](/blog/images/c.png) ![d](/blog/d.png) [e](/blog/tag/red.html) [f](/blog/) `{filename}/x.md`\n\n[g]: /blog/lilies.html',
    );
    expect(notices).toEqual([]);
  });

  it('have fences for code that names its language, and no attributes', async () => {
    const { text } = await translated(
      '[TOC]\n\nA\n\n    :::python\n    def f():\n\n        pass\n\nB{: .x} ![c](d.png){: .y }\n\n    plain\n',
    );
    expect(text).toBe(
      'A\n\n```python\ndef f():\n\n    pass\n```\n\nB{: .x} ![c](d.png)\n\n    plain\n',
    );
  });

  it('have tags of Liquid only with the plug-in', async () => {
    const body = '{% youtube abc %} {{ x }}';
    expect((await translated(body)).text).toBe(body);
    const config = `${CONFIG}\nPLUGINS = ['liquid_tags.youtube']`;
    expect((await translated(body, {}, config)).text).toBe(
      '<iframe src="https://www.youtube.com/embed/abc"></iframe> {{ x }}',
    );
  });

  it('in reStructuredText name what stays as text', async () => {
    const { items } = await read({
      'content/roses.rst': 'Roses\n=====\n:date: 2020-01-31\n\nA\n\n.. rose:: red\n',
    });
    const notices = items.filter(({ type }) => type === 'notice');
    expect(notices).toMatchObject([{ place: { file: 'content/roses.rst', line: 7 } }]);
  });
});

it('finds files by their addresses', async () => {
  const { blog, entry } = await read(
    { [NAME]: post('Text'), 'content/images/a.png': 'png', 'content/extra/b.png': 'png' },
    "SITEURL = 'https://ada.example/blog'",
  );
  const file = (url: string) => blog.file?.(url, entry('Roses'))?.path;
  expect(file('/blog/images/a.png')).toBe('content/images/a.png');
  expect(file('images/a.png')).toBe('content/images/a.png');
  expect(file('/blog/b.png')).toBe('content/extra/b.png');
});
