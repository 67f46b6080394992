/** Full, read-only and forbidden storage: a clear message, and the earlier site stays. */
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { OutputFolder, built, buildSite, run, type Outcome } from '../support/build-site.ts';
import { describeWith } from '../support/describe-with.ts';
import { Disk, describeWithDisks, isRoot } from '../support/disk.ts';
import { fixtureSite } from '../support/fixtures.ts';
import { copyProject } from '../support/project-copy.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const MINIMAL = fixtureSite('minimal');
const POST = "---\ntitle: Hello\npublishDate: '2024-03-10'\n---\n\nWords.\n";
const CONTENT = {
  'site.yaml': 'title: A garden\nurl: https://garden.example/\n',
  'posts/hello/index.md': POST,
};

/** More pages than a disk of a megabyte takes, and enough for a second thread to write some. */
function manyPosts(): string {
  const posts = Array.from({ length: 800 }, (_, index) => [`posts/note-${index}/index.md`, POST]);
  return folderWith({ ...CONTENT, ...Object.fromEntries(posts) });
}

/** One small post, and more redirects than the disk takes. */
function manyRedirects(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `  - { from: /old-${index}.html, to: / }`,
  );
  return folderWith({ ...CONTENT, 'redirects.yaml': `redirects:\n${lines.join('\n')}\n` });
}

function expectRefusal({ exitCode, stdout, stderr }: Outcome, sentence: string): void {
  expect(stderr).toContain(`The site could not be written: ${sentence}`);
  expect(stderr).toContain('Nothing was published.');
  expect(stderr).not.toMatch(/^ *at /m);
  expect(stderr).not.toContain('fault');
  expect(stdout).toBe('');
  expect(exitCode).toBe(1);
}

const buildArguments = (content: string, output: string): string[] => [
  'src/start.mjs',
  'build',
  '--full',
  '--content',
  content,
  '--output',
  output,
];

function buildOn(disk: Disk, content: string, output = `${disk.folder}/out`): Promise<Outcome> {
  return disk.run(process.execPath, buildArguments(content, output));
}

/** A disk with an earlier site on it. */
async function diskWithSite(): Promise<{ disk: Disk; site: OutputFolder }> {
  const disk = await Disk.mount('3m');
  expect(await buildOn(disk, MINIMAL)).toMatchObject({ exitCode: 0 });
  return { disk, site: new OutputFolder(path.join(disk.seen, 'out')) };
}

