/** A mistake in the program itself: which page it met, where it is, and how to report it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkResolver } from '../../src/addresses/resolver.ts';
import { finishJobs, parseJob } from '../../src/build/body-renderer.ts';
import { run } from '../support/build-site.ts';
import { links as linksOf } from '../support/redirects.ts';
import { copyProject } from '../support/project-copy.ts';

describe('an internal error', () => {
  it('exits with 3 and prints the page, the stack and what to do', async () => {
    const project = copyProject();
    const template = path.join(project, 'templates/pages/post.11ty.tsx');
    const source = readFileSync(template, 'utf8');
    writeFileSync(
      template,
      source.replace(/^export function render\(.*\{$/m, "$&\n  throw new Error('Unexpected.');"),
    );
    const { exitCode, stdout, stderr } = await run(process.execPath, ['src/start.mjs', 'build'], {
      cwd: project,
    });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^internal error .*post\.11ty\.tsx, writing .*index\.html\)$/m);
    expect(stderr).toMatch(/^ +at /m);
    expect(stderr).toContain('To do: Report it');
    expect(stderr).toContain(`Node.js ${process.version}`);
    expect(exitCode).toBe(3);
  }, 60_000);

  it('names the file of the post being rendered', async () => {
    const body = { file: 'posts/a/index.md', files: [], markdown: 'Words.', language: 'en' };
    const broken = {
      ...body,
      get markdown(): string {
        throw new Error('Nobody expected this.');
      },
    };
    expect(() => parseJob({ source: broken, description: undefined })).toThrow(
      'Nobody expected this. (while working on posts/a/index.md)',
    );
    const job = parseJob({ source: { ...body, markdown: '[a](/b/)' }, description: undefined });
    const urls = new Map([[body.file, 'https://example.org/a/']]);
    const links = {
      ...linksOf(),
      get basePath(): string {
        throw new Error('Nor this.');
      },
    };
    await expect(
      finishJobs([job], { links, urls, wanted: 'page' }, linkResolver(links)),
    ).rejects.toThrow('Nor this. (while working on posts/a/index.md)');
  });
});
