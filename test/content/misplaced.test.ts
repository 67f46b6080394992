/** Posts that are in the wrong place: the message has the command that puts them right. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findContent } from '../../src/content/find-content.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { Problems, type Problem } from '../../src/lib/problem.ts';
import { filesBelow, folderWith } from '../support/scratch.ts';

const POST = '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nRed.\n';

/** Problems of the content, without those of its settings. */
async function problemsOf(content: string): Promise<Problem[]> {
  const problems = new Problems();
  await loadContent(content, findContent(content, problems), () => {}, problems);
  return problems.all.filter(({ code }) => code !== 'site-missing' && code !== 'posts-missing');
}

/** The commands in a hint, run by a shell. */
function follow({ hint }: Problem): void {
  const commands = [...hint.matchAll(/`((?:mkdir|mv) [^`]+)`/g)].map(([, command = '']) => command);
  expect(commands).not.toEqual([]);
  execFileSync('sh', ['-e', '-c', commands.join('\n')]);
}

function filesOf(content: string): string[] {
  return filesBelow(content)
    .map((file) => path.relative(content, file))
    .toSorted();
}

describe('the command of the message puts right', () => {
  it.each([
    ['a loose post', 'posts/roses.md', 'posts/roses/index.md'],
    ['a dated post', 'posts/2024-03-10-roses.md', 'posts/roses/index.md'],
    ['a name with spaces', "posts/Rosa's Roses.md", 'posts/Rosa-s-Roses/index.md'],
    ['another extension', 'posts/roses.markdown', 'posts/roses/index.md'],
    ['a text of another name', 'posts/roses/roses.md', 'posts/roses/index.md'],
    ['a post in a year', 'posts/2024/roses/index.md', 'posts/roses/index.md'],
    ['a loose post in a month', 'posts/2024/03/roses.md', 'posts/roses/index.md'],
    ['a folder of Jekyll', '_posts/roses/index.md', 'posts/roses/index.md'],
    ['a folder of Hugo', 'post/roses/index.md', 'posts/roses/index.md'],
    ['drafts of Jekyll', '_drafts/roses/index.md', 'posts/roses/index.md'],
    ['drafts among the posts', 'posts/_drafts/roses/index.md', 'posts/roses/index.md'],
  ])('%s', async (_, from, to) => {
    const content = folderWith({ [from]: POST });
    const [problem, ...others] = await problemsOf(content);
    if (problem === undefined) throw new Error('Nothing was reported.');
    expect(others).toEqual([]);
    follow(problem);
    expect(filesOf(content)).toEqual([to]);
    expect(await problemsOf(content)).toEqual([]);
  });

  it('posts of one name in several years', async () => {
    const content = folderWith({
      'posts/archive/2022/roses/index.md': POST,
      'posts/archive/2023/roses/index.md': POST,
      'posts/archive/2023/roses/red.png': '',
      'posts/archive/roses.md': POST,
    });
    const [problem] = await problemsOf(content);
    if (problem === undefined) throw new Error('Nothing was reported.');
    follow(problem);
    expect(await problemsOf(content)).toMatchObject([{ code: 'post-title-duplicate' }]);
    expect(filesOf(content)).toEqual([
      'posts/2023-roses/index.md',
      'posts/2023-roses/red.png',
      'posts/archive-roses/index.md',
      'posts/roses/index.md',
    ]);
  });

  it('a page in the content folder', async () => {
    const content = folderWith({ 'about.md': '---\ntitle: About\n---\n\nUs.\n' });
    const [hint = ''] = (await problemsOf(content)).map((problem) => problem.hint);
    execFileSync('sh', ['-c', /`(mkdir -p \S+pages && [^`]+)`/.exec(hint)?.[1] ?? 'false']);
    expect(filesOf(content)).toEqual(['pages/about.md']);
  });
});

it('a loose post beside a folder of its name gets another', async () => {
  const content = folderWith({ 'posts/roses.md': POST, 'posts/roses/index.md': POST });
  const [problem] = await problemsOf(content);
  expect(problem?.hint).toContain('posts/NAME/index.md');
});

it('a loose post beside its pictures joins them', async () => {
  const content = folderWith({
    'posts/roses.md': POST,
    'posts/roses/red.png': '',
  });
  const loose = (await problemsOf(content)).find(({ code }) => code === 'content-stray');
  if (loose === undefined) throw new Error('Nothing was reported.');
  follow(loose);
  expect(existsSync(path.join(content, 'posts/roses/index.md'))).toBe(true);
});

it('the date of a file name is to be written into the post', async () => {
  const [problem] = await problemsOf(folderWith({ 'posts/2024-03-10-roses.md': POST }));
  expect(problem?.hint).toContain('`publishDate: 2024-03-10`');
});

it.each(['_drafts/a/index.md', 'drafts/a/index.md', 'posts/_drafts/a/index.md'])(
  'drafts are unpublished first: %s',
  async (file) => {
    const [problem] = await problemsOf(folderWith({ [file]: POST }));
    expect(problem?.hint).toMatch(/^Write `published: false` into each draft, then run `/);
  },
);

it('settings of another generator have a place', async () => {
  const [problem] = await problemsOf(folderWith({ '_config.yml': 'title: Garden\n' }));
  expect(problem).toMatchObject({
    code: 'content-stray',
    hint: expect.stringContaining('`site.yaml`'),
  });
});

it('says how many texts a folder holds, and shows three commands', async () => {
  const files = Object.fromEntries(
    'abcde'.split('').map((name) => [`posts/2024/${name}.md`, POST]),
  );
  const [problem, ...others] = await problemsOf(folderWith(files));
  expect(others).toEqual([]);
  expect(problem?.message).toMatch(/^The folder holds 5 texts but no `index\.md`, /);
  expect(problem?.hint.match(/mv /g)).toHaveLength(3);
  expect(problem?.hint).toMatch(/`, and so on for 2 more\.$/);
});
