import { describe, expect, it } from 'vitest';
import { hexo } from '../../../../src/import/readers/hexo/reader.ts';
import { readBlog } from '../../../support/read-blog.ts';

const NAME = 'source/_posts/roses.md';
const CONFIG = 'title: Garden\nurl: https://ada.example\nsource_dir: source';

function post(body: string, front = 'title: Roses\ndate: 2020-01-31 10:00:00'): string {
  return `---\n${front}\n---\n${body}`;
}

async function read(files: Readonly<Record<string, string>>, config = CONFIG) {
  return readBlog(hexo, { '_config.yml': config, ...files });
}

async function readOne(front: string, config = CONFIG, name = NAME) {
  const { entries } = await read({ [name]: post('Text', front) }, config);
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

async function translated(body: string, files: Readonly<Record<string, string>> = {}) {
  const { entry, notices } = await read({ [NAME]: post(body), ...files });
  return { text: entry('Roses').body.text, notices };
}

it('reads the settings', async () => {
  const { blog } = await read(
    {},
    'title: Garden\nsubtitle: All about roses\nlanguage: [zh-CN, en]\ntimezone: Asia/Shanghai\nurl: https://ada.example/blog/\nsource_dir: source',
  );
  expect(blog.facts).toEqual({
    title: 'Garden',
    description: 'All about roses',
    language: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    url: 'https://ada.example/',
    hosts: [],
  });
});

it('is found by its package, its settings or its folder', async () => {
  const files = { [NAME]: post('Text') };
  const manifest = '{"dependencies": {"hexo": "^7.0.0"}}';
  expect((await readBlog(hexo, { ...files, 'package.json': manifest })).entries).toHaveLength(1);
  expect((await readBlog(hexo, files)).entries).toHaveLength(1);
});

describe('front matter', () => {
  it('is mapped', async () => {
    const front = `title: Roses
date: 2020-01-31 10:00:00
updated: 2020-02-03 11:00:00
categories: [Flowers, Red]
tags: [rose, soil]
excerpt: How they grow
cover: /images/rose.jpg
author: Ada
sticky: 100
lang: de
alias: old/roses.html`;
    expect(await readOne(front, `${CONFIG}\ntimezone: Asia/Shanghai`)).toEqual({
      type: 'post',
      id: NAME,
      place: { file: NAME },
      status: 'public',
      guid: undefined,
      title: 'Roses',
      slug: 'roses',
      published: '2020-01-31T10:00:00+08:00',
      updated: '2020-02-03T11:00:00+08:00',
      authors: ['Ada'],
      tags: ['Flowers', 'Red', 'rose', 'soil'],
      description: 'How they grow',
      cover: { url: '/images/rose.jpg', alt: undefined },
      legacyUrls: ['/2020/01/31/roses/', '/old/roses.html'],
      canonicalUrl: undefined,
      language: 'de',
      pinned: true,
      body: { format: 'markdown', text: 'Text', base: 'source/_posts' },
    });
  });

  it.each([
    ['without its first line', 'title: Roses\ndate: 2020-01-31\n---\nText'],
    ['in JSON', '{\n"title": "Roses",\n"date": "2020-01-31"\n}\n;;;\nText'],
    ['in JSON without braces', '"title": "Roses",\n"date": "2020-01-31"\n;;;\nText'],
    ['with tabs', '---\ntitle: Roses\ndate: 2020-01-31\ntags:\n\t- a\n---\nText'],
  ])('is read %s', async (_name, text) => {
    const { entry } = await read({ [NAME]: text });
    expect(entry('Roses')).toMatchObject({ published: '2020-01-31', body: { text: 'Text' } });
  });

  it('may be missing', async () => {
    const { entries } = await read({ [NAME]: 'Text' });
    expect(entries).toMatchObject([{ title: 'roses', legacyUrls: [], body: { text: 'Text' } }]);
  });

  it.each([
    ['published: false', 'draft'],
    ['hidden: true', 'private'],
    ['password: secret', 'password'],
    ['comments: false', 'public'],
  ])('with %s is %s', async (front, status) => {
    const entry = await readOne(`title: A\ndate: 2020-01-31\n${front}`);
    expect(entry.status).toBe(status);
    expect(JSON.stringify(entry)).not.toContain('secret');
  });

  it('tells the addresses of lists, also of categories in others', async () => {
    const { items } = await read({
      [NAME]: post(
        'Text',
        'title: A\ndate: 2020-01-31\ntags: Red Rose\ncategories:\n  - [Flowers, Red]\n  - Soil',
      ),
    });
    expect(items.filter(({ type }) => type === 'tag')).toEqual([
      { type: 'tag', name: 'Red Rose', legacyUrls: ['/tags/Red-Rose/'] },
      { type: 'tag', name: 'Flowers', legacyUrls: ['/categories/Flowers/'] },
      { type: 'tag', name: 'Red', legacyUrls: ['/categories/Flowers/Red/'] },
      { type: 'tag', name: 'Soil', legacyUrls: ['/categories/Soil/'] },
    ]);
  });
});

it('tells posts, drafts and pages apart', async () => {
  const { entries, leftOut } = await read(
    {
      'source/_drafts/lilies.md': post('Text', 'title: Lilies'),
      [NAME]: post('Text'),
      'source/about/index.md': post('Text', 'title: About\ndate: 2019-01-01'),
      'source/links.md': post('Text', 'title: Links'),
      'source/tags/index.md': post('', 'title: Tags\ntype: tags'),
      'source/raw/x.html': '<p>x</p>',
      'themes/x/README.md': 'Text',
    },
    `${CONFIG}\nskip_render: raw/**`,
  );
  expect(
    entries.map(({ type, title, status, legacyUrls }) => [type, title, status, legacyUrls]),
  ).toEqual([
    ['post', 'Lilies', 'draft', []],
    ['post', 'Roses', 'public', ['/2020/01/31/roses/']],
    ['page', 'About', 'public', ['/about/']],
    ['page', 'Links', 'public', ['/links.html']],
  ]);
  expect(leftOut).toEqual([
    'source/tags/index.md: pages that templates fill, such as lists of posts',
  ]);
});

describe('addresses', () => {
  it.each([
    ['', '/2020/01/31/sub/Red-Roses/'],
    ['permalink: :year/:i_month/:name.html', '/2020/1/Red-Roses.html'],
    ['permalink: :year/:name.html\npretty_urls: { trailing_html: false }', '/2020/Red-Roses'],
    ['permalink: :category/:post_title/', '/Flowers/Blume/roses-or-two/'],
    [
      'permalink: :category/:name/\nfilename_case: 1\ncategory_map: { Flowers: plants }',
      '/plants/blume/Red-Roses/',
    ],
    ['permalink: posts/:abbrlink/', '/posts/4a17b156/'],
    // The first twelve digits of the SHA-1 of `sub/Red-Roses1580464800`.
    ['permalink: posts/:hash/', '/posts/160afe5b03c2/'],
    ['root: /blog/', '/blog/2020/01/31/sub/Red-Roses/'],
  ])('follow the settings %j', async (settings, address) => {
    const entry = await readOne(
      'title: Roses, or two\ndate: 2020-01-31 10:00:00\ncategories: [Flowers, Blümé]\nabbrlink: 4a17b156',
      `${CONFIG}\ntimezone: UTC\n${settings}`,
      'source/_posts/sub/Red-Roses.md',
    );
    expect(entry.legacyUrls[0]).toBe(address);
  });

  it('follow the front matter', async () => {
    expect((await readOne('title: A\npermalink: x/y.html')).legacyUrls).toEqual(['/x/y.html']);
  });

  it('take the day out of names where the settings say so', async () => {
    const entry = await readOne(
      'title: A',
      `${CONFIG}\nnew_post_name: :year-:month-:day-:title.md`,
      'source/_posts/2020-01-31-roses.md',
    );
    expect(entry).toMatchObject({ published: '2020-01-31', legacyUrls: ['/2020/01/31/roses/'] });
  });

  it('that cannot be told are reported', async () => {
    const { entries, notices } = await read(
      { [NAME]: post('Text') },
      `${CONFIG}\npermalink: p/:id/`,
    );
    expect(entries).toMatchObject([{ legacyUrls: [] }]);
    expect(notices).toEqual([expect.stringContaining('The old address of "Roses" cannot be told')]);
  });

  it('are the ids of the feed plug-in', async () => {
    const { entries } = await read({
      [NAME]: post('Text'),
      'package.json': '{"dependencies": {"hexo": "7", "hexo-generator-feed": "3"}}',
    });
    expect(entries[0]?.guid).toBe('https://ada.example/2020/01/31/roses/');
  });
});

describe('tags', () => {
  it('of assets lead to them, whatever the name of the post', async () => {
    const name = 'source/_posts/Red roses.md';
    const { entry, blog } = await readBlog(hexo, {
      '_config.yml': 'post_asset_folder: true\npublic_dir: public\n',
      [name]: post('{% asset_img a.png %} {% asset_link b.pdf The b %}'),
      'source/_posts/Red roses/a.png': 'x',
      'source/_posts/Red roses/b.pdf': 'x',
    });
    const roses = entry('Roses');
    const addresses = [...roses.body.text.matchAll(/\((\S+)\)/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.map((address) => blog.file?.(address, roses)?.path)).toEqual([
      'source/_posts/Red roses/a.png',
      'source/_posts/Red roses/b.pdf',
    ]);
  });

  it('of Hexo become what they showed', async () => {
    const { text, notices } = await translated(
      [
        '{% post_link lilies %}',
        '{% post_link lilies "All lilies" false %}',
        '[x]({% post_path lilies %})',
        '{% asset_img a.png A title %}',
        '{% asset_img wide a.png 300 200 "A title" "What it shows" %}',
        '{% asset_link notes.pdf The notes %}',
        '![]({% asset_path b.png %})',
        '{% link Site https://a.example/ true %}',
        '{% youtube abc %}',
        '{% iframe https://a.example/frame 500 300 %}',
        '{% include_code lang:js demo/x.js %}',
        "{% img /c.png \"'T' 'Alt'\" %}",
      ].join('\n\n'),
      {
        'source/_posts/lilies.md': post('Text', 'title: Lilies\ndate: 2020-02-01'),
        'source/downloads/code/demo/x.js': 'a()\n',
      },
    );
    expect(text.split('\n\n')).toEqual([
      '[Lilies](/2020/02/01/lilies/)',
      '[All lilies](/2020/02/01/lilies/)',
      '[x](/2020/02/01/lilies/)',
      '![A title](/2020/01/31/roses/a.png)',
      '<img src="/2020/01/31/roses/a.png" alt="What it shows" title="A title" width="300" height="200">',
      '[The notes](/2020/01/31/roses/notes.pdf)',
      '![](/2020/01/31/roses/b.png)',
      '[Site](https://a.example/)',
      'https://www.youtube.com/watch?v=abc',
      '<iframe src="https://a.example/frame"></iframe>',
      '```js\na()\n```',
      '![Alt](/c.png "T")',
    ]);
    expect(notices).toEqual([]);
  });

  it('with code become fences with a title', async () => {
    const { text } = await translated(
      '{% codeblock Array.map lang:js https://a.example/x MDN %}\nmap(`{{ x }}`)\n{% endcodeblock %}',
    );
    expect(text).toBe('[Array.map (MDN)](https://a.example/x)\n\n```js\nmap(`{{ x }}`)\n```');
  });

  it('of themes become alerts and quotations', async () => {
    const { text } = await translated(
      '{% note warning %}\nA\n{% endnote %}\n\n{% cq %}B{% endcq %}\n\n{% blockquote Ada, Book %}\nC\n{% endblockquote %}',
    );
    expect(text).toBe(
      '> [!WARNING]\n> A\n\n\n\n> B\n\n\n\n> C\n>\n> — Ada, Book\n'.replace('\n> [', '> ['),
    );
  });

  it('in fences stay as they are, and unknown ones stay visible', async () => {
    const { text, notices } = await translated(
      '```\n{% raw %}{{ x }}{% endraw %}\n```\n{% rose %} {{ y }}',
    );
    expect(text).toBe('```\n{% raw %}{{ x }}{% endraw %}\n```\n{% rose %} {{ y }}');
    expect(notices).toHaveLength(2);
  });
});

it('finds files in the folder of assets, and in the source', async () => {
  const { blog, entry } = await read({
    [NAME]: post('Text'),
    'source/_posts/roses/a.png': 'png',
    'source/images/b.png': 'png',
  });
  const file = (url: string) => blog.file?.(url, entry('Roses'))?.path;
  expect(file('a.png')).toBe('source/_posts/roses/a.png');
  expect(file('roses/a.png')).toBe('source/_posts/roses/a.png');
  expect(file('/2020/01/31/roses/a.png')).toBe('source/_posts/roses/a.png');
  expect(file('/images/b.png')).toBe('source/images/b.png');
  expect(file('https://ada.example/images/b.png')).toBe('source/images/b.png');
});
