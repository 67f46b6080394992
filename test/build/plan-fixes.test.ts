/** Which corrections are safe. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { planFixes } from '../../src/build/plan-fixes.ts';
import { folderWith } from '../support/scratch.ts';

const HEAD = 'title: Roses\npublishDate: 2024-03-10\n';

interface Planned {
  /** `from -> to`, and the changed lines as `before -> after`. */
  readonly fixes: string[];
  readonly left: string[];
}

function planned(files: Readonly<Record<string, string>>): Planned {
  const content = folderWith({ 'site.yaml': 'title: Garden\n', ...files });
  const below = (file: string): string => path.relative(content, file);
  const { fixes, left } = planFixes(content);
  return {
    fixes: fixes.flatMap(({ file, target, lines }) => [
      ...(file === target ? [] : [`${below(file)} -> ${below(target)}`]),
      ...lines.map(({ line, before, after }) => `${line}: ${before} -> ${after}`),
    ]),
    left: left.map(({ file, reason }) => `${below(file)}: ${reason}`),
  };
}

/** What is planned for a post with these fields. */
function forPost(fields: string, beside: Readonly<Record<string, string>> = {}): Planned {
  return planned({ 'posts/roses/index.md': `---\n${fields}\n---\n\nRed.\n`, ...beside });
}

describe('a field of another generator', () => {
  it.each([
    ['title: Roses\ndate: 2024-03-10', ['3: date: 2024-03-10 -> publishDate: 2024-03-10']],
    [`${HEAD}lastmod: 2024-04-01`, ['4: lastmod: 2024-04-01 -> updatedDate: 2024-04-01']],
    [
      `${HEAD}aliases: [/old/, /older/]`,
      ['4: aliases: [/old/, /older/] -> legacyUrl: [/old/, /older/]'],
    ],
    [`${HEAD}categories:\n  - red`, ['4: categories: -> tags:']],
    [`${HEAD}summary: >\n  Red:\n  yes`, ['4: summary: > -> description: >']],
    [
      `${HEAD}banner: https://red.example/a.png`,
      ['4: banner: https://red.example/a.png -> image: https://red.example/a.png'],
    ],
    [`${HEAD}lang:    de # German`, ['4: lang:    de # German -> language:    de # German']],
  ])('is renamed if its value is valid: %j', (fields, fixes) => {
    expect(forPost(fields)).toEqual({ fixes, left: [] });
  });

  it('is renamed if it names an image beside the post', () => {
    const beside = { 'posts/roses/red.png': '' };
    expect(forPost(`${HEAD}banner: ./red.png`, beside).fixes).toEqual([
      '4: banner: ./red.png -> image: ./red.png',
    ]);
    expect(forPost(`${HEAD}cover_image: ./red.png`, beside).fixes).toEqual([
      '4: cover_image: ./red.png -> cover: ./red.png',
    ]);
  });

  it('is renamed in a page', () => {
    const file = '---\ntitle: About\nexcerpt: Us\n---\n';
    expect(planned({ 'pages/about.md': file }).fixes).toEqual([
      '3: excerpt: Us -> description: Us',
    ]);
  });

  it.each([
    ['category: red', '`category` is not renamed to `tags`, because its value is not valid there.'],
    ['date: soon', undefined],
    [
      'lastmod: soon',
      '`lastmod` is not renamed to `updatedDate`, because its value is not valid there.',
    ],
    [
      'lastmod: 2023-01-01',
      '`lastmod` is not renamed to `updatedDate`, because `updatedDate` would be earlier than `publishDate`.',
    ],
    [
      'aliases: [old]',
      '`aliases` is not renamed to `legacyUrl`, because an old address must begin with a slash.',
    ],
    [
      'banner: red.png',
      '`banner` is not renamed to `image`, because it is neither a file beside the post nor a URL.',
    ],
    [
      'banner: /red.png',
      '`banner` is not renamed to `image`, because it is neither a file beside the post nor a URL.',
    ],
    [
      'coverImage: https://red.example/a.png',
      '`coverImage` is not renamed to `cover`, because it is no file beside the post.',
    ],
    ["'lang': de", '`lang` is not renamed to `language`, because it is not on a line of its own.'],
  ])('keeps its name if that would be a mistake: %s', (line, reason) => {
    expect(forPost(HEAD + line)).toEqual({
      fixes: [],
      left: reason === undefined ? [] : [`posts/roses/index.md: ${reason}`],
    });
  });

  it.each(['tags: [red]\ncategories: [blue]', 'draft: true', 'layout: post', 'permalink: /a/'])(
    'is left to the check: %j',
    (lines) => {
      expect(forPost(HEAD + lines)).toEqual({ fixes: [], left: [] });
    },
  );

  it('gives only one of several the name', () => {
    expect(forPost(`${HEAD}categories: [red]\nkeywords: [blue]`).fixes).toEqual([
      '4: categories: [red] -> tags: [red]',
    ]);
  });

  it('is not renamed inside a value', () => {
    const fields = `{ title: "Roses\ndate: red", publishDate: 2024-03-10, 'lang': de,\nsummary: "Red\nlang: yes" }`;
    expect(forPost(fields)).toMatchObject({
      fixes: ['4: summary: "Red -> description: "Red'],
      left: [expect.stringContaining('it is not on a line of its own')],
    });
  });

  it('is not renamed in the text of a post', () => {
    const file = '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\ndate: 2024-03-10\n';
    expect(planned({ 'posts/roses/index.md': file })).toEqual({ fixes: [], left: [] });
  });
});

