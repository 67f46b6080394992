/** Kills builds at random moments and compares the output with the old and the new site. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { OutputFolder, ROOT, cleanEnvironment } from '../support/build-site.ts';
import { corpusContent } from '../support/corpus-site.ts';

/** What was found after each kill. */
export interface Outcome {
  /** The whole earlier site. */
  old: number;
  /** The whole new site. */
  new: number;
  /** Anything else. */
  other: number;
  /** Files and folders that the next build has not removed. */
  left: string[];
  /** Milliseconds within which builds were killed. */
  within: number;
}

/** @param corpus folder of the corpus to build; the shipped content when there is none */
export async function killBuilds(rounds: number, corpus: string | undefined): Promise<Outcome> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'kills-'));
  try {
    return await killIn(scratch, rounds, corpus);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function killIn(
  scratch: string,
  rounds: number,
  corpus: string | undefined,
): Promise<Outcome> {
  const output = path.join(scratch, 'out');
  const contents = ['One', 'Other'].map((title) => contentOf(scratch, title, corpus));
  const sites: Map<string, string>[] = [];
  let duration = 0;
  for (const content of contents) {
    duration = await buildWhole(content, output);
    sites.push(new OutputFolder(output).fingerprint());
  }
  const outcome: Outcome = { old: 0, new: 0, other: 0, left: [], within: duration * 1.4 };
  let current = 1;
  for (let round = 0; round < rounds; round++) {
    const next = 1 - current;
    await killBuild(contents[next] ?? '', output, Math.random() * outcome.within);
    const found = new OutputFolder(output).fingerprint();
    if (isDeepStrictEqual(found, sites[current])) outcome.old++;
    else if (isDeepStrictEqual(found, sites[next])) {
      outcome.new++;
      current = next;
    } else outcome.other++;
  }
  await buildWhole(contents[0] ?? '', output);
  outcome.left = readdirSync(scratch).filter((name) => name.startsWith('.'));
  return outcome;
}

/** A state of a blog whose title is on every page. */
function contentOf(scratch: string, title: string, corpus: string | undefined): string {
  const folder = path.join(scratch, title);
  if (corpus === undefined)
    cpSync(path.join(ROOT, 'test/fixtures/example'), folder, { recursive: true });
  else corpusContent(corpus, folder);
  writeFileSync(path.join(folder, 'site.yaml'), `title: ${title}\nurl: https://example.org/\n`);
  return folder;
}

/** Builds to the end, which must be a good one; gives the milliseconds that it took. */
async function buildWhole(content: string, output: string): Promise<number> {
  const started = performance.now();
  const code = await startBuild(content, output).ended;
  if (code !== 0) throw new Error(`A build that nobody killed ended with ${code}.`);
  return performance.now() - started;
}

/** Begins a build, and kills it after some milliseconds. */
async function killBuild(content: string, output: string, killAfter: number): Promise<void> {
  const { child, ended } = startBuild(content, output);
  await Promise.race([ended, setTimeout(killAfter)]);
  child.kill('SIGKILL');
  await ended;
}

/** `ended` gives the exit code; `null` after a kill. */
function startBuild(
  content: string,
  output: string,
): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const args = ['src/start.mjs', 'build', '--quiet', '--content', content, '--output', output];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: cleanEnvironment(),
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ended };
}
