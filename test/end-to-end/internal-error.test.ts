/** Internal errors: context, stack and how to report them. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkResolver } from '../../src/addresses/resolver.ts';
import { finishAll, parseAll } from '../../src/build/render-bodies.ts';
import { run } from '../support/build-site.ts';
import { links as linksOf } from '../support/redirects.ts';
import { copyProject } from '../support/project-copy.ts';

describe('an internal error', () => {
  it('exits with 3 and prints the stack and what to do', async () => {
    const project = copyProject();
    const file = path.join(project, 'src/outputs/feeds/feed-files.ts');
    const source = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      source.replace(
        /^export function\* feedFiles\([^{]*\{$/m,
        "$&\n  throw new Error('Unexpected.');",
      ),
    );
    const { exitCode, stdout, stderr } = await run(process.execPath, ['src/start.mjs', 'build'], {
      cwd: project,
    });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^internal error .*Unexpected\./m);
    expect(stderr).toMatch(/^ +at /m);
    expect(stderr).toContain('To do: Report it');
    expect(stderr).toContain(`Node.js ${process.version}`);
    expect(exitCode).toBe(3);
  }, 60_000);

  it('names the file of the post being rendered', async () => {
    const body = {
      ...{ file: 'posts/a/index.md', files: [], markdown: 'Words.', language: 'en' },
      description: undefined,
    };
    const broken = {
      ...body,
      get markdown(): string {
        throw new Error('Nobody expected this.');
      },
    };
    expect(() => parseAll([broken])).toThrow(
      'Nobody expected this. (while processing posts/a/index.md)',
    );
    const parsed = parseAll([{ ...body, markdown: '[a](/b/)' }]);
    const urls = new Map([[body.file, 'https://example.org/a/']]);
    const links = {
      ...linksOf(),
      get basePath(): string {
        throw new Error('Nor this.');
      },
    };
    await expect(
      finishAll(parsed, { links, urls, wanted: 'page' }, linkResolver(links)),
    ).rejects.toThrow('Nor this. (while processing posts/a/index.md)');
  });
});
