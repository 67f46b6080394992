/** What the preview answers while its first build runs. */
import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { HTML } from '../../src/dev/answer.ts';
import { EarlyAnswers } from '../../src/dev/early-answers.ts';
import { LocalEditor, editorOrigin } from '../../src/dev/editor-api/local-editor.ts';
import { SeenPages } from '../../src/dev/seen-pages.ts';
import { PreviewServer } from '../../src/dev/server.ts';
import { freePort } from '../support/free-port.ts';
import { temporaryFolder } from '../support/scratch.ts';

const CONTENT = 'content';
const STATE = { assets: '', styles: '', errors: null, warnings: null };
const HOME = {
  status: 200,
  type: HTML,
  content: '<body>As it was</body>',
  headers: { 'X-Site': '1' },
};

let server: PreviewServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

function folderWithHome(): string {
  const folder = temporaryFolder();
  const seen = new SeenPages(folder, CONTENT);
  seen.add('/', HOME);
  seen.save();
  return folder;
}

const fail = () => Promise.reject(new Error('not asked for'));

/** A server whose first build ends when `end` is called; the site cannot be built then. */
async function startBuild(folder: string) {
  let end: (() => void) | undefined;
  const build = new Promise<void>((resolve) => {
    end = resolve;
  });
  const early = new EarlyAnswers(new SeenPages(folder, CONTENT), () => ({ done: 0, all: 0 }));
  early.until(build);
  server = await PreviewServer.listen({
    port: await freePort(),
    lan: false,
    editor: { paths: [], command: 'false' },
  });
  server.early = early;
  const none = async () => {
    await build;
    return undefined;
  };
  server.serve({ files: none, editorFiles: none, state: () => STATE });
  const { origin } = server;
  const pages = { unsavedPage: fail, linksLostWithout: fail };
  server.localEditor = new LocalEditor(folder, editorOrigin(origin), pages);
  const ask = async (path: string, at = origin) => {
    const response = await fetch(at + path);
    return { response, text: await response.text() };
  };
  return { ask, origin, early, end: () => end?.() };
}

it('is a page as it was last seen, which reloads with the first state', async () => {
  const { ask, end } = await startBuild(folderWithHome());
  const { response, text } = await ask('/');
  expect(response.status).toBe(200);
  expect(response.headers.get('x-site')).toBe('1');
  expect(text).toContain('As it was');
  expect(text).toContain('data-page=""');
  end();
  await pause(0);
  expect((await ask('/')).text).not.toContain('As it was');
});

it('is a page that asks again, if nobody has seen the one that was asked for', async () => {
  const { ask } = await startBuild(temporaryFolder());
  const { response, text } = await ask('/');
  expect(response.status).toBe(503);
  expect(response.headers.get('refresh')).toBe('1');
  expect(text).toContain('The preview is being built');
  expect(text).not.toContain('<script');
  const [, style = ''] = /<style>([^]*)<\/style>/.exec(text) ?? [];
  const styleHash = hash('sha256', style, 'base64');
  expect(response.headers.get('content-security-policy')).toContain(`'sha256-${styleHash}'`);
});

it('tells how far the build is', async () => {
  const steps = [
    [{ done: 0, all: 30 }, '30 texts are read.'],
    [{ done: 16, all: 30 }, '16 of 30 texts are rendered.'],
    [{ done: 30, all: 30 }, 'All texts are rendered.'],
  ] as const;
  const told = steps.map(async ([progress]) => {
    const early = new EarlyAnswers(new SeenPages(temporaryFolder(), CONTENT), () => progress);
    early.until(new Promise(() => {}));
    return String((await early.at('/'))?.content);
  });
  for (const [index, text] of (await Promise.all(told)).entries())
    expect(text).toContain(steps[index]?.[1]);
});

it('is no page where the editor is, whose token its scripts could read', async () => {
  const { ask, origin } = await startBuild(folderWithHome());
  expect((await ask('/', origin.replace('localhost', '127.0.0.1'))).response.url).toBe(
    `${origin}/`,
  );
});

it('waits for a build that ends soon', async () => {
  const { ask, end } = await startBuild(temporaryFolder());
  const answer = ask('/');
  await pause(100);
  end();
  expect((await answer).text).toContain('The site cannot be built');
});

it('remembers pages only if the build takes long', async () => {
  const folder = temporaryFolder();
  for (const [milliseconds, found] of [
    [0, undefined],
    [2100, HOME],
  ] as const) {
    const { early, end } = await startBuild(folder);
    await pause(milliseconds);
    end();
    await pause(0);
    early.note('/', HOME);
    early.note('/missing/', { ...HOME, status: 404 });
    await server?.close();
    server = undefined;
    const seen = new SeenPages(folder, CONTENT);
    expect(seen.at('/')).toEqual(found);
    expect(seen.at('/missing/')).toBeUndefined();
  }
});

const pageOf = (megabytes: number) => ({ ...HOME, content: 'a'.repeat(megabytes * 2 ** 20) });

it('forgets the pages that were seen first, and never keeps a very large file', () => {
  const folder = temporaryFolder();
  const seen = new SeenPages(folder, CONTENT);
  for (let number = 1; number <= 5; number++) seen.add(`/${number}/`, pageOf(2));
  seen.add('/large/', pageOf(3));
  seen.add('/2/', pageOf(1));
  seen.save();
  const kept = new SeenPages(folder, CONTENT);
  const isKept = (path: string) => kept.at(path) !== undefined;
  expect(['/1/', '/2/', '/3/', '/4/', '/5/', '/large/'].filter(isKept)).toEqual([
    '/2/',
    '/3/',
    '/4/',
    '/5/',
  ]);
  expect(kept.at('/2/')).toEqual(pageOf(1));
  expect(new SeenPages(folder, 'other').at('/2/')).toBeUndefined();
});
