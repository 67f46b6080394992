/** Changes in folders of which the system reports nothing, as of some networks. */
import { EventEmitter } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { SourceFiles } from '../../src/dev/source-files.ts';
import { startWatching } from '../../src/dev/watcher.ts';
import { folderWith, writeFiles } from '../support/scratch.ts';

class SilentWatcher extends EventEmitter {
  constructor() {
    super();
    setImmediate(() => this.emit('ready'));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

vi.mock('chokidar', () => ({ watch: () => new SilentWatcher() }));

it('are found', async () => {
  const content = folderWith({ 'posts/roses/index.md': '1', 'posts/lilies/index.md': '1' });
  const below = (name: string) => path.join(content, name);
  const seen = new Set<string>();
  const watcher = await startWatching(new SourceFiles([content]), ({ edited, movedOrNew }) => {
    for (const file of edited) seen.add(`edited ${path.relative(content, file)}`);
    for (const file of movedOrNew) seen.add(`moved ${path.relative(content, file)}`);
  });
  const says = (text: string) => expect.poll(() => [...seen]).toEqual([text]);
  writeFileSync(below('posts/roses/index.md'), '22');
  await says('edited posts/roses/index.md');
  seen.clear();
  rmSync(below('posts/lilies'), { recursive: true });
  await says('moved posts/lilies');
  seen.clear();
  writeFiles(content, { 'posts/tulips/index.md': '1' });
  await says('moved posts/tulips');
  await watcher.close();
});

it('include what a report came too early for', () => {
  const content = folderWith({ 'site.yaml': '' });
  const files = new SourceFiles([content]);
  const added = path.join(content, 'lilies.md');
  writeFileSync(added, '1');
  files.note(added);
  expect(files.find()).toEqual({ edited: [], movedOrNew: [] });
  rmSync(added);
  expect(files.take()).toEqual({ edited: [], movedOrNew: [added] });
  expect(files.find()).toEqual({ edited: [], movedOrNew: [] });
});
