/** `npm run check`, and the output formats of all commands. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT, run, type Outcome } from '../support/build-site.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const POST = '---\ntitle: A post\npublishDate: 2024-03-10\n---\nWords.\n';
const BROKEN = folder({
  'posts/b/index.md': '---\ntitle: B\npublishDate: soon\n---\n![x](x.png)\n',
});
const WARNED = folder({ 'posts/c/index.md': `${POST}![x](x.png)\n` });

function folder(files: Record<string, string>): () => string {
  return () =>
    folderWith({
      'site.yaml': 'title: A site\nurl: https://garden.example/\n',
      'posts/a/index.md': POST.replace('A post', 'Another'),
      ...files,
    });
}

function check(
  content: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return command('check', ['--content', content, ...args], env);
}

function command(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return run(process.execPath, ['src/start.mjs', name, ...args], {
    cwd: ROOT,
    env,
  });
}

const Report = z.strictObject({
  version: z.literal(1),
  command: z.string(),
  exitCode: z.number(),
  errors: z.number(),
  warnings: z.number(),
  failure: z.string().nullable(),
  problems: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning']),
      code: z.string(),
      file: z.string(),
      line: z.number().nullable(),
      column: z.number().nullable(),
      field: z.string().nullable(),
      message: z.string(),
      hint: z.string(),
    }),
  ),
});

describe('check', () => {
  it('summarises a valid site and writes nothing', async () => {
    const content = folder({})();
    const before = readdirSync(ROOT);
    const { exitCode, stdout, stderr } = await check(content);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      new RegExp(`^Checked ${content} in \\d+\\.\\d\\d s: \\d+ posts?, .*\\.\\n$`),
    );
    expect(exitCode).toBe(0);
    expect(readdirSync(ROOT)).toEqual(before);
  });

  it('exits with 1 and a count when there are errors', async () => {
    const { exitCode, stdout, stderr } = await check(BROKEN());
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('error post-publishDate-invalid');
    expect(stderr).toMatch(/\n\n1 error( and 1 warning)?\. A build would publish nothing\.\n$/);
  });

  it('exits with 0 when there are only warnings', async () => {
    const { exitCode, stdout, stderr } = await check(WARNED());
    expect(exitCode).toBe(0);
    expect(stderr).toContain('warning image-missing');
    expect(stdout).toContain('1 warning, listed above.');
  });

  it.each([
    [['--output', 'x'], 'There is no flag --output'],
    [['--format', 'xml'], 'Unknown --format "xml"'],
  ])('exits with 2 for %j', async (args, message) => {
    const { exitCode, stderr } = await check('content', args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npm run check');
  });
});

describe('--format json', () => {
  it.each([
    ['check', BROKEN, 1, ['post-publishDate-invalid']],
    ['check', WARNED, 0, ['image-missing']],
    ['build', BROKEN, 1, ['post-publishDate-invalid']],
    ['build', WARNED, 0, ['image-missing']],
  ])('%s prints a single JSON document', async (name, content, code, codes) => {
    const output = name === 'build' ? ['--output', path.join(temporaryFolder(), 'out')] : [];
    const args = ['--content', content(), '--format', 'json', ...output];
    const { exitCode, stdout, stderr } = await command(name, args);
    expect(exitCode).toBe(code);
    expect(stderr).toBe('');
    const report = Report.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ command: name, exitCode: code, failure: null });
    expect(report.problems.map((problem) => problem.code)).toEqual(expect.arrayContaining(codes));
    expect(report.errors + report.warnings).toBe(report.problems.length);
  });

  it('reports a refused output folder', async () => {
    const output = folderWith({ 'mine.txt': 'Mine.' });
    const { exitCode, stdout } = await command('build', ['--output', output, '--format', 'json']);
    expect(exitCode).toBe(2);
    expect(Report.parse(JSON.parse(stdout)).failure).toContain('Perennial did not create');
  });
});

describe('on GitHub', () => {
  it('annotates each problem with its path in the repository', async () => {
    const content = WARNED();
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: content };
    const { exitCode, stderr } = await check(content, [], env);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('warning image-missing\n');
    expect(stderr).toMatch(
      /^::warning file=posts\/c\/index\.md,line=6,col=\d+,title=image-missing::/m,
    );
  });

  it('adds no annotations elsewhere', async () => {
    expect((await check(WARNED())).stderr).not.toContain('::warning');
  });
});

describe('colours', () => {
  it('can be forced, and leave the text unchanged', async () => {
    const content = WARNED();
    const plain = await check(content);
    const coloured = await check(content, [], { FORCE_COLOR: '1' });
    expect(plain.stderr).not.toContain('\u001b');
    expect(coloured.stderr).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured.stderr)).toBe(plain.stderr);
  });
});
