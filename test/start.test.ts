/** The bundle and its compiled code. */
import {
  chmodSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { run, type Outcome } from './support/build-site.ts';
import { copyProject } from './support/project-copy.ts';
import { required } from './support/required.ts';
import { writeFiles } from './support/scratch.ts';

/** So many that the build changes V8's way with memory. */
const POSTS = 2001;

it('compiles once, for blogs of any size', async () => {
  const project = copyProject();
  writeFiles(path.join(project, 'content'), manyPosts(POSTS));
  expect(await buildIn(project)).toMatchObject({ exitCode: 0 });
  const kept = newest(project);
  expect(await buildIn(project)).toMatchObject({ exitCode: 0 });
  expect(newest(project)).toEqual(kept);
});

it('compiles again when the project has moved', async () => {
  const project = copyProject();
  expect(await buildIn(project)).toMatchObject({ exitCode: 0 });
  const moved = `${project}-elsewhere`;
  // More posts than one thread works on.
  renameSync(project, moved);
  writeFiles(path.join(moved, 'content'), manyPosts(120));
  expect(await buildIn(moved)).toMatchObject({ exitCode: 0 });
});

it('makes the bundle and its compiled code again when they are damaged or not its own', async () => {
  const project = copyProject();
  const help = () => run(process.execPath, ['src/start.mjs', 'help'], { cwd: project });
  const folder = path.join(project, 'node_modules/.cache/perennial');
  const kept = (ending: string): string =>
    path.join(folder, required(readdirSync(folder).find((name) => name.endsWith(ending))));
  const { stdout } = await help();
  const restores = async (file: string, damage: keyof typeof DAMAGES): Promise<void> => {
    DAMAGES[damage](file);
    expect(await help(), damage).toMatchObject({ exitCode: 0, stdout, stderr: '' });
    expect(statSync(file).mode & 0o022, damage).toBe(0);
  };
  const [bundle, compiled] = [kept('.cjs'), kept('.help.v8')];
  const whole = readFileSync(bundle);
  await restores(bundle, 'cut');
  await restores(bundle, 'replaced by others');
  expect(readFileSync(bundle).equals(whole)).toBe(true);
  await restores(compiled, 'cut');
  await restores(compiled, 'flipped');
  await restores(compiled, 'replaced by others');
});

it('tells with a small bundle alone that nothing has changed', async () => {
  const project = copyProject();
  const folder = path.join(project, 'node_modules/.cache/perennial');
  const kept = (ending: string): string =>
    path.join(folder, required(readdirSync(folder).find((name) => name.endsWith(ending))));
  const findsNothing = async (): Promise<void> => {
    const args = ['src/start.mjs', 'build', '--no-cards'];
    const { stdout } = await run(process.execPath, args, { cwd: project });
    expect(stdout).toContain('Nothing has changed');
  };
  expect(await buildIn(project)).toMatchObject({ exitCode: 0 });
  const whole = kept('.cjs');
  rmSync(whole);
  await findsNothing();
  expect(existsSync(whole)).toBe(false);
  const [small, compiled] = [kept('.up-to-date.js'), kept('.up-to-date.js.v8')];
  const code = readFileSync(small);
  // A library, such as the one for dates, would be larger than that.
  expect(code.length).toBeLessThan(50_000);
  DAMAGES.flipped(small);
  await findsNothing();
  expect(readFileSync(small).equals(code)).toBe(true);
  DAMAGES['replaced by others'](compiled);
  await findsNothing();
  expect(statSync(compiled).mode & 0o022).toBe(0);
});

it('sees another text of a source, even with the same size and time', async () => {
  const project = copyProject();
  const help = () => run(process.execPath, ['src/start.mjs', 'help'], { cwd: project });
  expect((await help()).stdout).toContain('create a post');
  const source = path.join(project, 'src/cli.ts');
  const { atime, mtime } = statSync(source);
  writeFileSync(source, readFileSync(source, 'utf8').replace('create a post', 'compose a one'));
  utimesSync(source, atime, mtime);
  expect((await help()).stdout).toContain('compose a one');
});

it('keeps all code that a build has compiled, however long it takes', async () => {
  const project = copyProject();
  const folder = path.join(project, 'node_modules/.cache/perennial');
  const compiledBy = async (...flags: string[]): Promise<number> => {
    expect(await buildIn(project, flags)).toMatchObject({ exitCode: 0 });
    const sizes = readdirSync(folder)
      .filter((name) => name.endsWith('.v8'))
      .map((name) => {
        const { size } = statSync(path.join(folder, name));
        rmSync(path.join(folder, name));
        return size;
      });
    return Math.max(...sizes);
  };
  const whole = await compiledBy();
  // V8 then drops at every collection of garbage what a long build loses in time.
  const aged = await compiledBy('--stress-flush-code', '--gc-global');
  expect(aged).toBeGreaterThan(whole * 0.95);
});

/** What may happen to a file that is kept from run to run. */
const DAMAGES = {
  cut: (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  flipped: (file: string) => {
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length / 3);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(file, bytes);
  },
  'replaced by others': (file: string) => {
    writeFileSync(file, 'process.exit(9);');
    chmodSync(file, 0o666);
  },
} as const;

/** The compiled code that was written last, and when. */
function newest(project: string): { name: string; written: number } | undefined {
  const cache = path.join(project, 'node_modules/.cache/perennial');
  return readdirSync(cache)
    .filter((name) => name.endsWith('.v8'))
    .map((name) => ({ name, written: statSync(path.join(cache, name)).mtimeMs }))
    .toSorted((a, b) => b.written - a.written)[0];
}

/** @param flags of Node */
function buildIn(project: string, flags: readonly string[] = []): Promise<Outcome> {
  const args = [...flags, 'src/start.mjs', 'build', '--full', '--quiet', '--no-cards'];
  return run(process.execPath, args, { cwd: project });
}

function manyPosts(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `posts/post-${index}/index.md`,
      `---\ntitle: Post ${index}\npublishDate: 2024-03-10\n---\nWords.\n`,
    ]),
  );
}
