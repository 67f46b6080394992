/** Kills builds at random moments and compares the output with the old and the new site. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { OutputFolder, ROOT, cleanEnvironment } from '../support/build-site.ts';
import { corpusDir } from '../support/corpus.ts';
import { corpusContent } from '../support/corpus-site.ts';

const rounds = Number(process.argv[2] ?? 200);
const scratch = mkdtempSync(path.join(tmpdir(), 'kills-'));
const output = path.join(scratch, 'out');

/** Two states of one blog, which differ on every page. */
const contents = ['One', 'Other'].map((title) => {
  const folder = path.join(scratch, title);
  if (corpusDir === undefined) cpSync(path.join(ROOT, 'content'), folder, { recursive: true });
  else corpusContent(corpusDir, folder);
  writeFileSync(path.join(folder, 'site.yaml'), `title: ${title}\nurl: https://example.org/\n`);
  return folder;
});

/** Builds, and kills the build after some milliseconds; gives the time it took. */
async function build(content: string, killAfter?: number): Promise<number> {
  const started = performance.now();
  const args = ['src/start.mjs', 'build', '--quiet', '--content', content, '--output', output];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: cleanEnvironment(),
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  if (killAfter !== undefined) {
    await Promise.race([ended, setTimeout(killAfter)]);
    child.kill('SIGKILL');
  }
  await ended;
  return performance.now() - started;
}

const sites: Map<string, string>[] = [];
let duration = 0;
for (const content of contents) {
  duration = await build(content);
  sites.push(new OutputFolder(output).fingerprint());
}
const count = { kills: 0, old: 0, new: 0, other: 0 };
let current = 1;
for (let round = 0; round < rounds; round += 1) {
  const next = 1 - current;
  await build(contents[next] ?? '', Math.random() * duration * 1.1);
  count.kills += 1;
  const found = new OutputFolder(output).fingerprint();
  if (isDeepStrictEqual(found, sites[current])) count.old += 1;
  else if (isDeepStrictEqual(found, sites[next])) {
    count.new += 1;
    current = next;
  } else count.other += 1;
}
await build(contents[0] ?? '');
const left = readdirSync(scratch).filter((name) => name.startsWith('.'));
console.log(
  `${count.kills} kills within ${Math.round(duration * 1.1)} ms: ${count.old} old, ${count.new} new, ${count.other} other. Left after the next build: ${left.length}.`,
);
process.exitCode = count.other + left.length === 0 ? 0 : 1;
