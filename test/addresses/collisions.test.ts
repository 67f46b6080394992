/** Collisions of output paths. */
import { describe, expect, it } from 'vitest';
import { findCollisions } from '../../src/addresses/collisions.ts';
import { redirectPaths } from '../../src/addresses/output-paths.ts';
import { Problems } from '../../src/lib/problem.ts';

function collisions(...paths: string[]): string[] {
  const problems = new Problems();
  const outputPaths = paths.map((path, index) => ({
    path,
    what: 'the post',
    owner: { file: `posts/${index}.md` },
  }));
  findCollisions(outputPaths, problems);
  return problems.all.map(({ file, message }) => `${file}: ${message}`);
}

describe('findCollisions', () => {
  it('accepts paths of different files', () => {
    expect(collisions('/', '/a/', '/a/b/', '/a.html', '/a/b.html', '/404.html')).toEqual([]);
  });

  it.each([
    ['/a/', '/a/'],
    ['/a/', '/A/'],
    ['/a/', '/a/index.html'],
    ['/caf\u00e9/', '/cafe\u0301/'],
    ['/feeds/x', '/feeds/x/'],
  ])('reports that %s and %s are one file', (a, b) => {
    const [message, ...others] = collisions(a, b);
    expect(message).toMatch(/ the same file\.$/);
    expect(message).toMatch(
      /^posts\/1\.md: The post needs .+, but the post of posts\/0\.md is written to /,
    );
    expect(others).toEqual([]);
  });

  it.each([
    ['/a.html', '/a.html/b/'],
    ['/x/y.txt/z.txt', '/x/y.txt'],
  ])('reports a file where a folder is needed: %s and %s', (a, b) => {
    expect(collisions(a, b)).toEqual([expect.stringContaining(', which cannot also be a folder.')]);
  });

  it('accepts a folder and its index file that are both gone', () => {
    const owner = { file: 'redirects.yaml' };
    const gone = ['/a/', '/a/index.html'].map((from) => ({ from, owner }));
    const problems = new Problems();
    findCollisions(redirectPaths({ exact: [], gone, patterns: [] }), problems);
    expect(problems.all).toEqual([]);
  });

  it('reports every pair', () => {
    expect(collisions('/a/', '/a/', '/a/', '/b/', '/B/')).toHaveLength(3);
  });
});
