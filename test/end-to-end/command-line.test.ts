/** Usage errors, help, version, and the folder that a command runs in. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT, run, type Outcome } from '../support/build-site.ts';
import { fixtureSite } from '../support/fixtures.ts';
import { ownProject } from '../support/own-project.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const manifest = z
  .object({ version: z.string(), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));

function command(...args: string[]): Promise<Outcome> {
  return run(process.execPath, ['src/start.mjs', ...args], { cwd: ROOT });
}

/** Runs a command as npm does. */
function npm(...args: string[]): Promise<Outcome> {
  return run('npm', ['run', '--silent', ...args], { cwd: ROOT });
}

/** Runs a command from a folder outside of the project. */
function runFrom(folder: string, ...args: string[]): Promise<Outcome> {
  return run(process.execPath, [path.join(ROOT, 'src/start.mjs'), ...args], { cwd: folder });
}

/** The last line, which a reader sees above the prompt. */
function lastLine({ stderr }: Outcome): string {
  return stderr.trimEnd().split('\n').at(-1) ?? '';
}

it.skipIf(!existsSync('/dev/full'))('fails when its output cannot be written', async () => {
  const check = ['check', '--content', fixtureSite('minimal'), '--format', 'json'];
  const script = 'exec "$0" src/start.mjs "$@" >/dev/full';
  const outcome = await run('sh', ['-c', script, process.execPath, ...check], { cwd: ROOT });
  expect(outcome.exitCode).toBe(1);
  expect(lastLine(outcome)).toContain('cannot be written: no space left on device');
});

describe('wrong usage', () => {
  it.each([
    [['build', '--colour', 'green'], 'There is no flag --colour.'],
    [['build', '--draft'], 'There is no flag --draft. Did you mean --drafts?'],
    [['check', '--site_url=x'], 'There is no flag --site_url. Did you mean --site-url?'],
    [['dev', '-open'], 'There is no flag -open. Did you mean --open?'],
    [['build', 'content'], '"content" is not a flag'],
    [['build', '--output'], '--output needs a value.'],
    [['build', '--output='], '--output is empty. Write a path, or leave the flag out.'],
    [['check', '--cache', ''], '--cache is empty.'],
    [['build', '--output', '--quiet'], '--output needs a value, but "--quiet" comes after it'],
    [['build', '--quiet=no'], '--quiet takes no value.'],
    [['build', '--now', 'yesterday'], '--now "yesterday" is not a date'],
    [['build', '--now', '2026-02-30'], '--now "2026-02-30" is not a date'],
    [
      ['build', '--site-url', 'example.org'],
      '--site-url "example.org" does not begin with https://',
    ],
    [['build', '--site-url', 'https://'], '--site-url "https://" is not a valid URL'],
    [['build', '--host', 'mars'], 'Unknown --host "mars"'],
  ])('%j exits with 2 and prints the error below the flags', async (args, message) => {
    const outcome = await command(...args);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toContain(`Usage: npm run ${args[0]} -- [options]`);
    expect(lastLine(outcome)).toContain(message);
  });

  it.each([
    [['grow'], 'There is no command "grow".'],
    [['biuld'], 'There is no command "biuld". Did you mean "build"?'],
    [[], 'The name of a command is missing.'],
  ])('%j exits with 2 and prints the error below the commands', async (args, message) => {
    const outcome = await command(...args);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toContain('\n  build ');
    expect(lastLine(outcome)).toBe(message);
  });
});

it.each([
  [['init', ''], 'The name of the folder is empty.'],
  [['import', ''], 'Name the export of the old blog'],
])('%j names no folder', async (args, message) => {
  const outcome = await command(...args);
  expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
  expect(lastLine(outcome)).toContain(message);
});

describe('flags that npm takes because `--` is missing', () => {
  it.each([
    [['build', '--drafts'], '--drafts', 'build -- --drafts'],
    [['build', '--no-images', '--', '--quiet'], '--no-images', 'build -- --no-images --quiet'],
    [
      ['check', '--site-url=https://x.example/'],
      '--site-url',
      'check -- --site-url https://x.example/',
    ],
    [['build', '--output', 'my site'], '--output', 'build -- --output "my site"'],
    [['build', '--host=s3', '--host=caddy'], '--host', 'build -- --host s3 --host caddy'],
    [
      ['build', '--content', 'a', '--output', 'b'],
      '--content',
      'build -- --content VALUE --output VALUE',
    ],
    [['new', '--slug', 'roses', 'Red', 'roses'], '--slug', 'new -- --slug VALUE roses Red roses'],
  ])('%j is answered with the right command', async (args, flag, right) => {
    const outcome = await npm(...args);
    expect(outcome.exitCode).toBe(2);
    expect(lastLine(outcome)).toBe(
      `npm took ${flag} for a flag of its own, because no \`--\` comes before it. Run: npm run ${right}`,
    );
  });
});

