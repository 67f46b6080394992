/** Task calls, with and without a second thread. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findRelated } from '../../src/build/find-related.ts';
import type { FinishedBody } from '../../src/build/render-bodies.ts';
import { WorkerThread } from '../../src/build/worker-thread.ts';
import type { BodySource } from '../../src/markdown/body.ts';
import { htmlOf } from '../support/parts.ts';
import { links } from '../support/redirects.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const content = folderWith(
  Object.fromEntries(Array.from({ length: 100 }, (_, day) => [`posts/day-${day}/index.md`, ''])),
);

const PNG = {
  hash: '',
  type: 'png',
  width: 1,
  height: 1,
  orientation: 1,
  isForBrowsers: true,
  frames: 1,
  isCleaned: true,
  bytes: 0,
} as const;

function source(file: string): BodySource {
  const markdown = `Words of ${file}.`;
  return { file, markdown, files: [], language: 'en', description: undefined };
}

function start(code: string): WorkerThread {
  const script = path.join(temporaryFolder(), 'worker.mjs');
  writeFileSync(script, code);
  return new WorkerThread(pathToFileURL(script));
}

describe.each([
  ['a second thread', WorkerThread.startFor(content), true],
  ['one thread', WorkerThread.startFor(temporaryFolder()), false],
])('a call on %s', (_name, thread, isParallel) => {
  afterAll(() => thread.stop());

  it('runs there', () => {
    expect(thread.isParallel).toBe(isParallel);
  });

  it('finds related posts without taking the terms, which are cached later', async () => {
    const terms = new Int32Array([1, 2, 3]);
    const post = { title: 'Rose', tags: [], terms, draft: false };
    expect(
      await findRelated(
        Array.from({ length: 25 }, () => post),
        thread,
      ),
    ).toHaveLength(25);
    expect([...terms]).toEqual([1, 2, 3]);
  });

  it('returns the result of each task to the call that asked for it', async () => {
    const terms = new Int32Array([1, 2, 3]);
    const posts = (count: number) =>
      Array.from({ length: count }, () => ({ title: 'Rose', tags: [], terms, draft: false }));
    const [many, few] = await Promise.all([
      thread.call('relatedPosts', posts(25)),
      thread.call('relatedPosts', posts(3)),
    ]);
    expect(many).toHaveLength(25);
    expect(few).toEqual([[], [], []]);
  });

  it('reports parts before it returns', async () => {
    await thread.call('parseBodies', [source('a'), source('b')]);
    await thread.call('parseBodies', [source('c')]);
    const urls = new Map(['a', 'b', 'c'].map((file) => [file, `/${file}/`]));
    const context = { links: links(), urls, wanted: 'page' } as const;
    const parts: (readonly FinishedBody[])[] = [];
    await thread.call('finishBodies', context, (part) => parts.push(part));
    expect(parts.map((part) => part.map(({ file }) => file))).toEqual([['a', 'b'], ['c']]);
    expect(htmlOf(parts[1]?.[0]?.body.parts ?? [])).toContain('Words of c.');
  });

  it('rejects with the error of its task, and others go on', async () => {
    const folder = folderWith({ 'rose.png': '' });
    const write = (name: string) => {
      const file = path.join(folder, name);
      const image = { source: file, path: `/${name}`, use: undefined, versions: [], ...PNG };
      return thread.call('writeImages', { images: [image], cache: folder, to: { folder } });
    };
    const [bad, good] = await Promise.allSettled([write('missing.png'), write('rose.png')]);
    const missing = path.join(folder, 'missing.png');
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'ENOENT', path: missing } });
    expect(good).toMatchObject({ status: 'fulfilled' });
  });
});

describe('a worker', () => {
  it('that exits rejects its pending calls and all later ones', async () => {
    const thread = start(
      "import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => process.exit(7));",
    );
    const calls = [thread.call('relatedPosts', []), thread.call('relatedPosts', [])];
    const ended = 'The second thread ended (7).';
    for (const call of calls) await expect(call).rejects.toThrow(ended);
    await expect(thread.call('relatedPosts', [])).rejects.toThrow(ended);
  });

  it('that throws outside of a task rejects with that error', async () => {
    const thread = start("throw new Error('The bundle is broken.');");
    await expect(thread.call('relatedPosts', [])).rejects.toThrow('The bundle is broken.');
    await thread.stop();
    await expect(thread.call('relatedPosts', [])).rejects.toThrow('The bundle is broken.');
  });

  it('that is stopped rejects its pending calls, which nobody has to await', async () => {
    const thread = start("import { parentPort } from 'node:worker_threads'; parentPort.ref();");
    const call = thread.call('relatedPosts', []);
    await thread.stop();
    // Time for Node to report a rejection that nobody handles.
    await setImmediate();
    await expect(call).rejects.toThrow('The second thread ended');
  });
});
