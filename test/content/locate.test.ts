/** The lines of what problems name. */
import { describe, expect, it } from 'vitest';
import { locateProblems } from '../../src/content/locate.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { folderWith } from '../support/scratch.ts';

const POST = [
  '---', // 1
  'title: Beans', // 2
  'tags:', // 3
  '  - seeds', // 4
  '  - 7', // 5
  'author: { name: Rosa }', // 6
  '---', // 7
  '', // 8
  'See [a](gone.pdf) and title: Beans', // 9
  '---', // 10
  'and [b](other.pdf).', // 11
].join('\n');

function problemOf(file: string, parts: Partial<Problem>): Problem {
  return { severity: 'error', code: 'x', file, message: 'x', hint: 'x', ...parts };
}

/** Line and column of a problem in a file of this text. */
function place(
  parts: Partial<Problem>,
  text = POST,
  name = 'index.md',
): [number | undefined, number | undefined] {
  const folder = folderWith({ [name]: text });
  const [located] = locateProblems([problemOf(`${folder}/${name}`, parts)]);
  return [located?.line, located?.column];
}

describe('a problem with a field', () => {
  it.each([
    ['title', [2, 1]],
    ['tags', [3, 1]],
    ['tags[1]', [5, 5]],
    ['tags[9]', [3, 1]],
    ['author.name', [6, 11]],
    ['author.email', [6, 1]],
    ['publishDate', [1, 1]],
  ])('%s stands at %j', (field, expected) => {
    expect(place({ field })).toEqual(expected);
  });

  it.each([
    ['a byte order mark', `\uFEFF${POST}`],
    ['Windows line ends', POST.replaceAll('\n', '\r\n')],
  ])('is found in a file with %s', (_what, text) => {
    expect(place({ field: 'tags[1]' }, text)).toEqual([5, 5]);
  });

  it('is found in JSON and YAML files', () => {
    expect(place({ field: 'name' }, '{\n  "bio": "x",\n  "name": 7\n}', 'rosa.json')).toEqual([
      3, 3,
    ]);
    expect(
      place({ field: 'redirects[0].to' }, 'redirects:\n  - { from: /a, to: /b }\n', 'r.yaml'),
    ).toEqual([2, 17]);
  });

  it.each([
    ['{\n\t"links": [\n\t\t{ "url": 7 }\n\t]\n}', 'links[0].url', [3, 5]],
    ['a:\n  - x\n  - # one\n    # two\n    y\n', 'a[1]', [5, 5]],
    ['a:\n  -\n  - b: c\n    d: e\n', 'a[1].d', [4, 5]],
    ['- { a: [x, y] }\n', '[0].a[1]', [1, 12]],
    ['a: { b: , c: 1 }\nd: 1\n', 'd', [2, 1]],
    ['a: &x [1, 2]\nb: *x\n', 'b', [2, 1]],
    ['a:\n  - &x !!str 1\n', 'a[0]', [2, 14]],
    ['y: 1\nx: y\n', 'y', [1, 1]],
    ['? x\n: y\n', 'x', [1, 3]],
    ['{ "a": 1, "a": { "b": 2 } }', 'a.b', [1, 18]],
  ])('in %j, %s is at %j', (text, field, expected) => {
    expect(place({ field }, text, 'site.yaml')).toEqual(expected);
  });

  it('stands at the top of a file that is not there', () => {
    expect(place({ field: 'title', file: '/no/such/file.md' })).toEqual([1, 1]);
  });
});