describeWithDisks('storage', () => {
  it('that is full gets no part of a new post', async () => {
    const disk = await Disk.mount('8k');
    writeFileSync(path.join(disk.seen, 'site.yaml'), CONTENT['site.yaml']);
    writeFileSync(path.join(disk.seen, 'notes.txt'), 'Notes.');
    const args = ['src/start.mjs', 'new', '--content', disk.folder, 'Hello'];
    const { exitCode, stderr } = await disk.run(process.execPath, args);
    expect(stderr).toContain('Cannot write the post: no space left on device');
    expect(exitCode).toBe(2);
    expect(readdirSync(path.join(disk.seen, 'posts'))).toEqual([]);
  });

  it.each([
    ['pages', manyPosts],
    ['redirects', () => manyRedirects(1600)],
  ])('that %s fill up keeps the earlier site and nothing else', async (_what, content) => {
    const { disk, site } = await diskWithSite();
    const before = site.fingerprint();
    expectRefusal(await buildOn(disk, content()), 'the disk is full. Free some space');
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(disk.seen)).toEqual(['out']);
    // The redirects alone were too much.
    expect(await buildOn(disk, manyRedirects(1))).toMatchObject({ exitCode: 0 });
    expect(site.has('old-0.html')).toBe(true);
    expect(readdirSync(disk.seen)).toEqual(['out']);
  });

  it('that is full publishes nothing', async () => {
    const { disk, site } = await diskWithSite();
    const before = site.fingerprint();
    const filler = path.join(disk.seen, 'filler');
    await disk.run('sh', ['-c', 'cat /dev/zero > "$0"', path.join(disk.folder, 'filler')]);
    expect(existsSync(filler)).toBe(true);
    expectRefusal(await buildOn(disk, MINIMAL), 'the disk is full. Free some space');
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(disk.seen).toSorted()).toEqual(['filler', 'out']);
  });

  it('that is read-only publishes nothing', async () => {
    const { disk, site } = await diskWithSite();
    const before = site.fingerprint();
    await disk.remount('-o', 'remount,ro', disk.folder);
    for (const output of ['out', 'another', 'one/below/another']) {
      const refused = await buildOn(disk, MINIMAL, path.join(disk.folder, output));
      expectRefusal(refused, 'the disk is read-only. Choose another folder');
    }
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(disk.seen)).toEqual(['out']);
  });

  it('that becomes read-only during a build keeps the earlier site', async () => {
    const disk = await Disk.mount('50m');
    await buildOn(disk, MINIMAL);
    const site = new OutputFolder(path.join(disk.seen, 'out'));
    const before = site.fingerprint();
    const building = buildOn(disk, manyPosts());
    while (!existsSync(path.join(disk.seen, '.out.building/2024'))) await setTimeout(2);
    // Refused as long as a file is open.
    const again = 'until mount -o remount,ro "$0" 2>/dev/null; do :; done';
    await disk.run('sh', ['-c', again, disk.folder]);
    expectRefusal(await building, 'the disk is read-only. Choose another folder');
    expect(site.fingerprint()).toEqual(before);

    await disk.remount('-o', 'remount,rw', disk.folder);
    expect(await buildOn(disk, MINIMAL)).toMatchObject({ exitCode: 0 });
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(disk.seen)).toEqual(['out']);
  });

  it('with a read-only output folder keeps the earlier site', async () => {
    const { disk, site } = await diskWithSite();
    const before = site.fingerprint();
    const output = path.join(disk.folder, 'out');
    await disk.remount('--bind', output, output);
    await disk.remount('-o', 'remount,bind,ro', output);
    expectRefusal(await buildOn(disk, MINIMAL), 'the disk is read-only. Choose another folder');
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(disk.seen)).toEqual(['out']);
  });

  it('cannot be replaced when the output is a mount point', async () => {
    const disk = await Disk.mount('2m');
    const site = new OutputFolder(disk.seen);
    const sentence = `${disk.folder} is in use, or is a mount point, which a build cannot replace.`;
    expectRefusal(await buildOn(disk, MINIMAL, disk.folder), sentence);
    expect(site.files()).toEqual([]);
    expect(existsSync(path.join(path.dirname(disk.folder), '.building'))).toBe(false);

    const inside = `${disk.folder}/out`;
    await buildOn(disk, MINIMAL, inside);
    await disk.run('sh', [
      '-c',
      'mv "$0"/* "$0"/.perennial "$1" && rmdir "$0"',
      inside,
      disk.folder,
    ]);
    const before = site.fingerprint();
    expect(before.size).toBeGreaterThan(5);
    expectRefusal(await buildOn(disk, MINIMAL, disk.folder), sentence);
    expect(site.fingerprint()).toEqual(before);
    const beside = readdirSync(path.dirname(disk.folder));
    expect(beside.filter((name) => name.startsWith(`.${path.basename(disk.folder)}`))).toEqual([]);
  });
});

it('a component is checked although a file is in the place of the cache', async () => {
  const component = 'theme/templates/components/byline.tsx';
  const content = folderWith({
    ...CONTENT,
    [component]: "export const Byline = () => 'x';\n",
    file: '',
  });
  const args = buildArguments(content, path.join(temporaryFolder(), 'out'));
  const cache = ['--cache', path.join(content, 'file')];
  const { exitCode, stderr } = await run(process.execPath, [...args, ...cache]);
  expect(stderr).toContain('error theme-component-types');
  expect(exitCode).toBe(1);
});

async function folderWithSite(): Promise<{ parent: string; output: string; site: OutputFolder }> {
  const parent = temporaryFolder();
  const output = path.join(parent, 'out');
  const { output: site } = built(await buildSite({ content: MINIMAL, output }));
  return { parent, output, site };
}

