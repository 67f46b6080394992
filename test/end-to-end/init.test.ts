/** `npm run init`: the blog that it writes, and what it leaves alone. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { UsageError } from '../../src/commands/flags.ts';
import { readInitFlags } from '../../src/commands/init-flags.ts';
import { readSettings } from '../../src/content/read-settings.ts';
import { contentFiles } from '../../src/init/content.ts';
import { manifestText } from '../../src/init/manifest.ts';
import { shortName } from '../../src/init/new-blog.ts';
import { TRANSLATIONS } from '../../src/lib/language/translations.ts';
import { Problems } from '../../src/lib/problem.ts';
import { ROOT, run, type Outcome } from '../support/build-site.ts';
import { filesBelow, folderWith, temporaryFolder } from '../support/scratch.ts';

const ENV = { LC_ALL: 'C.UTF-8', TZ: 'Asia/Tokyo' };
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>';

/** Without a terminal, by somebody whom git does not know. */
function init(...args: readonly string[]): Promise<Outcome> {
  return initWith({}, ...args);
}

function initWith(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Outcome> {
  const none = path.join(temporaryFolder(), 'none');
  return run(process.execPath, [path.join(ROOT, 'src/start.mjs'), 'init', ...args], {
    cwd: ROOT,
    env: { ...ENV, ...env, GIT_CONFIG_GLOBAL: none, GIT_CONFIG_SYSTEM: none, GIT_DIR: none },
  });
}

function filesOf(folder: string): string[] {
  return filesBelow(folder)
    .map((file) => path.relative(folder, file))
    .toSorted();
}

function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

describe('in an empty folder', () => {
  it('writes a whole blog without a question', async () => {
    const folder = path.join(temporaryFolder(), 'rose-garden');
    const { exitCode, stdout, stderr } = await init(folder, '--now', '2026-01-30T20:00:00Z');
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(filesOf(folder)).toEqual([
      '.gitignore',
      'content/pages/about.md',
      'content/posts/first-post/index.md',
      'content/site.yaml',
      'deploy.sh',
      'package.json',
    ]);
    const { fields } = readSettings(path.join(folder, 'content'), new Problems());
    expect(fields).toMatchObject({
      title: 'Rose garden',
      language: 'en',
      timeZone: 'Asia/Tokyo',
      host: ['static'],
    });
    expect(read(folder, 'content/site.yaml')).toMatch(
      /^#.* in node_modules\/[\w-]+\/docs\/guide\/settings\.md\.$/m,
    );
    // In Tokyo, the day has begun.
    expect(read(folder, 'content/posts/first-post/index.md')).toContain('publishDate: 2026-01-31');
    expect(stdout).toContain(`1. cd ${folder}`);
    expect(stdout).toContain('2. npm install');
    expect(stdout).toContain('Set `url` in content/site.yaml');
  });

  it('reads dates in UTC if the time zone of the machine is unknown', async () => {
    const folder = temporaryFolder();
    expect(await initWith({ TZ: 'Mars/Phobos' }, folder)).toMatchObject({ exitCode: 0 });
    expect(read(folder, 'content/site.yaml')).toContain('timeZone: UTC\n');
  });

  it('takes everything from flags', async () => {
    const folder = temporaryFolder();
    const logo = path.join(folderWith({ 'My logo.SVG': LOGO }), 'My logo.SVG');
    const { exitCode, stdout } = await init(
      folder,
      ...['--title', `It's "ours": #1`, '--url', 'https://roses.example/blog/', '--language', 'de'],
      ...['--author', 'Zoë Example', '--host', 'caddy', '--time-zone', 'Europe/Berlin'],
      ...['--accent', '#0b6e4f', '--logo', logo],
    );
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('Set `url`');
    const { fields } = readSettings(path.join(folder, 'content'), new Problems());
    expect(fields).toMatchObject({
      title: `It's "ours": #1`,
      url: 'https://roses.example/blog/',
      language: 'de',
      timeZone: 'Europe/Berlin',
      author: 'Zoë Example',
      host: ['caddy'],
    });
    expect(read(folder, 'content/site.yaml')).toMatch(
      /^accent: '#0b6e4f'$[^]*^logo: 'logo\.svg'$/m,
    );
    expect(read(folder, 'content/logo.svg')).toBe(LOGO);
    expect(read(folder, 'content/authors/zoe-example.json')).toContain('"Zoë Example"');
    expect(read(folder, 'Caddyfile')).toContain('import /srv/www/blog/_hosts/caddy/site.caddy');
    expect(statSync(path.join(folder, 'deploy.sh')).mode & 0o111).not.toBe(0);
  });
});

it.each(Object.keys(TRANSLATIONS))('the first texts in "%s" have no problem', async (language) => {
  const answers = { title: 'Roses', url: 'https://roses.example/', language, timeZone: 'UTC' };
  const more = {
    author: 'Ada Example',
    host: 'netlify',
    accent: undefined,
    logo: undefined,
  } as const;
  const files = contentFiles(
    { ...answers, ...more },
    { day: '2026-01-31', logo: undefined, docs: 'docs' },
  );
  const folder = folderWith(Object.fromEntries(files.map((file) => [file.path, file.content])));
  const { site, problems } = await loadWithProblems({
    contentDir: path.join(folder, 'content'),
    publicDir: path.join(ROOT, 'public'),
    drafts: false,
    now: Date.parse('2026-02-01'),
    siteUrl: undefined,
    hosts: undefined,
  });
  expect(problems).toEqual([]);
  expect(site.posts).toHaveLength(1);
});

describe('files that are there already', () => {
  const OWN = {
    'content/site.yaml': 'title: Mine\nurl: https://mine.example/\nhost: gitlab\n',
    'content/posts/one/index.md': 'Mine.',
    'netlify.toml': '# mine',
    'notes.txt': 'mine',
  };

  it('are not touched unasked, but listed', async () => {
    const folder = folderWith(OWN);
    const { exitCode, stdout, stderr } = await init(folder, '--host', 'netlify');
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('content/posts/one/index.md');
    expect(stderr).toContain('Nothing was written. Use --force');
    expect(filesOf(folder)).toEqual(Object.keys(OWN).toSorted());
  });

  it('are moved aside by --force, each time to a new folder', async () => {
    const folder = folderWith(OWN);
    const first = await init(folder, '--host', 'netlify', '--force');
    expect(first.stdout).toContain('What was there is now in before-init/.');
    for (const file of ['content/posts/one/index.md', 'netlify.toml'])
      expect(read(folder, `before-init/${file}`)).toMatch(/mine/i);
    expect(read(folder, 'notes.txt')).toBe('mine');
    expect(readdirSync(path.join(folder, 'content/posts'))).toEqual(['first-post']);
    const second = await init(folder, '--host', 'netlify', '--force');
    expect(second.stdout).toContain('before-init-2/');
    // The same file needs no replacement.
    expect(filesOf(path.join(folder, 'before-init-2'))).not.toContain('netlify.toml');
  });

  it('stay with --keep, which writes what the host of the settings needs', async () => {
    const folder = folderWith(OWN);
    const { exitCode, stdout } = await init(folder, '--keep');
    expect(exitCode).toBe(0);
    expect(filesOf(folder)).toEqual(
      expect.arrayContaining([...Object.keys(OWN), '.gitlab-ci.yml', 'package.json']),
    );
    expect(read(folder, 'content/site.yaml')).toBe(OWN['content/site.yaml']);
    expect(stdout).not.toContain('Set `host');
    const other = await init(folder, '--keep', '--host', 'vercel');
    expect(other.stdout).toContain('Set `host: vercel` in content/site.yaml.');
  });

  it('must be there for --keep', async () => {
    const folder = temporaryFolder();
    const { exitCode, stderr } = await init(folder, '--keep');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--keep leaves content/ as it is, but there is no content.');
    expect(filesOf(folder)).toEqual([]);
  });

  it('of the host are not replaced unasked either', async () => {
    const folder = folderWith({ 'netlify.toml': '# mine' });
    const { exitCode, stderr } = await init(folder, '--host', 'netlify');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('  netlify.toml\n');
    expect(filesOf(folder)).toEqual(['netlify.toml']);
  });
});

describe('package.json', () => {
  const PROGRAM = { name: 'the-program', version: '1.2.3' };

  it('gets the dependency and the scripts that it lacks, and keeps the rest', () => {
    const old = {
      type: 'module',
      scripts: { test: 'echo "Error: no test specified" && exit 1', build: 'make' },
      dependencies: { other: '1' },
    };
    const text = manifestText(PROGRAM, JSON.stringify(old), 'roses') ?? '';
    expect(JSON.parse(text)).toMatchObject({
      type: 'module',
      scripts: { build: 'make', dev: 'perennial dev', test: 'perennial test' },
      dependencies: { other: '1', 'the-program': '^1.2.3' },
    });
    expect(manifestText(PROGRAM, text, 'roses')).toBeUndefined();
  });

  it('of the program itself stays as it is', () => {
    expect(manifestText(PROGRAM, JSON.stringify({ name: 'the-program' }), 'roses')).toBeUndefined();
  });

  it('names the blog in ASCII', () => {
    expect(shortName('Čaj & 日本!')).toBe('caj-and');
    expect(shortName('日本')).toBe('blog');
  });

  it('that is no JSON ends the command before anything is written', async () => {
    const folder = folderWith({ 'package.json': '{' });
    const { exitCode, stderr } = await init(folder);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('package.json cannot be read');
    expect(filesOf(folder)).toEqual(['package.json']);
  });

  it('has only scripts of commands', () => {
    const { scripts } = JSON.parse(manifestText(PROGRAM, undefined, 'roses') ?? '{}');
    const own = JSON.parse(read(ROOT, 'package.json')).scripts;
    expect(Object.keys(scripts).filter((name) => !Object.hasOwn(own, name))).toEqual([]);
  });
});

it.each([
  ['a wrong address', ['--url', 'roses.example'], '--url: `url` is "roses.example", but'],
  ['an unknown host', ['--host', 'neltify'], '--host: `host` is text ("neltify"), but'],
  ['an empty title', ['--title', ' '], '--title: `title` is " ", but it must not be empty'],
  [
    'a missing logo',
    ['--logo', 'none.svg'],
    '--logo "none.svg" cannot be read: there is no such file',
  ],
  ['a logo that is no image', ['--logo', 'package.json'], 'is no SVG, PNG, WebP or JPEG'],
  ['a second folder', ['one', 'two'], 'not also "two"'],
  ['a title beside --keep', ['--keep', '--title', 'A'], 'so --title would have no effect'],
])('%s is a usage error', (_what, args, message) => {
  expect(() => readInitFlags(args)).toThrow(UsageError);
  expect(() => readInitFlags(args)).toThrow(message);
});
