/** Internal errors: context, stack and how to report them. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/build-site.ts';
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
  });
});
