/** How a clone takes a release. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Release } from '../../src/upgrade/fetch-release.ts';
import { mergeManifest } from '../../src/upgrade/merge-manifest.ts';
import { RELEASE, hashOf, writeRelease } from '../../src/upgrade/release.mjs';
import { applyUpgrade, planUpgrade } from '../../src/upgrade/upgrade.ts';
import { readList } from '../../src/upgrade/fetch-release.ts';
import { required } from '../support/required.ts';
import { temporaryFolder, writeFiles } from '../support/scratch.ts';

const manifest = (version: string, more = {}): string =>
  JSON.stringify({ name: 'perennial-blog', version, files: ['src', 'templates'], ...more });

/** A release in a folder, as it is in a tarball. */
function release(version: string, files: Record<string, string>, more = {}): Release {
  const folder = temporaryFolder();
  writeFiles(folder, { 'dist/x': '', 'package.json': manifest(version, more), ...files });
  writeRelease(folder, 'dist/release.json');
  return { ...required(readList(path.join(folder, 'dist/release.json'))), folder };
}

const OLD = { 'src/a.ts': 'one\n', 'src/b.ts': 'two\n', 'templates/c.tsx': 'three\n' };
const NEW = { 'src/a.ts': 'one\n', 'src/b.ts': 'two, better\n', 'src/d.ts': 'four\n' };

it('takes the files of a release, and leaves those of the owner', () => {
  const [old, next] = [release('1.0.0', OLD), release('2.0.0', NEW)];
  const clone = temporaryFolder();
  writeFiles(clone, {
    ...OLD,
    'src/a.ts': 'one\r\n',
    'package.json': manifest('1.0.0', { scripts: { mine: 'x' } }),
    'content/site.yaml': 'title: Mine\n',
    'src/mine.ts': 'mine\n',
  });
  const plan = planUpgrade(clone, old, next);
  expect(plan).toEqual({
    altered: [],
    written: ['src/b.ts', 'src/d.ts'],
    removed: ['templates/c.tsx'],
  });
  applyUpgrade(clone, plan, old, next);
  const text = (file: string): string => readFileSync(path.join(clone, file), 'utf8');
  expect(text('src/b.ts')).toBe('two, better\n');
  expect(existsSync(path.join(clone, 'templates/c.tsx'))).toBe(false);
  expect(text('content/site.yaml')).toBe('title: Mine\n');
  expect(text('src/mine.ts')).toBe('mine\n');
  expect(JSON.parse(text('package.json'))).toMatchObject({
    version: '2.0.0',
    scripts: { mine: 'x' },
  });
  expect(readList(path.join(clone, RELEASE))?.version).toBe('2.0.0');
  expect(planUpgrade(clone, next, next)).toEqual({ altered: [], written: [], removed: [] });
});

it('names what was altered, removed, or added where the release has a file', () => {
  const [old, next] = [release('1.0.0', OLD), release('2.0.0', NEW)];
  const clone = temporaryFolder();
  writeFiles(clone, {
    ...OLD,
    'package.json': manifest('1.0.0'),
    'src/b.ts': 'mine\n',
    'src/d.ts': 'mine\n',
    'templates/c.tsx': 'mine\n',
  });
  expect(planUpgrade(clone, old, next).altered).toEqual([
    'src/b.ts',
    'src/d.ts',
    'templates/c.tsx',
  ]);
  rmSync(path.join(clone, 'src/b.ts'));
  expect(planUpgrade(clone, old, next).altered).toContain('src/b.ts');
  // Already as in the release.
  writeFiles(clone, NEW);
  expect(planUpgrade(clone, old, next).altered).toEqual(['templates/c.tsx']);
  expect(hashOf(path.join(clone, 'src/d.ts'))).toBe(next.files['src/d.ts']);
});

it('keeps what the owner has changed or added in package.json', () => {
  const old = { name: 'p', version: '1', scripts: { a: '1', b: '1', gone: '1' }, type: 'module' };
  const mine = { ...old, private: true, scripts: { ...old.scripts, b: 'mine', own: 'x' } };
  const next = { name: 'p', version: '2', scripts: { a: '2', b: '2', c: '2' }, type: 'module' };
  const scripts = { a: '2', b: 'mine', own: 'x', c: '2' };
  expect(mergeManifest(mine, old, next)).toEqual({ ...next, private: true, scripts });
  // Without the old release, all that both have is the release's.
  expect(mergeManifest(mine, undefined, next)['scripts']).toEqual({
    ...{ a: '2', b: '2', c: '2' },
    ...{ gone: '1', own: 'x' },
  });
});
