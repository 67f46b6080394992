/** Files that are written together, and what a killed program leaves of them. */
import type * as FileSystem from 'node:fs';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  removeLeftovers,
  writeFiles,
  type FileState,
} from '../../../src/dev/editor-api/write-files.ts';
import { filesBelow, folderWith, temporaryFolder } from '../../support/scratch.ts';

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

describe('after a program that is killed at any moment, the next start', () => {
  const BEFORE = { 'site.yaml': 'c', 'posts/a/a.png': 'b', 'posts/a/index.md': 'a' };

  it('has a post whole that was being deleted', () => {
    const states = ['posts/a/a.png', 'posts/a/index.md'].map((file) => ({
      path: file,
      content: undefined,
    }));
    for (const left of leftOf(BEFORE, states)) expect(left).toEqual(BEFORE);
  });

  it('has no folder of a post that was being made', () => {
    const folder = folderWith({ 'site.yaml': 'c', 'posts/new/.editor-0123456789ab-0': 'a' });
    removeLeftovers(folder);
    expect(readdirSync(folder)).toEqual(['posts', 'site.yaml']);
    expect(readdirSync(path.join(folder, 'posts'))).toEqual([]);
  });

  it('has the old or the new content of each file, and nothing else', () => {
    const states = Object.entries(BEFORE).map(([file, content]) => ({
      path: file,
      content: Buffer.from(content.toUpperCase()),
    }));
    for (const left of leftOf(BEFORE, states)) {
      expect(Object.keys(left)).toEqual(Object.keys(BEFORE));
      expect(Object.values(left).join('')).toMatch(/^cba$/i);
    }
  });
});

/** What the next start has of files that are written, if the program is killed after each step. */
function leftOf(
  before: Readonly<Record<string, string>>,
  states: readonly FileState[],
): Record<string, string>[] {
  const folder = folderWith(before);
  const killed: string[] = [];
  onRename = () => {
    const copy = temporaryFolder('killed');
    cpSync(folder, copy, { recursive: true });
    killed.push(copy);
  };
  writeFiles(folder, states);
  onRename = () => undefined;
  expect(killed).toHaveLength(states.length);
  return killed.map((copy) => {
    removeLeftovers(copy);
    const files = filesBelow(copy).map((file) => [path.relative(copy, file), readFileSync(file)]);
    return Object.fromEntries(files.map(([file, content]) => [file, String(content)]));
  });
}
