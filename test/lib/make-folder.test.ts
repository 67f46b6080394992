/** Folders are created with their parents, and where that is impossible the attempt ends. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../src/lib/make-folder.mjs';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

it('makeFolder creates parents, and leaves what is there', () => {
  const folder = path.join(temporaryFolder(), 'a/b/c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

it('makeFolder fails below a file', () => {
  const folder = folderWith({ file: '' });
  expect(() => makeFolder(path.join(folder, 'file/a'))).toThrow('ENOTDIR');
});

it.skipIf(!existsSync('/proc/self'))('makeFolder ends where nothing can be created', () => {
  expect(() => makeFolder('/proc/nothing/a')).toThrow('ENOENT');
});
