/** Files that are written together, and what a killed program leaves of them. */
import type * as FileSystem from 'node:fs';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { writeFiles } from '../../../src/dev/editor-api/write-files.ts';
import { filesBelow, folderWith } from '../../support/scratch.ts';

/** Runs after each file that is renamed. */
let onRename = (): void => undefined;

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof FileSystem>();
  const renameSync = (from: string, to: string): void => {
    fs.renameSync(from, to);
    onRename();
  };
  return { ...fs, renameSync };
});

it('a post that moves is in one of its places at every moment', () => {
  const folder = folderWith({ 'posts/old/index.md': 'a', 'posts/old/a.png': 'b' });
  const has = (name: string) => existsSync(path.join(folder, 'posts', name));
  const seen: boolean[] = [];
  onRename = () =>
    void seen.push(
      has('old/index.md') || has('new/index.md'),
      has('old/a.png') || has('new/a.png'),
    );
  writeFiles(folder, [
    { path: 'posts/old/index.md', content: undefined },
    { path: 'posts/new/index.md', content: Buffer.from('a') },
    { path: 'posts/old/a.png', content: undefined },
    { path: 'posts/new/a.png', content: Buffer.from('b') },
  ]);
  expect(seen).toHaveLength(8);
  expect(seen).not.toContain(false);
  expect(filesBelow(folder).map((file) => path.basename(file))).toEqual(['a.png', 'index.md']);
  expect(has('old')).toBe(false);
});