// Permissions bind root too when its privileges are taken away.
describeWith([isRoot() ? 'setpriv' : 'env'], 'a folder', (program) => {
  const unprivileged = isRoot() ? ['--inh-caps=-all', '--bounding-set=-all'] : [];
  const build = (content: string, output: string): Promise<Outcome> =>
    run(program, [...unprivileged, process.execPath, ...buildArguments(content, output)]);

  it('without write permission keeps the earlier site', async () => {
    const { parent, output, site } = await folderWithSite();
    const before = site.fingerprint();
    chmodSync(output, 0o555);
    expectRefusal(await build(MINIMAL, output), `${output} is not writable. Change`);
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('without write permission on the parent keeps the earlier site', async () => {
    const { parent, output, site } = await folderWithSite();
    const before = site.fingerprint();
    chmodSync(parent, 0o555);
    expectRefusal(await build(MINIMAL, output), `${parent} is not writable. Change`);
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(parent)).toEqual(['out']);
    const below = path.join(parent, 'a/b/c');
    expectRefusal(await build(MINIMAL, below), `${parent} is not writable. Change`);
    chmodSync(parent, 0o755);
  });

  it.runIf(isRoot())('owned by another user keeps the earlier site', async () => {
    const { parent, output, site } = await folderWithSite();
    const before = site.fingerprint();
    chownSync(output, 65_534, 65_534);
    expectRefusal(await build(MINIMAL, output), `${output} is not writable. Change`);
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('that forbids deletion is reported, although the site was replaced', async () => {
    const { parent, output, site } = await folderWithSite();
    const locked = path.join(output, '2024');
    mkdirSync(locked, { recursive: true });
    writeFileSync(path.join(locked, 'file'), '');
    chmodSync(locked, 0o555);
    expect(await build(MINIMAL, output)).toMatchObject({ exitCode: 0 });
    const before = site.fingerprint();
    // What is left of the earlier site stands in the way of the next build.
    const remains = path.join(parent, '.out.building/2024');
    expectRefusal(await build(MINIMAL, output), remains);
    expect(site.fingerprint()).toEqual(before);
    chmodSync(remains, 0o755);
    expect(await build(MINIMAL, output)).toMatchObject({ exitCode: 0 });
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('with an unreadable image keeps the earlier site', async () => {
    const { parent, output, site } = await folderWithSite();
    const before = site.fingerprint();
    const content = folderWith({
      ...CONTENT,
      'posts/hello/index.md': `${POST}\n![A rose](rose.png)\n`,
      'posts/hello/rose.png': 'a rose',
    });
    const image = path.join(content, 'posts/hello/rose.png');
    chmodSync(image, 0o000);
    const { exitCode, stderr } = await build(content, output);
    expect(stderr).toContain(`error file-unreadable\n  ${image}\n`);
    expect(stderr).toContain('Nothing was published.');
    expect(exitCode).toBe(1);
    expect(site.fingerprint()).toEqual(before);
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('with an unreadable file of another kind keeps the earlier site', async () => {
    const { output, site } = await folderWithSite();
    const before = site.fingerprint();
    const content = folderWith({ ...CONTENT, 'public/notes.txt': 'Notes.' });
    const file = path.join(content, 'public/notes.txt');
    chmodSync(file, 0o000);
    const { exitCode, stderr } = await build(content, output);
    expect(stderr).toBe(
      `${file} is not readable. Change its permissions. Nothing was published.\n`,
    );
    expect(exitCode).toBe(1);
    expect(site.fingerprint()).toEqual(before);
  });

  it('of the content that is unreadable is a mistake in the content, as an unreadable logo is', async () => {
    const content = folderWith({
      ...CONTENT,
      'site.yaml': `${CONTENT['site.yaml']}logo: logo.svg\n`,
      'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
      'theme/theme.css': '',
    });
    chmodSync(path.join(content, 'logo.svg'), 0o000);
    chmodSync(path.join(content, 'theme'), 0o000);
    const { exitCode, stderr } = await build(content, path.join(temporaryFolder(), 'out'));
    expect(stderr).toContain('`logo` names "logo.svg", which you may not read.');
    expect(stderr).toContain(`error folder-unreadable\n  ${content}/theme/slots\n`);
    expect(stderr).toContain('Nothing was published.');
    expect(exitCode).toBe(1);
    chmodSync(path.join(content, 'theme'), 0o755);
  });

  it('of the project that is not writable is reported when the bundle must be made', async () => {
    const project = copyProject();
    chmodSync(path.join(project, 'node_modules'), 0o555);
    const args = [...unprivileged, process.execPath, 'src/start.mjs', 'build'];
    const { exitCode, stderr } = await run(program, args, { cwd: project });
    chmodSync(path.join(project, 'node_modules'), 0o755);
    expect(stderr).toContain(
      `cannot write its bundle to ${path.join(project, 'node_modules/.cache/')}`,
    );
    expect(stderr).not.toMatch(/^ *at /m);
    expect(exitCode).toBe(1);
    expect(existsSync(path.join(project, '_site'))).toBe(false);
  });
});
