import { describe, expect, it } from 'vitest';
import { literalOf } from '../../../../src/import/readers/eleventy/literals.ts';
import { eleventy } from '../../../../src/import/readers/eleventy/reader.ts';
import { readBlog } from '../../../support/read-blog.ts';

const NAME = 'src/posts/roses.md';
const CONFIG = `export default function (config) {
  config.addPassthroughCopy('src/img');
}
export const config = { dir: { input: "src", output: "src/out" } };`;

function post(body: string, front = 'title: Roses\ndate: 2020-01-31'): string {
  return `---\n${front}\n---\n${body}`;
}

async function read(files: Readonly<Record<string, string>>, config = CONFIG) {
  return readBlog(eleventy, { 'eleventy.config.js': config, ...files });
}

async function readOne(front: string, files: Readonly<Record<string, string>> = {}, name = NAME) {
  const { entries } = await read({ [name]: post('Text', front), ...files });
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

it('reads what the data files say of the site', async () => {
  const { blog } = await read({
    'src/_data/metadata.js':
      "// The site\nmodule.exports = {\n  title: 'Garden', // a title\n  url: \"https://ada.example/\",\n  language:'en-GB',\n  description: `All about roses`,\n  author: { name: 'Ada', email: 'ada@ada.example' },\n};",
  });
  expect(blog.facts).toEqual({
    title: 'Garden',
    description: 'All about roses',
    language: 'en-GB',
    timeZone: undefined,
    url: 'https://ada.example/',
    hosts: [],
  });
});

it.each([
  ['export default { a: "x" };', { a: 'x' }],
  ["module.exports = {\n\ta: 'it\\'s',\n\t\"b\": [1, 'y',],\n};", { a: "it's", b: [1, 'y'] }],
  ['export default () => ({ a: "{" })', { a: '{' }],
  ['module.exports = function () { return { a: true }; }', { a: true }],
  ['module.exports = { a: () => 1 }', undefined],
  ['module.exports = { a: `x${1}` }', undefined],
  ['console.log(1)', undefined],
  ['module.exports = { a: ', undefined],
])('reads the literal of %j', (script, value) => {
  expect(literalOf(script)).toEqual(value);
});

it('tells posts from pages, and leaves out what templates fill', async () => {
  const { entries, leftOut } = await read({
    [NAME]: post('Text'),
    'src/2020-02-01-lilies.md': post('Text', 'title: Lilies'),
    'src/words/tulips.md': post('Text', 'title: Tulips\ntags: [post, flowers]\ndate: 2020-03-01'),
    'src/about.md': post('Text', 'title: About'),
    'src/index.html': post('{% for post in collections.posts %}{{ post.url }}{% endfor %}', ''),
    'src/tags.md': post('Text', 'pagination: { data: collections }'),
    'src/loops.md': post(
      '```\n{% for x in y %}\n```\n{% raw %}{% for x in y %}{% endraw %}',
      'title: Loops',
    ),
    'src/_includes/base.html': '{{ content }}',
    'README.md': 'Text',
    'src/node_modules/x/y.md': 'Text',
    'src/out/posts/roses/index.html': '<p>Text</p>',
  });
  expect(entries.map(({ type, title, tags }) => [type, title, tags])).toEqual([
    ['post', 'Lilies', []],
    ['page', 'About', []],
    ['page', 'Loops', []],
    ['post', 'Roses', []],
    ['post', 'Tulips', ['flowers']],
  ]);
  expect(leftOut).toEqual([
    'src/index.html: pages that templates fill, such as lists of posts',
    'src/tags.md: pages that templates fill, such as lists of posts',
  ]);
});

describe('data of folders', () => {
  it.each([
    [
      'src/posts/posts.json',
      '{"tags": ["posts", "garden"], "author": "Ada", "permalink": "/{{ page.fileSlug }}/"}',
    ],
    [
      'src/posts/posts.11tydata.json',
      '{"tags": ["posts", "garden"], "author": "Ada", "permalink": "/{{ page.fileSlug }}/"}',
    ],
    [
      'src/posts/posts.11tydata.js',
      "module.exports = { tags: ['posts', 'garden'], author: 'Ada', permalink: '/{{ page.fileSlug }}/' };",
    ],
    [
      'src/posts/posts.yaml',
      'tags: [posts, garden]\nauthor: Ada\npermalink: "/{{ page.fileSlug }}/"',
    ],
  ])('in %s is inherited', async (name, data) => {
    const entry = await readOne('title: Roses\ndate: 2020-01-31\ntags: red', { [name]: data });
    expect(entry).toMatchObject({
      authors: ['Ada'],
      tags: ['garden', 'red'],
      legacyUrls: ['/roses/'],
    });
  });

  it('that a program computes is reported', async () => {
    const { notices } = await read({
      [NAME]: post('Text'),
      'src/posts/posts.11tydata.js': 'module.exports = { tags: makeTags(() => 1) };',
    });
    expect(notices).toEqual([expect.stringContaining('computed by a program')]);
  });
});

describe('front matter', () => {
  it('is mapped', async () => {
    const front = `title: Roses
date: 2020-01-31T10:00:00.000+02:00
updated: 2020-02-03
author: Ada
tags: [posts, red, Soil]
description: How they grow
image: ./rose.jpg
lang: de
redirect_from: /old/`;
    expect(await readOne(front)).toMatchObject({
      type: 'post',
      id: NAME,
      status: 'public',
      slug: 'roses',
      published: '2020-01-31T08:00:00Z',
      updated: '2020-02-03',
      authors: ['Ada'],
      tags: ['red', 'Soil'],
      description: 'How they grow',
      cover: { url: './rose.jpg' },
      language: 'de',
      legacyUrls: ['/posts/roses/', '/old/'],
      body: { format: 'markdown', text: 'Text', base: 'src/posts' },
    });
  });

  it.each([
    ['draft: true', 'draft'],
    ['permalink: false', 'draft'],
    ['eleventyExcludeFromCollections: true', 'private'],
    ['title: A', 'public'],
  ])('with %s is %s', async (front, status) => {
    expect((await readOne(`date: 2020-01-31\n${front}`)).status).toBe(status);
  });

  it.each(['Created', 'Last Modified', 'git Created'])(
    'tells that the date %s is unknown',
    async (date) => {
      const { entries, notices } = await read({
        [NAME]: post('Text', `title: Roses\ndate: ${date}`),
      });
      expect(entries[0]?.published).toBeUndefined();
      expect(notices).toEqual([expect.stringContaining(`took its date from "${date}"`)]);
    },
  );
});

describe('addresses', () => {
  it.each([
    ['src/posts/roses.md', '/posts/roses/'],
    ['src/posts/2020-01-31-roses.md', '/posts/roses/'],
    ['src/posts/roses/index.md', '/posts/roses/'],
    ['src/posts/roses/roses.md', '/posts/roses/'],
    ['src/posts/2020-01-31-roses/index.md', '/posts/2020-01-31-roses/'],
  ])('of %s are %s', async (name, address) => {
    expect((await readOne('title: A\ndate: 2020-01-31', {}, name)).legacyUrls).toEqual([address]);
  });

  it.each([
    ['/x/y.html', '/x/y.html'],
    ['"/blog/{{ title | slugify }}/"', '/blog/red-roses/'],
    ['"/{{ page.date | date: \'%Y/%m\' }}/{{ page.fileSlug }}/index.html"', '/2020/01/roses/'],
    ['"{{ page.filePathStem }}.html"', '/posts/roses.html'],
    ['"/{{ section }}/x/"', '/red/x/'],
  ])('follow the permalink %s', async (permalink, address) => {
    const entry = await readOne(
      `title: Red Roses\ndate: 2020-01-31\nsection: red\npermalink: ${permalink}`,
    );
    expect(entry.legacyUrls).toEqual([address]);
  });

  it('that a program computes are reported', async () => {
    const { entries, notices } = await read({
      [NAME]: post('Text', 'title: Roses\ndate: 2020-01-31\npermalink: "/{{ title | magic }}/"'),
    });
    expect(entries[0]?.legacyUrls).toEqual([]);
    expect(notices).toEqual([expect.stringContaining('is computed from "/{{ title | magic }}/"')]);
  });

  it('begin with the prefix of the site', async () => {
    const { entries } = await read(
      { [NAME]: post('Text') },
      'module.exports = () => ({ pathPrefix: "/blog/", dir: { input: "src" } });',
    );
    expect(entries[0]?.legacyUrls).toEqual(['/blog/posts/roses/']);
  });
});

it('fills in what it knows, and leaves code and unknown tags alone', async () => {
  const { entry, notices } = await read({
    [NAME]: post(
      '{{ title }} {{ site.name }} [a]({{ "/x/" | url }}) [b](lilies.md#c) {% youtube "abc" %} {% card "x" %}\n\n```\n{{ title }}{% raw %}{{ x }}{% endraw %}\n```',
    ),
    'src/posts/lilies.md': post('Text', 'title: Lilies\ndate: 2020-01-31'),
    'src/_data/site.json': '{"name": "Garden"}',
  });
  expect(entry('Roses').body.text).toBe(
    'Roses Garden [a](/x/) [b](/posts/lilies/#c) <iframe src="https://www.youtube.com/embed/abc"></iframe> {% card "x" %}\n\n```\n{{ title }}{{ x }}\n```',
  );
  expect(notices).toEqual([expect.stringContaining('`{% card "x" %}` has no meaning')]);
});

it('finds files beside a text, in the input folder and at the root', async () => {
  const { blog, entry } = await read({
    [NAME]: post('Text'),
    'src/posts/a.png': 'png',
    'src/img/b.png': 'png',
    'public/c.png': 'png',
  });
  const file = (url: string) => blog.file?.(url, entry('Roses'))?.path;
  expect(file('./a.png')).toBe('src/posts/a.png');
  expect(file('/posts/roses/a.png')).toBe('src/posts/a.png');
  expect(file('/img/b.png')).toBe('src/img/b.png');
  expect(file('/c.png')).toBe('public/c.png');
});
