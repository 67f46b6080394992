/** Imports that are stopped by Ctrl-C, and run again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { LEDGER } from '../../src/import/write/ledger.ts';
import { cleanEnvironment, ROOT, run } from '../support/build-site.ts';
import { photograph } from '../support/pictures.ts';
import { filesBelow, folderWith, temporaryFolder } from '../support/scratch.ts';
import { feedOf, FOLDER, type TakeoutEntry } from '../support/takeout.ts';

const POSTS = 24;

/** What the server has been asked for. */
let requests: string[] = [];
/** Whether the server leaves requests without an answer. */
let isSilent = false;
let origin = '';
/** What an import gives that nobody stops, by path. */
let whole: Record<string, string> = {};

const server = createServer((request, response) => {
  requests.push(request.url ?? '');
  if (!isSilent) void setTimeout(20).then(() => response.end(picture));
});
let picture: Buffer;

beforeAll(async () => {
  picture = await photograph(20, 10);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const content = path.join(temporaryFolder(), 'content');
  const { exitCode } = await run(process.execPath, args('whole', content));
  if (exitCode !== 0) throw new Error('The import that nobody stops fails.');
  whole = contents(content);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  requests = [];
  isSilent = false;
});

/** @param name of the folder of the pictures: what an earlier import has fetched is not asked for again */
function args(name: string, content: string): string[] {
  const entries = Array.from({ length: POSTS }, (_, index): TakeoutEntry[] => [
    {
      ...{ number: 2 * index, title: `Post ${index}`, filename: `/2024/05/post-${index}.html` },
      html: `<p>Words.</p>${[1, 2, 3].map((one) => `<img src="${origin}/${name}/${index}-${one}.jpg">`).join('')}`,
    },
    {
      // Long enough to be kept in a temporary file.
      ...{ number: 2 * index + 1, type: 'COMMENT', html: 'Lovely. '.repeat(1000) },
      more: `<blogger:parent>tag:blogger.com,1999:blog-7.post-${2 * index}</blogger:parent>`,
    },
  ]).flat();
  const source = folderWith({ [`${FOLDER}/feed.atom`]: feedOf(entries) });
  return ['src/start.mjs', 'import', source, '--allow-private', '--content', content];
}

/** By path. The ledger knows the addresses of the pictures. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder)
      .filter((file) => path.basename(file) !== LEDGER)
      .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]),
  );
}

const hasText = (content: string): boolean =>
  existsSync(content) && filesBelow(content).some((file) => file.endsWith('index.md'));

it.each<[string, boolean, (content: string, temporary: string) => boolean]>([
  ['while it reads the export', false, (_, temporary) => readdirSync(temporary).length > 0],
  ['during the first downloads', true, () => requests.length > 0],
  ['after the first text', false, hasText],
])('is finished by the next run if it is stopped %s', async (name, silent, isReached) => {
  isSilent = silent;
  const content = path.join(temporaryFolder(), 'content');
  const temporary = temporaryFolder();
  const env = { ...cleanEnvironment(), TMPDIR: temporary };
  const command = args(name.replaceAll(' ', '-'), content);
  const child = spawn(process.execPath, command, { cwd: ROOT, env });
  const closed = once(child, 'close');
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  while (child.exitCode === null && !isReached(content, temporary)) await setTimeout(2);
  child.kill('SIGINT');
  const [code] = await closed;
  expect({ code, stderr }).toEqual({
    code: 130,
    stderr: 'The import was stopped. Run it again to finish it.\n',
  });
  // Nothing of the export is left there.
  expect(readdirSync(temporary)).toEqual([]);

  isSilent = false;
  requests = [];
  const { exitCode } = await run(process.execPath, command);
  expect(exitCode).toBe(0);
  expect(contents(content)).toEqual(whole);
  expect(new Set(requests).size).toBe(requests.length);
});
