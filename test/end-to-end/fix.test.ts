/** `npm run check -- --fix`: what it changes, shows and leaves alone. */
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, OutputFolder, run, type Outcome } from '../support/build-site.ts';
import { folderWith } from '../support/scratch.ts';

const SITE = { 'site.yaml': 'title: Garden\nurl: https://garden.example/\n' };
const ROSES =
  '---\r\ntitle: Roses # red\r\ndate: 2024-03-10\r\ncategory: red\r\n---\r\n\r\nRed.\r\n';
const TULIPS = '---\ntitle: Tulips\ndate: 2024-03-10\n---\n\nYellow.\n';

function fix(content: string, ...args: string[]): Promise<Outcome> {
  const command = ['src/start.mjs', 'check', '--fix', '--content', content, ...args];
  return run(process.execPath, command, { cwd: ROOT });
}

/** A hash of each file. */
function state(content: string): Map<string, string> {
  return new OutputFolder(content).fingerprint();
}

describe('check --fix', () => {
  it('renames and moves, shows a diff, and reports what is left', async () => {
    const content = folderWith({
      ...SITE,
      'posts/roses/index.md': ROSES,
      'posts/2024-03-10-tulips.md': TULIPS,
    });
    const { exitCode, stdout, stderr } = await fix(content);
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll(`${content}/`, '')).toContain(
      [
        '--- posts/roses/index.md',
        '+++ posts/roses/index.md',
        '@@ -3 +3 @@',
        '-date: 2024-03-10',
        '+publishDate: 2024-03-10',
        '',
        '--- posts/2024-03-10-tulips.md',
        '+++ posts/tulips/index.md',
        '@@ -3 +3 @@',
        '-date: 2024-03-10',
        '+publishDate: 2024-03-10',
        '',
        'Left as it is:',
        '  posts/roses/index.md: `category` is not renamed to `tags`, because its value is not valid there.',
        '',
        'Changed 2 files.',
        '',
      ].join('\n'),
    );
    expect(stdout).toContain(`Checked ${content} in `);
    expect(stderr.match(/^(?:error|warning) \S+/gm)).toEqual([
      'warning yaml-comment',
      'warning post-field-foreign',
    ]);
    expect(new OutputFolder(content).files()).toEqual([
      'posts/roses/index.md',
      'posts/tulips/index.md',
      'site.yaml',
    ]);
    const read = (file: string): string => readFileSync(path.join(content, file), 'utf8');
    expect(read('posts/roses/index.md')).toBe(ROSES.replace('date:', 'publishDate:'));
    expect(read('posts/tulips/index.md')).toBe(TULIPS.replace('date:', 'publishDate:'));
  });

  it('does nothing the second time', async () => {
    const content = folderWith({
      ...SITE,
      'posts/tulips.md': TULIPS,
      'posts/roses/index.md': ROSES,
    });
    await fix(content);
    const fixed = state(content);
    const { stdout } = await fix(content);
    expect(stdout).toContain('Nothing to change.');
    expect(stdout).not.toContain('+++');
    expect(state(content)).toEqual(fixed);
  });

  it.each([
    [
      'a post is there already',
      { 'posts/tulips.md': TULIPS, 'posts/tulips/index.md': TULIPS },
      'posts/tulips.md would be written over another file at posts/tulips/index.md: rename one of them.',
    ],
    [
      'two would get one name',
      { 'posts/tulips.md': TULIPS, 'posts/2024-03-10-Tulips.md': TULIPS },
      'posts/tulips.md would be written over another file at posts/tulips/index.md: rename one of them.',
    ],
  ])('changes no file if %s', async (_, files, message) => {
    const content = folderWith({ ...SITE, 'posts/roses/index.md': ROSES, ...files });
    const before = state(content);
    const { exitCode, stdout, stderr } = await fix(content);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.replaceAll(`${content}/`, '')).toContain(message);
    expect(stderr).toMatch(/\nNothing was changed\.\n$/);
    expect(state(content)).toEqual(before);
  });

  it.each([
    ['posts/tulips/index.md', 'posts/tulips/index.md', 0o444],
    ['posts', 'posts/roses.md', 0o555],
  ])('changes no file if %s is read-only', async (readOnly, file, mode) => {
    const content = folderWith({ ...SITE, 'posts/a/index.md': ROSES, [file]: TULIPS });
    const before = state(content);
    chmodSync(path.join(content, readOnly), mode);
    const { exitCode, stderr } = await fix(content);
    chmodSync(path.join(content, readOnly), 0o755);
    expect(exitCode).toBe(1);
    expect(stderr.replaceAll(`${content}/`, '')).toBe(
      `${readOnly} is read-only: change its permissions.\nNothing was changed.\n`,
    );
    expect(state(content)).toEqual(before);
  });

  it('keeps stdout for the JSON document', async () => {
    const content = folderWith({ ...SITE, 'posts/tulips.md': TULIPS });
    const { stdout, stderr } = await fix(content, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ command: 'check', exitCode: 0, problems: [] });
    expect(stderr).toContain('+publishDate: 2024-03-10');
  });
});