describe('a loose post', () => {
  const TEXT = `---\n${HEAD}---\n\nRed.\n`;

  it('moves into a folder of its name', () => {
    expect(planned({ 'posts/roses.md': TEXT, 'posts/2024-03-10-tulips.md': TEXT })).toEqual({
      fixes: [
        'posts/2024-03-10-tulips.md -> posts/tulips/index.md',
        'posts/roses.md -> posts/roses/index.md',
      ],
      left: [],
    });
  });

  it('gets its fields renamed, too', () => {
    const text = '---\ntitle: Roses\ndate: 2024-03-10\n---\n';
    expect(planned({ 'posts/2024-03-10-roses.md': text }).fixes).toEqual([
      'posts/2024-03-10-roses.md -> posts/roses/index.md',
      '3: date: 2024-03-10 -> publishDate: 2024-03-10',
    ]);
  });

  it.each([
    ['roses.md', 'Red.\n', 'it has no valid front matter'],
    [
      'roses.md',
      `${TEXT}\n![Red](red.png)\n`,
      'it names files beside it, which would have to move too',
    ],
    [
      'roses.md',
      `---\n${HEAD}image: red.png\n---\n`,
      'it names files beside it, which would have to move too',
    ],
    ['Red roses.md', TEXT, 'its name cannot be part of an address'],
    [
      '2024-03-10-roses.md',
      '---\ntitle: Roses\n---\n',
      'only its name has the date: write `publishDate: 2024-03-10` into it',
    ],
  ])('stays where it is: %s, %j', (name, text, reason) => {
    expect(planned({ [`posts/${name}`]: text })).toEqual({
      fixes: [],
      left: [`posts/${name}: It is not moved, because ${reason}.`],
    });
  });
});

describe('an address with a space', () => {
  const beside = { 'posts/roses/Red Rose.JPG': '', 'posts/roses/a plan.pdf': '' };
  const forBody = (body: string): string[] =>
    planned({ 'posts/roses/index.md': `---\n${HEAD}---\n${body}`, ...beside }).fixes;

  it('gets angle brackets if it names a file', () => {
    expect(
      forBody('One\r\n\r\n> ![a](Red Rose.JPG "R") and [b](a plan.pdf)\r\n\r\n[c]: a plan.pdf\n'),
    ).toEqual([
      '7: > ![a](Red Rose.JPG "R") and [b](a plan.pdf) -> > ![a](<Red Rose.JPG> "R") and [b](<a plan.pdf>)',
      '9: [c]: a plan.pdf -> [c]: <a plan.pdf>',
    ]);
  });

  it.each([
    '![a](gone away.jpg)',
    '```text\n![a](Red Rose.JPG)\n```',
    '`![a](Red Rose.JPG)` and ![a](Red Rose.JPG)',
    '![a](<Red Rose.JPG>)',
  ])('stays in %j', (body) => {
    expect(forBody(body)).toEqual([]);
  });
});
