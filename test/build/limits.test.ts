/** Each limit names the file, the line, what was found, what is allowed, and how to raise it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { LIMITS } from '../../src/lib/limits.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { ROOT } from '../support/build-site.ts';
import { folderWith } from '../support/scratch.ts';

const post = (body: string, more = ''): string =>
  `---\ntitle: A\npublishDate: 2024-03-02\n${more}---\n\n${body}\n`;
const times = (count: number, text: (index: number) => string, separator = '\n\n'): string =>
  Array.from({ length: count }, (_, index) => text(index + 1)).join(separator);
const cells = (row: number): string => `| a${row} | b${row} |`;

/** A text at each limit, and the line of the first thing beyond it in one that has one more. */
const KINDS: Readonly<
  Record<string, [setting: string, of: (count: number) => string, line: number]>
> = {
  headings: ['headings: 3', (count) => post(times(count, (n) => `## Bed ${n}`)), 12],
  links: ['links: 4', (count) => post(times(count, (n) => `[a](https://a.example/${n})`)), 14],
  footnotes: [
    'footnotes: 3',
    (count) => post(`${times(count, (n) => `a[^${n}]`)}\n\n${times(count, (n) => `[^${n}]: b`)}`),
    12,
  ],
  tableCells: [
    'tableCells: 6',
    // Two cells of the header.
    (count) => post(`| a | b |\n|---|---|\n${times(Math.ceil(count / 2) - 1, cells, '\n')}`),
    10,
  ],
  elements: ['elements: 60', (count) => post(times(count, (n) => `Paragraph ${n}`)), 5],
  depth: [
    'depth: 9',
    (count) => post(`Text\n\n${'<b>'.repeat(count - 2)}a${'</b>'.repeat(count - 2)}`),
    8,
  ],
  textSize: [
    'textSize: 6000',
    (count) => post('x', `guid: ${'x'.repeat(count - post('x', 'guid: \n').length)}\n`),
    0,
  ],
  htmlSize: ['htmlSize: 3000', (count) => post('x'.repeat(count - '<p></p>\n'.length)), 5],
  tags: ['tags: 5', (count) => post('x', `tags: [${times(count, (n) => `a${n}`, ', ')}]\n`), 4],
  authors: [
    'authors: 2',
    (count) => post('x', `author: [${times(count, (n) => `B${n}`, ', ')}]\n`),
    4,
  ],
};

const settings = (limits: string): string =>
  `title: A\nurl: https://garden.example/\nanonymousAuthors: [B1, B2, B3]\n${limits}\n`;

/** Every kind of text in one site, within its limit or with one more. */
async function problemsOf(more: number): Promise<readonly Problem[]> {
  const limits = Object.values(KINDS).map(([setting]) => setting);
  const contentDir = folderWith({
    'site.yaml': settings(`limits: { ${limits.join(', ')}, siteTags: 5 }`),
    ...Object.fromEntries(
      Object.entries(KINDS).map(([name, [setting, of]]) => [
        `posts/${name.toLowerCase()}/index.md`,
        of(Number(setting.replace(/\D/g, '')) + more),
      ]),
    ),
  });
  const publicDir = path.join(contentDir, 'none');
  const { problems } = await loadWithProblems({ contentDir, publicDir, drafts: false });
  return problems.filter(({ severity }) => severity === 'error');
}

describe('a text', () => {
  let beyond: readonly Problem[] = [];
  beforeAll(async () => {
    beyond = await problemsOf(1);
  });

  it.each(Object.entries(KINDS))(
    'beyond the limit of %s is an error',
    (name, [setting, , line]) => {
      const own = beyond.filter(({ file }) => file.includes(`/${name.toLowerCase()}/`));
      expect(own).toHaveLength(1);
      const [problem] = own;
      expect(problem?.line ?? 0).toBe(line);
      const allowed = setting.replace(/\D/g, '');
      expect(problem?.message.replaceAll(',', '')).toContain(
        name === 'textSize' ? '6 kB' : allowed,
      );
      expect(problem?.hint).toMatch(new RegExp(`\`limits: \\{ ${name}: \\d+ \\}\``));
    },
  );

  it('is told of what was found', () => {
    const { message, hint } = beyond.find(({ file }) => file.includes('/headings/')) ?? {};
    expect(message).toBe('The text has 4 headings, but the limit is 3.');
    expect(hint).toMatch(/; or raise the limit in `site\.yaml`: `limits: \{ headings: 4 \}`\.$/);
  });

  it('adds its tags to those of the site', () => {
    const [problem] = beyond.filter(({ file }) => file.endsWith('site.yaml'));
    expect(problem?.message).toBe('The site has 6 different tags, but the limit is 5.');
    expect(problem?.line).toBe(4);
  });

  it('within all limits has no error', async () => {
    expect(await problemsOf(0)).toEqual([]);
  });
});

