/** Listing of a content folder, attachments and public files. */
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAttachments, findPublicFiles } from '../../src/content/files.ts';
import { mayNameFiles } from '../../src/content/attachments.ts';
import { findContent } from '../../src/content/find-content.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { ownComponents } from '../../src/lib/theme.ts';
import { Problems } from '../../src/lib/problem.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

/** Each problem as `severity code name`. */
function reported({ all }: Problems): string[] {
  return all.map(({ severity, code, file }) => `${severity} ${code} ${path.basename(file)}`);
}

describe('findContent', () => {
  it('finds nothing and reports nothing if no folder exists', () => {
    const problems = new Problems();
    const found = findContent(temporaryFolder(), problems);
    expect(found).toEqual({ posts: [], pages: [], authors: [] });
    expect(reported(problems)).toEqual([]);
  });

  it('reports components that cannot be compiled, which are left out', () => {
    const folder = folderWith({ 'theme/templates/components/byline.tsx/a.ts': '' });
    const problems = new Problems();
    findContent(folder, problems);
    expect(reported(problems)).toEqual(['warning content-stray byline.tsx']);
    expect(ownComponents(folder)).toEqual([]);
  });

  it('reports a file in the place of the components', () => {
    const folder = folderWith({ 'theme/templates/components': '' });
    const problems = new Problems();
    findContent(folder, problems);
    expect(reported(problems)).toEqual(['error folder-unreadable components']);
    expect(ownComponents(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('reports names in another encoding', () => {
    const folder = folderWith({ 'posts/a/index.md': '', 'public/a.txt': '' });
    for (const place of ['posts', 'public/tw']) {
      const latin1 = Buffer.from(`${place}\xff`, 'latin1');
      mkdirSync(Buffer.concat([Buffer.from(`${folder}/`), latin1]), { recursive: true });
    }
    const problems = new Problems();
    expect(findPublicFiles(path.join(folder, 'public'), problems)).toEqual(['a.txt']);
    findContent(folder, problems);
    expect(reported(problems)).toEqual([
      'error name-not-utf8 tw\ufffd',
      'error name-not-utf8 posts\ufffd',
    ]);
  });

  it('reports an unreadable folder instead of treating it as empty', () => {
    const folder = folderWith({ posts: 'a file' });
    symlinkSync('nowhere', path.join(folder, 'pages'));
    symlinkSync('authors', path.join(folder, 'authors'));
    const problems = new Problems();
    findContent(folder, problems);
    expect(reported(problems)).toEqual([
      'error folder-unreadable posts',
      'error symbolic-link pages',
      'error symbolic-link authors',
    ]);
  });

  it('follows a link to the content folder itself but none inside it', () => {
    const page = '---\ntitle: Page\n---\n';
    const real = folderWith({ 'posts/a/index.md': '', 'pages/b.md': page, 'authors/c.json': '' });
    const content = path.join(temporaryFolder(), 'content');
    symlinkSync(real, content);
    const problems = new Problems();
    const found = findContent(content, problems);
    expect(found.posts.map(({ slug }) => slug)).toEqual(['a']);
    expect(reported(problems)).toEqual([]);

    const linked = temporaryFolder();
    for (const part of ['posts', 'pages', 'authors'])
      symlinkSync(path.join(real, part), path.join(linked, part));
    expect(findContent(linked, problems)).toEqual({ posts: [], pages: [], authors: [] });
    expect(reported(problems)).toEqual([
      'error symbolic-link posts',
      'error symbolic-link pages',
      'error symbolic-link authors',
    ]);
  });

  it('reports every file that it ignores', () => {
    const folder = folderWith({
      'README.md': '',
      'site.yml': '',
      'drafts/a/index.md': '',
      'posts/hello.md': '',
      'posts/.hidden': '',
      'posts/note~': '',
      'posts/a/index.md': '',
    });
    symlinkSync('a', path.join(folder, 'posts/linked'));
    mkdirSync(path.join(folder, 'pages/about.md'), { recursive: true });
    const problems = new Problems();
    expect(findContent(folder, problems).posts.map(({ slug }) => slug)).toEqual(['a']);
    expect(reported(problems)).toEqual([
      'warning content-stray drafts',
      'warning content-stray site.yml',
      'warning content-stray hello.md',
      'error symbolic-link linked',
      'warning content-stray about.md',
    ]);
    expect(problems.all.map(({ message }) => message)).toContain(
      '"linked" is a symbolic link, which is not followed because it could lead out of the content folder.',
    );
  });
});

describe('findPublicFiles', () => {
  it('finds all files except operating system and editor leftovers', () => {
    const folder = folderWith({
      '.nojekyll': '',
      '.well-known/security.txt': '',
      '.DS_Store': '',
      'css/site.css': '',
      'css/site.css~': '',
      'css/Thumbs.db': '',
      'notes.md': '',
      CNAME: '',
    });
    const problems = new Problems();
    expect(findPublicFiles(folder, problems)).toEqual([
      '.nojekyll',
      '.well-known/security.txt',
      'CNAME',
      'css/site.css',
      'notes.md',
    ]);
    expect(reported(problems)).toEqual([]);
  });
});

describe('findAttachments', () => {
  it('finds the files next to a post, except hidden and Markdown files', () => {
    const folder = folderWith({ 'index.md': '', 'a/b.png': '', '.git/config': '', 'c.txt': '' });
    expect(findAttachments(folder, new Problems())).toEqual(['a/b.png', 'c.txt']);
  });
});

it('reports a stray file next to several pages once', async () => {
  const page = '---\ntitle: A\n---\n\n[x](plan.txt)\n';
  const folder = folderWith({ 'site.yaml': '', 'pages/a.md': page, 'pages/b.md': page });
  symlinkSync('nowhere', path.join(folder, 'pages/plan.txt'));
  symlinkSync('a.md', path.join(folder, 'pages/c.md'));
  const problems = new Problems();
  await loadContent(folder, findContent(folder, problems), () => {}, problems);
  expect(reported(problems)).toEqual([
    'error symbolic-link c.md',
    'warning posts-missing posts',
    'error symbolic-link plan.txt',
  ]);
});

describe('a text may name a file beside it', () => {
  it.each([
    ['![a](b.jpg)', true],
    ['[a]: <b c.pdf>', true],
    ['![a](<#1.jpg>)', true],
    ['![a](<#1 of 2.jpg>)', true],
    ['![a](<Garden: May.jpg>)', true],
    ['<img srcset="https://garden.example/a.jpg, b.jpg 2x">', true],
    ['<img data-original="a.jpg">', true],
    ['<object data="a.swf"><param value="b.mp4"></object>', true],
    ["<video poster = 'a.jpg'>", true],
    ['[a](#part) [b](<#a-part>)', false],
    ['[a](https://garden.example/a.jpg) [b](mailto:rosa@garden.example)', false],
    ['![a](/b.jpg)', false],
    ['Words (b.jpg).', false],
  ])('%s: %s', (body, expected) => {
    expect(mayNameFiles(body)).toBe(expected);
  });
});
