/** What the preview notices: replaced folders, missing sources, new warnings. */
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { MissingSources } from '../../src/dev/missing-sources.ts';
import { WarningLog } from '../../src/dev/warning-log.ts';
import { SourceFiles, type Changes } from '../../src/dev/source-files.ts';
import { startWatching, type Watcher } from '../../src/dev/watcher.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { folderWith, writeFiles } from '../support/scratch.ts';

describe('a watched folder', () => {
  let watcher: Watcher | undefined;

  afterEach(() => watcher?.close());

  async function watchFolder() {
    const folder = folderWith({
      'content/site.yaml': '1',
      'content/posts/roses/index.md': '1',
      'public/site.css': '1',
      'other/index.md': '2',
    });
    const below = (name: string) => path.join(folder, name);
    const seen = new Set<string>();
    const files = new SourceFiles([below('content'), below('public')]);
    watcher = await startWatching(files, ({ edited, movedOrNew }) => {
      for (const file of [...edited, ...movedOrNew]) seen.add(path.relative(folder, file));
    });
    /** Writes to the file, and tells what was noticed within a moment. */
    const edit = async (name: string) => {
      seen.clear();
      writeFileSync(below(name), String(performance.now()));
      await new Promise((resolve) => setTimeout(resolve, 150));
      return [...seen];
    };
    return { below, edit, seen };
  }

  it.each(['content', 'content/posts', 'content/posts/roses', 'public'])(
    'is followed after %s was moved away and back',
    async (name) => {
      const { below, edit, seen } = await watchFolder();
      renameSync(below(name), below('away'));
      await expect.poll(() => [...seen]).toContain(name);
      seen.clear();
      renameSync(below('away'), below(name));
      await expect.poll(() => [...seen].join()).toContain(name);
      const file = name === 'public' ? 'public/site.css' : 'content/posts/roses/index.md';
      await expect.poll(() => edit(file)).toEqual([file]);
    },
  );

  it('tells what came, changed and went before it was watched', async () => {
    const content = folderWith({ 'posts/roses/index.md': '1', 'posts/lilies/index.md': '1' });
    const files = new SourceFiles([content]);
    writeFiles(content, { 'posts/roses/index.md': '22', 'posts/tulips/index.md': '1' });
    rmSync(path.join(content, 'posts/lilies'), { recursive: true });
    const reports: Changes[] = [];
    watcher = await startWatching(files, (changes) => reports.push(changes));
    const below = (name: string) => path.join(content, 'posts', name);
    expect(reports).toEqual([
      { edited: [below('roses/index.md')], movedOrNew: [below('lilies'), below('tulips')] },
    ]);
  });

  it('is followed after others took its place', async () => {
    const { below, edit, seen } = await watchFolder();
    const post = 'content/posts/roses/index.md';
    // At once, so that the path is never seen to be missing.
    renameSync(below('content/posts/roses'), below('old'));
    renameSync(below('other'), below('content/posts/roses'));
    await expect.poll(() => [...seen]).toContain('content/posts/roses');
    await expect.poll(() => edit(post)).toEqual([post]);
    cpSync(below('content'), below('copy'), { recursive: true });
    rmSync(below('content'), { recursive: true });
    renameSync(below('copy'), below('content'));
    await expect.poll(() => [...seen]).toContain('content');
    await expect.poll(() => edit(post)).toEqual([post]);
    await expect.poll(() => edit('content/site.yaml')).toEqual(['content/site.yaml']);
    rmSync(below('content'), { recursive: true });
    mkdirSync(below('content'));
    writeFiles(below('content'), { 'posts/lilies/index.md': '1' });
    const added = 'content/posts/lilies/index.md';
    await expect.poll(() => edit(added)).toEqual([added]);
  });
});

describe('missing sources', () => {
  it('are those that were there before, without what is inside them', () => {
    const folder = folderWith({ 'content/site.yaml': '', 'public/site.css': '' });
    const below = (name: string) => path.join(folder, name);
    const sources = new MissingSources(
      ['content', 'content/site.yaml', 'content/posts', 'public'].map(below),
    );
    const missing = () => sources.find().map(({ file }) => path.relative(folder, file));
    expect(missing()).toEqual([]);
    renameSync(below('content'), below('away'));
    expect(missing()).toEqual(['content']);
    renameSync(below('away'), below('content'));
    rmSync(below('content/site.yaml'));
    rmSync(below('public'), { recursive: true });
    expect(missing()).toEqual(['content/site.yaml', 'public']);
    writeFiles(folder, { 'content/site.yaml': '', 'public/site.css': '' });
    expect(missing()).toEqual([]);
  });
});

function warning(message: string, line = 1): Problem {
  const file = 'content/posts/roses/index.md';
  return { severity: 'warning', code: 'image-alt-missing', file, line, message, hint: 'Do.' };
}

function messages(problems: readonly Problem[]): string[] {
  return problems.map(({ message }) => message);
}

describe('new warnings', () => {
  it('are those that no build before had, wherever they are', () => {
    const log = new WarningLog();
    expect(messages(log.update([warning('a')], false).added)).toEqual(['a']);
    const second = log.update([warning('a', 7), warning('b')], false);
    expect(messages(second.added)).toEqual(['b']);
    expect(second.gone).toBe(0);
    expect(log.update([warning('b')], false)).toEqual({ added: [], gone: 1 });
    expect(messages(log.update([warning('b'), warning('b', 9)], false).added)).toEqual(['b']);
  });

  it('do not return after a build that failed before it found them', () => {
    const log = new WarningLog();
    log.update([warning('a'), warning('b')], false);
    const failed = log.update([warning('c')], true);
    expect(messages(failed.added)).toEqual(['c']);
    expect(failed.gone).toBe(0);
    expect(log.update([warning('a'), warning('c')], false)).toEqual({ added: [], gone: 1 });
  });
});