describe('a problem with a text', () => {
  it('is found in the body, not in the front matter', () => {
    expect(place({ near: 'gone.pdf' })).toEqual([9, 9]);
    expect(place({ near: 'other.pdf' })).toEqual([11, 9]);
    expect(place({ near: 'title: Beans' })).toEqual([9, 23]);
  });

  it.each([
    ['https://x.example/', 'See https://x.example/a and [x](https://x.example/).', 33],
    ['#a', 'See [a](#a-b), [a](#a).', 20],
    ['https://x.example/', 'See https://x.example/a.', 5],
    ['https://x.example/?a=1&b=2', 'See <a href="https://x.example/?a=1&amp;b=2">x</a>', 14],
    ['caf%C3%A9.png', '![](café.png)', 5],
    ['https://x.example/%ZZ', 'Nothing of that kind.', 1],
  ])('%s is found where it stands by itself in %s', (near, line, column) => {
    expect(place({ near }, `---\ntitle: Beans\n---\n${line}`)).toEqual([
      column === 1 ? 3 : 4,
      column,
    ]);
  });

  it.each<[string, number[], string]>([
    ['twice, but once in code', [6], '`![](/a.jpg)`\n\n![](/a.jpg)'],
    ['in a fence', [8], '```\n[x](/a.jpg)\n```\n\n[x](/a.jpg)'],
    ['in a fence within a quotation', [8], '> ~~~\n> [x](/a.jpg)\n> ~~~\n\n[x](/a.jpg)'],
    ['in indented code', [6], '    [x](/a.jpg)\n\n[x](/a.jpg)'],
    ['in a list', [4, 6], '- [x](/a.jpg)\n\n    [x](/a.jpg)'],
    ['in a comment', [5], '<!-- [x](/a.jpg) -->\n[x](/a.jpg)'],
    ['as words', [5], 'The file /a.jpg is new.\n[x](/a.jpg)'],
    ['in other addresses', [6], '[x](/a.jpg/b)\n[x](https://x.example/a.jpg)\n[x](/a.jpg "x")'],
    ['each time wrong', [4, 6, 8], '![](/a.jpg)\n\n[x](/a.jpg)\n\n<img src="/a.jpg">'],
    ['in a definition', [6], '![x][a] ![y][a]\n\n[a]: /a.jpg'],
    ['in a srcset', [5], 'x\n<img srcset="/b.jpg 1x, /a.jpg 2x">'],
  ])('an address that stands %s is at %j', (_where, expected, text) => {
    const folder = folderWith({ 'index.md': `---\ntitle: Beans\n---\n${text}` });
    const uses = expected.length === 1 ? [1, 2] : expected.map((_, index) => index + 1);
    const problems = uses.map((use) => problemOf(`${folder}/index.md`, { near: '/a.jpg', use }));
    expect(locateProblems(problems).map(({ line }) => line)).toEqual(expected);
  });

  it.each([
    [
      '[https://x.example/](https://x.example/)\n<a href="https://x.example/">https://x.example/</a>',
    ],
    ['https://x.example/\n<https://x.example/>'],
  ])('a link to itself is one use: %s', (text) => {
    const folder = folderWith({ 'index.md': text });
    const near = 'https://x.example/';
    const problems = [1, 2].map((use) => problemOf(`${folder}/index.md`, { near, use }));
    expect(locateProblems(problems).map(({ line }) => line)).toEqual([1, 2]);
  });

  it('stands at the field when it has one', () => {
    expect(place({ near: 'gone.pdf', field: 'tags[1]' })).toEqual([5, 5]);
  });

  it('is found as well when it is one of very many', () => {
    const lines = 100_000;
    const folder = folderWith({ 'index.md': `${POST}${'\nWords.'.repeat(lines)} gone.png` });
    const problem = problemOf(`${folder}/index.md`, { near: 'gone.png' });
    const located = locateProblems(Array.from({ length: 30_000 }, () => problem));
    expect(new Set(located.map(({ line, column }) => `${line}:${column}`))).toEqual(
      new Set([`${11 + lines}:8`]),
    );
  });
});

it('problems of several files keep their order, and each file is read once', () => {
  const read: string[] = [];
  const textOf = (file: string): string => {
    read.push(file);
    return POST;
  };
  const problems = ['a.md', 'b.md', 'a.md'].map((file, index) =>
    problemOf(file, { field: index === 2 ? 'tags' : 'title' }),
  );
  const located = locateProblems(problems, textOf);
  expect(located.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'a.md:2',
    'b.md:2',
    'a.md:3',
  ]);
  expect(read).toEqual(['a.md', 'b.md']);
});

it('a problem of a whole file has no place', () => {
  expect(place({})).toEqual([undefined, undefined]);
});

it('a problem that knows its place keeps it', () => {
  expect(place({ field: 'title', line: 42, column: 7 })).toEqual([42, 7]);
});
