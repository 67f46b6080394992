/** `npm run import`: from an export to a blog that can be built. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/commands/flags.ts';
import { readImportFlags } from '../../src/commands/import-flags.ts';
import { ROOT, run, type Outcome } from '../support/build-site.ts';
import { folderWith, temporaryFolder, writeFiles } from '../support/scratch.ts';

const NAMESPACES =
  "xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'";

function entry(number: number, title: string, more: string): string {
  return `<entry><id>tag:blogger.com,1999:blog-1.post-${number}</id>
<blogger:status>LIVE</blogger:status><author><name>Ada</name><blogger:type>BLOGGER</blogger:type></author>
<title>${title}</title><published>2011-05-06T10:00:00Z</published><updated>2011-05-06T10:00:00Z</updated>
<blogger:trashed/>${more}</entry>`;
}

/** A Takeout with a post, a draft and a comment. */
function takeout(name: string, title: string): Record<string, string> {
  const entries = [
    entry(
      2,
      title,
      `<blogger:type>POST</blogger:type><content type='html'>&lt;p&gt;Red &lt;b&gt;and&lt;/b&gt; white.&lt;/p&gt;</content><blogger:filename>/2011/05/roses.html</blogger:filename>`,
    ),
    entry(
      3,
      'Secret',
      `<blogger:type>POST</blogger:type><content type='html'>Not yet.</content>`,
    ).replace('LIVE', 'DRAFT'),
    entry(
      4,
      '',
      `<blogger:type>COMMENT</blogger:type><blogger:parent>tag:blogger.com,1999:blog-1.post-2</blogger:parent><content type='html'>Lovely.</content>`,
    ),
  ];
  const feed = `<feed ${NAMESPACES}><id>tag:blogger.com,1999:blog-${name.length}</id><title>${name}</title>${entries.join('')}</feed>`;
  return { [`Takeout/Blogger/Blogs/${name}/feed.atom`]: feed };
}

function command(...args: readonly string[]): Promise<Outcome> {
  return run(process.execPath, [path.join(ROOT, 'src/start.mjs'), ...args], { cwd: ROOT });
}

const source = () => folderWith(takeout('Garden', 'Roses'));

describe('a Takeout', () => {
  const content = () => path.join(folder, 'content');
  let folder: string;
  let first: Outcome;

  beforeAll(async () => {
    folder = temporaryFolder();
    const report = path.join(folder, 'report.json');
    first = await command('import', source(), '--content', content(), '--report', report);
  });

  it('becomes content, with a summary', () => {
    expect(first.stderr).toBe('');
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toContain('"Garden", a Google Takeout of Blogger');
    expect(first.stdout).toContain('2 posts, 0 pages, 1 comment');
    expect(first.stdout).toContain('Not published (`published: false`): 1 draft.');
    expect(first.stdout).toContain('npm run check');
    const post = readFileSync(path.join(content(), 'posts/roses/index.md'), 'utf8');
    expect(post).toMatch(
      /^title: Roses$[^]*^legacyUrl: \/2011\/05\/roses\.html$[^]*^Red \*\*and\*\* white\.$/m,
    );
    expect(existsSync(path.join(content(), 'posts/roses/comments.yaml'))).toBe(true);
    const report: unknown = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ command: 'import', counts: { posts: 2, comments: 1 } });
  });

  it('has no error for a build', async () => {
    const { exitCode, stderr } = await command('check', '--content', content());
    expect(exitCode, stderr).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const { exitCode, stdout } = await command('import', source(), '--content', content());
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Posts and pages: 2 unchanged.');
  });

  it('updates what the owner has not changed', async () => {
    const newer = folderWith(takeout('Garden', 'Red roses'));
    const dry = await command('import', newer, '--content', content(), '--dry-run');
    expect(dry.stdout).toContain('Nothing was written.');
    expect(dry.stdout).toContain('Posts and pages would be: 1 updated, 1 unchanged.');
    writeFiles(content(), { 'posts/roses/index.md': 'Mine.' });
    const { stdout } = await command('import', newer, '--content', content());
    expect(stdout).toContain('1 changed both here and in the export, and left alone');
    expect(stdout).toContain(path.join(content(), 'posts/roses/index.md'));
    expect(readFileSync(path.join(content(), 'posts/roses/index.md'), 'utf8')).toBe('Mine.');
  });
});

describe('what goes wrong', () => {
  it('names the blogs if there are several', async () => {
    const both = folderWith({ ...takeout('Garden', 'Roses'), ...takeout('Kitchen', 'Soup') });
    const content = path.join(temporaryFolder(), 'content');
    const unclear = await command('import', both, '--content', content);
    expect(unclear.exitCode).toBe(2);
    expect(unclear.stderr).toContain('several blogs: "Garden", "Kitchen". Choose one with --blog.');
    const chosen = await command('import', both, '--content', content, '--blog', 'kitchen');
    expect(chosen.exitCode).toBe(0);
    expect(readFileSync(path.join(content, 'site.yaml'), 'utf8')).toContain('title: Kitchen');
  });

  it('leaves a folder with another blog alone', async () => {
    const content = folderWith({ 'site.yaml': 'title: Mine\n' });
    const { exitCode, stderr } = await command('import', source(), '--content', content);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('holds a blog that no import has written');
    expect(stderr).toContain('--force');
  });

  it.each([
    ['a missing file', '/nowhere/export.zip', 'there is no such file or folder'],
    ['no export', import.meta.dirname, 'none of the exports that Perennial knows'],
  ])('explains %s', async (_, name, words) => {
    const content = path.join(temporaryFolder(), 'content');
    const { exitCode, stderr } = await command('import', name, '--content', content);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(content)).toBe(false);
  });

  it.each([
    [[], 'Name the export of the old blog'],
    [['x.zip', '--from', 'wordpres'], 'Did you mean wordpress?'],
    [['x.zip', '--from', 'x'], 'Choose from: blogger-takeout'],
    [['x.zip', '--url', 'ftp://x'], 'is no address'],
    [['x.zip', '--dryrun'], 'Did you mean --dry-run?'],
    [['x.zip', '--only-images', '--no-download'], '--no-download forbids'],
    [['x.zip', '--only-images', '--dry-run'], 'nothing for --dry-run to tell'],
  ])('refuses %j', (args, message) => {
    expect(() => readImportFlags(args)).toThrow(UsageError);
    expect(() => readImportFlags(args)).toThrow(message);
  });
});

it('takes an address without https://', () => {
  expect(readImportFlags(['x', '--url', 'garden.blogspot.com']).url).toBe(
    'https://garden.blogspot.com/',
  );
});