const BODY = '<p>Peas</p>\n'.length;
const ENTRY = 'APeas/2024/03/a//tags/a//tags/b/'.length;
/** On its page, in three lists and those of two tags, and in five feeds: three of the site, and one of each tag. */
const OUTPUT = 6 * BODY + 11 * ENTRY;
/** Of the page, the five lists, and the five feeds. */
const FRAMES = 11 * 5000;

it.each([
  [`postOutput: ${OUTPUT}, siteOutput: ${OUTPUT + FRAMES}, listedPosts: 1`, []],
  [`postOutput: ${OUTPUT - 1}`, [`posts/a/index.md:6 postOutput: ${OUTPUT}`]],
  [`siteOutput: ${OUTPUT + FRAMES - 1}`, [`site.yaml:4 siteOutput: ${OUTPUT + FRAMES}`]],
])('of the output: %s', async (limits, expected) => {
  const contentDir = folderWith({
    'site.yaml': settings(`limits: { ${limits} }`),
    'posts/a/index.md': post('Peas', 'tags: [a, b]\n'),
  });
  const publicDir = path.join(contentDir, 'none');
  const { problems } = await loadWithProblems({ contentDir, publicDir, drafts: false });
  const found = problems
    .filter(({ code }) => code === 'limit-exceeded')
    .map(({ file, line, hint }) => {
      const name = path.relative(contentDir, path.resolve(file));
      return `${name}:${line} ${/limits: \{ (.*) \}/.exec(hint)?.[1]}`;
    });
  expect(found).toEqual(expected);
});

it('a tag, an author or a year with too many posts is an error', async () => {
  const contentDir = folderWith({
    'site.yaml': settings('limits: { listedPosts: 1 }'),
    'posts/a/index.md': post('x', 'tags: [peas]\nauthor: Rosa\n'),
    'posts/b/index.md': post('x', 'tags: [peas]\nauthor: Rosa\n'),
  });
  const publicDir = path.join(contentDir, 'none');
  const { problems } = await loadWithProblems({ contentDir, publicDir, drafts: false });
  const found = problems.filter(({ code }) => code === 'limit-exceeded');
  expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual(
    ['The tag "peas"', 'The author "Rosa"', 'The year 2024'].map(
      (what) => `4: ${what} has 2 posts in one list, but the limit is 1.`,
    ),
  );
});

it.each([
  ['limits: { tag: 3 }', /unknown field `tag`/],
  ['limits: { tags: 0 }', /`limits.tags`/],
  ['limits: { depth: 1001 }', /`limits.depth`/],
])('%s is an error', async (limits, message) => {
  const contentDir = folderWith({ 'site.yaml': settings(limits), 'posts/a/index.md': post('x') });
  const publicDir = path.join(contentDir, 'none');
  const { problems } = await loadWithProblems({ contentDir, publicDir, drafts: false });
  const own = problems.filter(({ code }) => code === 'site-limits-invalid');
  expect(own.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
});

it('the guide has each limit, with its name', () => {
  const guide = readFileSync(path.join(ROOT, 'docs/guide/writing.md'), 'utf8');
  const rows = Object.entries(LIMITS).map(([name, { limit }]) =>
    guide
      .split('\n')
      .some((row) => row.includes(`| \`${name}\``) && row.includes(limit.toLocaleString('en'))),
  );
  expect(rows.filter((isThere) => !isThere)).toEqual([]);
});
