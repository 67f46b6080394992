/** The output folder: what is replaced, what is refused, and interrupted builds. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder, ROOT, built, buildSite, cleanEnvironment } from '../support/build-site.ts';
import { fixtureSite } from '../support/fixtures.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const POST = "---\ntitle: Hello\npublishDate: '2024-03-10'\n---\n\nWords.\n";
const SITE = 'title: A garden\nurl: https://garden.example/\n';
const CONTENT = { 'site.yaml': SITE, 'posts/hello/index.md': POST };

describe('an output folder', () => {
  it('is created with its parents', async () => {
    const output = path.join(temporaryFolder(), 'a/b/c');
    const site = await buildSite({ content: fixtureSite('minimal'), output });
    expect(site.exitCode, site.stderr).toBe(0);
    expect(site.output.has('index.html')).toBe(true);
  });

  it('is used when it is empty', async () => {
    const site = await buildSite({ content: fixtureSite('minimal'), output: temporaryFolder() });
    expect(site.exitCode, site.stderr).toBe(0);
    expect(site.output.has('index.html')).toBe(true);
  });

  it('is replaced as a whole, without files of removed posts', async () => {
    const content = folderWith({ ...CONTENT, 'posts/second/index.md': POST });
    const parent = temporaryFolder();
    const output = path.join(parent, 'out');
    const first = await buildSite({ content, output });
    expect(first.output.has('2024/03/second/index.html')).toBe(true);
    const smaller = folderWith(CONTENT);
    const second = await buildSite({ content: smaller, output });
    expect(second.exitCode, second.stderr).toBe(0);
    expect(second.output.has('2024/03/second/index.html')).toBe(false);
    expect(second.output.has('2024/03/hello/index.html')).toBe(true);
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('is refused when it contains other files', async () => {
    const output = folderWith({ 'thesis.txt': 'years of work' });
    const site = await buildSite({ content: fixtureSite('minimal'), output });
    expect(site.exitCode).toBe(2);
    expect(site.stderr).toContain('contains files that Perennial did not create');
    expect(site.output.files()).toEqual(['thesis.txt']);
  });

  it('is refused when it is a file', async () => {
    const folder = folderWith({ 'thesis.txt': 'years of work' });
    const output = path.join(folder, 'thesis.txt');
    const site = await buildSite({ content: fixtureSite('minimal'), output });
    expect(site.exitCode).toBe(2);
    expect(site.stderr).toContain('is a file');
    expect(readFileSync(output, 'utf8')).toBe('years of work');
  });

  it.each(['.', 'posts', '..', 'posts/hello/site'])(
    'is refused when it is %s, relative to the content',
    async (place) => {
      const parent = folderWith(
        Object.fromEntries(Object.entries(CONTENT).map(([name, text]) => [`blog/${name}`, text])),
      );
      const content = path.join(parent, 'blog');
      const before = new OutputFolder(parent).fingerprint();
      const site = await buildSite({ content, output: path.join(content, place) });
      expect(site.exitCode).toBe(2);
      expect(site.stderr).toMatch(
        /contains .+, which would be deleted|is inside the content folder/,
      );
      expect(new OutputFolder(parent).fingerprint()).toEqual(before);
    },
  );

  it('is refused when it is a link to the content', async () => {
    const content = folderWith(CONTENT);
    const output = path.join(temporaryFolder(), 'link');
    symlinkSync(content, output);
    const site = await buildSite({ content, output });
    expect(site.exitCode).toBe(2);
    expect(readFileSync(path.join(content, 'posts/hello/index.md'), 'utf8')).toBe(POST);
  });

  it.each(['.', '..', '/'])('is refused when it contains the project: %s', async (place) => {
    const site = await buildSite({ content: fixtureSite('minimal'), output: place });
    expect(site.exitCode).toBe(2);
    expect(site.stderr).toContain('which would be deleted');
    expect(existsSync(path.join(ROOT, 'package.json'))).toBe(true);
  });
});

describe('an interrupted build', () => {
  /** Enough posts that a build can be caught in the middle. */
  const content = folderWith({
    'site.yaml': SITE,
    ...Object.fromEntries(
      Array.from({ length: 800 }, (_, index) => [
        `posts/note-${index}/index.md`,
        POST.replace('Words.', 'Many words make a long note. '.repeat(20)),
      ]),
    ),
  });

  let small: string;
  let large: string;

  beforeAll(async () => {
    small = built(await buildSite({ content: fixtureSite('minimal') })).output.path;
    large = built(await buildSite({ content })).output.path;
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'by %s leaves the earlier site intact, and the next build cleans up',
    async (signal) => {
      const { parent, output } = folderWithSite(small);
      const fingerprint = new OutputFolder(output).fingerprint();

      const exit = await stopInTheMiddle(content, output, signal);
      expect(exit).toEqual(
        {
          SIGINT: { code: 130, signal: null },
          SIGTERM: { code: 143, signal: null },
          SIGHUP: { code: 129, signal: null },
          SIGKILL: { code: null, signal: 'SIGKILL' },
        }[signal],
      );
      expect(new OutputFolder(output).fingerprint()).toEqual(fingerprint);
      const traces = readdirSync(parent).filter((name) => name !== 'out');
      // Nobody can tidy up after a kill but the next build.
      expect(traces).toEqual(signal === 'SIGKILL' ? ['.out.building', '.out.lock'] : []);

      const next = await buildSite({ content: fixtureSite('minimal'), output });
      expect(next.exitCode, next.stderr).toBe(0);
      expect(next.output.fingerprint()).toEqual(fingerprint);
      expect(readdirSync(parent)).toEqual(['out']);
    },
  );

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'by %s after the swap leaves the new site intact, and the next build cleans up',
    async (signal) => {
      // The larger the earlier site, the longer it takes to go.
      const { parent, output } = folderWithSite(large);
      const fresh = folderWith({ ...CONTENT, 'posts/fresh/index.md': POST });
      const { child, ended } = startBuild(fresh, output);
      while (child.exitCode === null && !existsSync(path.join(output, '2024/03/fresh')))
        await setTimeout(0);
      child.kill(signal);
      // Too late to stop anything; at most it ends the program.
      expect([0, null]).toContain((await ended).code);
      const found = new OutputFolder(output).fingerprint();

      const next = built(await buildSite({ content: fresh, output }));
      expect(next.output.fingerprint()).toEqual(found);
      expect(readdirSync(parent)).toEqual(['out']);
    },
  );

  it('ends at once while a text takes long to render', async () => {
    const code = `\n\`\`\`cpp\n${'([{<"/*'.repeat(600)}\n\`\`\`\n`;
    const folder = folderWith({ ...CONTENT, 'posts/slow/index.md': POST + code });
    const parent = temporaryFolder();
    const { child, ended } = startBuild(folder, path.join(parent, 'out'));
    while (!existsSync(path.join(parent, '.out.building'))) await setTimeout(2);
    // This thread hands the text over after a second; the other one gives it up after five more.
    await setTimeout(2500);
    const sent = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 143, signal: null });
    expect(performance.now() - sent).toBeLessThan(1500);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('between the two renames is repaired by the next build', async () => {
    const { parent, output } = folderWithSite(small);
    const fingerprint = new OutputFolder(output).fingerprint();
    // As a kill leaves it between the two renames of a system that cannot swap folders.
    const { renameSync } = await import('node:fs');
    renameSync(output, path.join(parent, '.out.earlier'));
    mkdirSync(path.join(parent, '.out.building'));
    writeFileSync(path.join(parent, '.out.building/half.html'), '');

    const broken = folderWith({ 'site.yaml': 'url: nonsense\n' });
    const failed = await buildSite({ content: broken, output });
    expect(failed.exitCode).toBe(1);
    expect(new OutputFolder(output).fingerprint()).toEqual(fingerprint);
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('cannot be caused by a second build, which is refused', async () => {
    const { parent, output } = folderWithSite(small);
    const first = startBuild(content, output);
    while (!existsSync(path.join(parent, '.out.building'))) await setTimeout(2);
    expect((await buildSite({ content: fixtureSite('minimal'), output })).exitCode).toBe(1);
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(existsSync(path.join(output, '2024/03/note-799/index.html'))).toBe(true);
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('holds a lock until it ends or is killed', async () => {
    const parent = temporaryFolder();
    const output = path.join(parent, 'out');
    const lock = path.join(parent, '.out.lock');
    const first = startBuild(content, output);
    while (!existsSync(lock)) await setTimeout(2);
    const second = await buildSite({ content: fixtureSite('minimal'), output });
    expect(second.exitCode).toBe(1);
    expect(second.stderr).toContain(`Another build (process ${first.child.pid}) is writing`);
    expect(second.stderr).toContain('Nothing was published.');
    expect(second.stderr).not.toContain('    at ');
    expect(existsSync(lock)).toBe(true);
    first.child.kill('SIGKILL');
    await first.ended;
    const third = await buildSite({ content: fixtureSite('minimal'), output });
    expect(third.exitCode, third.stderr).toBe(0);
    expect(readdirSync(parent)).toEqual(['out']);
  });
});

/** A folder in which a site was built before, and nothing else. */
function folderWithSite(earlier: string): { parent: string; output: string } {
  const parent = temporaryFolder();
  const output = path.join(parent, 'out');
  cpSync(earlier, output, { recursive: true, preserveTimestamps: true });
  return { parent, output };
}

interface RunningBuild {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

function startBuild(content: string, output: string): RunningBuild {
  const args = ['src/start.mjs', 'build', '--content', content, '--output', output];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: cleanEnvironment(),
    stdio: 'ignore',
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, by) => resolve({ code, signal: by }));
  });
  return { child, ended };
}

/** Starts a build, waits for its first files, and sends the signal. */
async function stopInTheMiddle(
  content: string,
  output: string,
  signal: NodeJS.Signals,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  const { child, ended } = startBuild(content, output);
  const staging = path.join(path.dirname(output), '.out.building');
  while (child.exitCode === null && !existsSync(path.join(staging, '2024'))) await setTimeout(2);
  child.kill(signal);
  return ended;
}