describe('--help', () => {
  it.each([[['--help']], [['-h']], [['help']]])(
    '%j lists every command in a line',
    async (args) => {
      const { exitCode, stdout, stderr } = await command(...args);
      expect(exitCode).toBe(0);
      expect(stderr).toBe('');
      const commands = Object.values(manifest.scripts).flatMap(
        (script) => /^node src\/start\.mjs (\S+)$/.exec(script)?.[1] ?? [],
      );
      expect(commands.length).toBeGreaterThan(8);
      for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name} +\\w.+$`, 'm'));
    },
  );

  it('lists the commands as `npm run help`', async () => {
    expect(await npm('help')).toEqual(await command('--help'));
  });

  it('explains the command that `help` names', async () => {
    expect(await command('help', 'build')).toEqual(await command('build', '--help'));
  });

  it('explains every flag of a command', async () => {
    const { exitCode, stdout, stderr } = await command('build', '--help');
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    for (const flag of [
      'content',
      'output',
      'site-url',
      'drafts',
      'host',
      'now',
      'format',
      'quiet',
      'help',
    ])
      expect(stdout).toContain(`--${flag}`);
  });
});

describe('from another folder', () => {
  const BLOG = {
    'blog/site.yaml':
      'title: The garden\nurl: https://garden.example/\nlegacyHosts: [garden.blogspot.com]\n',
    'blog/posts/roses/index.md': '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nRed.\n',
    'old.json': '{ "version": "https://jsonfeed.org/version/1.1", "title": "Old", "items": [] }',
  };

  it.each([
    [['build', '--content', 'blog', '--output=out'], 'out/index.html'],
    [['check', '--content', 'blog', '--report', 'report.html'], 'report.html'],
    [['new', 'Tulips', '--content', 'blog'], 'blog/posts/tulips/index.md'],
    [['import-feed-ids', 'old.json', '--content', 'blog'], 'old.json'],
    [['blogger-theme', '--content', 'blog', '--output', 'theme.xml'], 'theme.xml'],
  ])('%j starts from there', async (args, file) => {
    const folder = folderWith(BLOG);
    expect(await runFrom(folder, ...args)).toMatchObject({ exitCode: 0 });
    expect(existsSync(path.join(folder, file))).toBe(true);
  });

  it('--previous starts from there', async () => {
    const folder = folderWith({ ...BLOG, 'old/index.html': '<title>Old</title>' });
    const args = ['--content', 'blog', '--previous', 'old'];
    expect(await runFrom(folder, 'check', ...args)).toMatchObject({ exitCode: 0 });
  });

  it.skipIf(process.platform === 'win32')('that was removed is reported', async () => {
    const script = 'rmdir "$PWD" && exec "$0" "$1" check';
    const args = ['-c', script, process.execPath, path.join(ROOT, 'src/start.mjs')];
    const { exitCode, stderr } = await run('sh', args, { cwd: temporaryFolder() });
    expect(stderr).toBe(
      "The folder that you are in was removed or replaced. Go to your blog's folder, and run the command again.\n",
    );
    expect(exitCode).toBe(2);
  });

  it('npm starts from there as well', async () => {
    const folder = folderWith(BLOG);
    const args = [
      '--silent',
      '--prefix',
      ROOT,
      'run',
      'build',
      '--',
      '--content',
      'blog',
      '--output',
      'out',
    ];
    expect(await run('npm', args, { cwd: folder })).toMatchObject({ exitCode: 0 });
    expect(existsSync(path.join(folder, 'out/index.html'))).toBe(true);
  });

  it('messages name files in full', async () => {
    const folder = folderWith({ ...BLOG, 'blog/posts/roses/index.md': 'Red.\n' });
    const { exitCode, stderr } = await runFrom(folder, 'check', '--content', 'blog');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`  ${folder}/blog/posts/roses/index.md:1:1\n`);
    expect(stderr).toContain('> 1 | Red.');
  });

  it('the project has its own content and output', async () => {
    const project = ownProject({});
    const { exitCode, stdout } = await run(
      process.execPath,
      [path.join(project, 'src/start.mjs'), 'build', '--no-search', '--no-cards'],
      { cwd: folderWith(BLOG) },
    );
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(`Built ${project}/_site in `);
  });
});

it.each([[['--version']], [['build', '--version']]])('%j prints the version', async (args) => {
  expect(await command(...args)).toEqual({
    exitCode: 0,
    stdout: `${manifest.version}\n`,
    stderr: '',
  });
});

describe('output to a pipe', () => {
  it('contains no terminal escape codes', async () => {
    const output = `${temporaryFolder()}/out`;
    const { exitCode, stdout, stderr } = await command(
      ...['build', '--content', fixtureSite('minimal'), '--output', output],
    );
    expect(exitCode).toBe(0);
    // oxlint-disable-next-line no-control-regex
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(stdout.split('\n')).toHaveLength(5);
  });
});
