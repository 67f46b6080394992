/** Invalid content: every problem is reported at once, and nothing is published. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder, ROOT, buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { fixtureSite, invalidSite } from '../support/fixtures.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const SITES = path.join(ROOT, 'test/fixtures/sites-invalid');
const STACK = /^ +at /m;
/** Sites whose snapshots include the lines of the source. */
const WITH_FRAMES = new Set(['front-matter-yaml', 'redirect-patterns', 'several-problems']);
/** The lines of the source below a problem. */
const FRAME = /\n(?: {2}[> ] *\d* \|.*\n)+/g;

function post(title: string, body = 'Words.'): string {
  return `---\ntitle: ${title}\npublishDate: '2023-01-01'\n---\n\n${body}\n`;
}

/** Ways to break a post, by the code of what is then said. */
const BREAKS: readonly (readonly [string, (text: string) => string])[] = [
  ['post-publishDate-invalid', (text) => text.replace('01-01', '02-30')],
  ['post-title-missing', (text) => text.replace(/title: .*\n/, '')],
  ['front-matter-yaml', (text) => text.replace('title:', '\ttitle:')],
  ['front-matter-unclosed', (text) => text.replace('\n---\n\n', '\n\n')],
  ['front-matter-missing', (text) => text.slice(4)],
  ['front-matter-language', (text) => text.replace('---', '---js')],
  ['post-field-misspelt', (text) => text.replace('publishDate', 'publishdate')],
  ['image-outside', (text) => `${text}\n![Out](../out.png)\n`],
  ['redirect-source-invalid', (text) => text.replace('title', 'legacyUrl: //old.example/\ntitle')],
  ['post-image-missing', (text) => text.replace('title', 'image: gone.png\ntitle')],
];

/** What a report says, in short: severity, code and place below the content folder. */
function said(report: string, content: string): string[] {
  return [...report.matchAll(/^(error|warning) (\S+)\s+(\S+)/gm)].map(
    ([, severity, code, place = '']) => `${severity} ${code} ${path.relative(content, place)}`,
  );
}

describe('an invalid site', () => {
  const parent = temporaryFolder('invalid');
  const output = path.join(parent, 'out');
  let earlier: Map<string, string>;

  beforeAll(async () => {
    const site = built(await buildSite({ content: fixtureSite('minimal'), output }));
    earlier = site.output.fingerprint();
  });

  /** A build that must end with exit code 1 and leave the earlier site as it is. */
  async function refuse(content: string, env: Record<string, string> = {}): Promise<BuiltSite> {
    const site = await buildSite({ content, output, env, args: ['--now', '2024-01-01'] });
    expect(site.exitCode, site.stderr).toBe(1);
    expect(site.stdout).toBe('');
    expect(new OutputFolder(output).fingerprint()).toEqual(earlier);
    expect(readdirSync(parent)).toEqual(['out']);
    return site;
  }

  it.each(readdirSync(SITES))('%s: reports what is wrong, where, and what to do', async (name) => {
    const { stderr } = await refuse(invalidSite(name));
    // A new field must not change every message that lists them all.
    const message = stderr.replaceAll(/use one of: [\w, ]+\./g, 'use one of: ...');
    const snapshot = WITH_FRAMES.has(name) ? message : message.replaceAll(FRAME, '');
    await expect(snapshot).toMatchFileSnapshot(path.join(SITES, name, 'message.txt'));
  });

  it('does not run JavaScript front matter', async () => {
    const sideEffect = path.join(temporaryFolder(), 'ran.txt');
    await refuse(invalidSite('javascript-front-matter'), { PERENNIAL_SIDE_EFFECT: sideEffect });
    expect(existsSync(sideEffect)).toBe(false);
  });

  it('is reported when it does not exist', async () => {
    const { stderr } = await refuse('no/such/folder');
    expect(stderr).toMatchInlineSnapshot(`
      "warning site-missing
        no/such/folder/site.yaml
        There is no \`site.yaml\`, so the site uses the default settings.
        To do: Create it with at least \`title: ...\` and \`url: ...\`.

      error content-missing
        no/such/folder
        The content folder does not exist.
        To do: Create it, or choose another one with \`--content DIR\`.

      1 error and 1 warning. Nothing was published.
      "
    `);
  });

  it('is reported when it is a file', async () => {
    const { stderr } = await refuse('package.json');
    expect(stderr).toContain('error folder-unreadable\n  package.json\n');
    expect(stderr).not.toMatch(STACK);
  });

  it('reports each binary file', async () => {
    const words = new Uint8Array(Buffer.from(post('Rosé', 'Words.'), 'latin1'));
    const content = folderWith({
      'site.yaml': 'title: Files\nurl: https://garden.example/\n',
      'posts/a-picture/index.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0xff]),
      'posts/b-nulls/index.md': new Uint8Array(64),
      'posts/c-latin-1/index.md': words,
      'posts/d-utf-16/index.md': new Uint8Array(Buffer.from(`\uFEFF${post('Wide')}`, 'utf16le')),
      'posts/e-nothing/index.md': '',
      'posts/f-byte-order-mark/index.md': `\uFEFF${post('Fine').replaceAll('\n', '\r\n')}`,
      'posts/g-large/index.md': post('Large', 'Ten million letters. '.repeat(500_000)),
      'pages/h-quotes.md': post('Deep', '> '.repeat(3000)).replace(/publishDate.*\n/, ''),
    });
    mkdirSync(path.join(content, 'posts/i-folder/index.md'), { recursive: true });
    const start = Date.now();
    const { stderr } = await refuse(content);
    expect(Date.now() - start).toBeLessThan(30_000);
    expect(said(stderr, content)).toEqual([
      'error body-too-nested pages/h-quotes.md:5:1',
      'error file-not-utf8 posts/a-picture/index.md',
      'error file-not-text posts/b-nulls/index.md',
      'error file-not-utf8 posts/c-latin-1/index.md',
      'error file-not-utf8 posts/d-utf-16/index.md',
      'error front-matter-missing posts/e-nothing/index.md:1:1',
      'error file-too-large posts/g-large/index.md',
      'error file-unreadable posts/i-folder/index.md',
    ]);
    expect(stderr).toContain(
      'The file is 10,501 kB, but the limit for files of this kind is 1,000 kB.',
    );
    expect(stderr).toContain('The file cannot be read: it is a folder.');
    expect(stderr).not.toMatch(STACK);
  });

  it('finds lines in files with a byte-order mark and Windows line endings', async () => {
    const text = post('Windows', '![Out](../out.png)').replace('2023-01-01', '2023-02-29');
    const content = folderWith({
      'site.yaml': '\uFEFFtitle: Windows\r\nurl: none\r\n',
      'posts/mark/index.md': `\uFEFF${text.replaceAll('\n', '\r\n')}`,
      'posts/returns/index.md': text.replace('Windows', 'Returns').replaceAll('\n', '\r\n'),
    });
    const { stderr } = await refuse(content);
    expect(said(stderr, content)).toEqual([
      'error post-publishDate-invalid posts/mark/index.md:3:1',
      'error image-outside posts/mark/index.md:6:8',
      'error post-publishDate-invalid posts/returns/index.md:3:1',
      'error image-outside posts/returns/index.md:6:8',
      'error site-url-invalid site.yaml:2:1',
    ]);
  });

  it('does not follow symbolic links', async () => {
    const secrets = folderWith({
      'index.md': post('Secret'),
      'secret.json': '{ "name": "Secret" }',
      'site.yaml': 'title: Secret\nurl: https://garden.example/\n',
    });
    const content = folderWith({
      'posts/open/index.md': post('Open', '[Read](secret.json)'),
      'posts/text/note.txt': '',
      'authors/a.json': '{ "name": "A" }',
      'pages/about.md': '---\ntitle: About\n---\n',
    });
    symlinkSync(secrets, path.join(content, 'posts/folder'));
    symlinkSync(path.join(secrets, 'index.md'), path.join(content, 'posts/text/index.md'));
    symlinkSync(path.join(secrets, 'secret.json'), path.join(content, 'posts/open/secret.json'));
    symlinkSync(path.join(secrets, 'secret.json'), path.join(content, 'authors/b.json'));
    symlinkSync(path.join(secrets, 'index.md'), path.join(content, 'pages/secret.md'));
    symlinkSync(path.join(secrets, 'site.yaml'), path.join(content, 'site.yaml'));
    symlinkSync('nowhere.yaml', path.join(content, 'redirects.yaml'));
    const { stderr } = await refuse(content);
    expect(said(stderr, content).filter((line) => line.startsWith('error'))).toEqual([
      'error symbolic-link authors/b.json',
      'error symbolic-link pages/secret.md',
      'error symbolic-link posts/folder',
      'error symbolic-link posts/open/secret.json',
      'error symbolic-link posts/text/index.md',
      'error symbolic-link redirects.yaml',
      'error symbolic-link site.yaml',
    ]);
    expect(stderr).not.toContain('Secret');
  });

  it('does not follow links in place of its folders', async () => {
    const secrets = folderWith({
      'posts/a/index.md': post('Secret'),
      'pages/b.md': '---\ntitle: Secret\n---\n',
      'authors/c.json': '{ "name": "Secret" }',
    });
    const content = folderWith({ 'site.yaml': 'title: Links\nurl: https://garden.example/\n' });
    for (const part of ['posts', 'pages', 'authors'])
      symlinkSync(path.join(secrets, part), path.join(content, part));
    const { stderr } = await refuse(content);
    expect(said(stderr, content).filter((line) => line.startsWith('error'))).toEqual([
      'error symbolic-link authors',
      'error symbolic-link pages',
      'error symbolic-link posts',
    ]);
    expect(stderr).not.toContain('Secret');
  });

  it('reports oversized settings, authors and redirects', async () => {
    const content = folderWith({
      'site.yaml': `title: Large\n# ${'x'.repeat(100_000)}\n`,
      'redirects.yaml': `redirects: [${'{ from: /a, to: /b }, '.repeat(250_000)}]\n`,
      'authors/a.json': JSON.stringify({ name: 'A', bio: 'x'.repeat(100_000) }),
      'posts/a/index.md': post('A'),
    });
    const { stderr } = await refuse(content);
    expect(said(stderr, content)).toEqual([
      'error file-too-large authors/a.json',
      'error file-too-large redirects.yaml',
      'error file-too-large site.yaml',
    ]);
    expect(stderr).toContain(
      'The file is 5,501 kB, but the limit for files of this kind is 5,000 kB.',
    );
  });

  it.skipIf(process.platform === 'win32')('does not wait for named pipes', async () => {
    const content = folderWith({ 'posts/b/index.md': post('B') });
    mkdirSync(path.join(content, 'posts/a'));
    execFileSync('mkfifo', ['posts/a/index.md', 'site.yaml'], { cwd: content });
    const { stderr } = await refuse(content);
    expect(said(stderr, content)).toEqual([
      'error file-unreadable posts/a/index.md',
      'error file-unreadable site.yaml',
    ]);
    expect(stderr).toContain('The file cannot be read: it is not a regular file.');
  });

  it('reports fifty broken posts in one run', async () => {
    const posts = Array.from({ length: 50 }, (_, index) => {
      const [, breakIt] = BREAKS[index % BREAKS.length] ?? ['', (text: string) => text];
      return [`posts/p${index}/index.md`, breakIt(post(`Post ${index}`))];
    });
    const content = folderWith({
      'site.yaml': 'title: Fifty\nurl: https://garden.example/\n',
      ...Object.fromEntries(posts),
    });
    const { stderr } = await refuse(content);
    expect(stderr).toContain('50 errors. Nothing was published.');
    for (let index = 0; index < 50; index++) {
      const [code = ''] = BREAKS[index % BREAKS.length] ?? [];
      const places = said(stderr, content).filter((line) => line.includes(`p${index}/`));
      expect(places.map((line) => line.replace(/:.*/, ''))).toEqual([
        `error ${code} posts/p${index}/index.md`,
      ]);
    }
    expect(stderr).not.toMatch(STACK);
  });

  it('reports blockquotes nested too deeply', async () => {
    const content = folderWith({
      'site.yaml': 'title: Deep\nurl: https://garden.example/\n',
      'posts/deep/index.md': `---\ntitle: Deep\npublishDate: '2023-01-01'\n---\n\n${'>'.repeat(6000)} bottom\n`,
    });
    const { stderr } = await refuse(content);
    expect(stderr).toContain('error body-too-nested');
    expect(stderr).toContain('posts/deep/index.md');
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('is reported the same way when two threads read it', async () => {
    const posts = Array.from({ length: 300 }, (_, index) => [
      `posts/p${index}/index.md`,
      `---\ntitle: T${index}\npublishDate: '2023-02-03'\n---\n\nOne.\n\n${index % 100 === 0 ? '![](../x.png)' : 'Two.'}\n`,
    ]);
    const deep = `---\ntitle: Deep\npublishDate: '2023-02-03'\n---\n\n${'>'.repeat(6000)}\n`;
    const content = folderWith({
      'site.yaml': 'title: Large\nurl: https://garden.example/\n',
      ...Object.fromEntries(posts),
      'posts/deep/index.md': deep,
    });
    const { stderr } = await refuse(content);
    expect(stderr).toContain('4 errors. Nothing was published.');
    for (const index of [0, 100, 200]) expect(stderr).toContain(`p${index}/index.md:8:5`);
    expect(stderr).toContain('error body-too-nested');
  });

  it('groups a thousand mistakes of one kind', async () => {
    const posts = Array.from({ length: 300 }, (_, index) => [
      `posts/p${String(index).padStart(3, '0')}/index.md`,
      `---\ntitle: T${index}\npublishDate: '2023-02-30'\n---\n\nText.\n`,
    ]);
    const content = folderWith({
      'site.yaml': 'title: Many\nurl: https://garden.example/\n',
      ...Object.fromEntries(posts),
    });
    const { stderr } = await refuse(content);
    expect(stderr).toContain('300 errors. Nothing was published.');
    for (let index = 0; index < 300; index++)
      expect(stderr).toContain(`p${String(index).padStart(3, '0')}/index.md:3:1`);
    expect(stderr.split('\n').length).toBeLessThan(450);
  });
});
