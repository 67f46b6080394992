/** Someone who knows Eleventy can run it here, and gets the same site. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { OutputFolder, ROOT, buildSite, run } from '../support/build-site.ts';
import { temporaryFolder } from '../support/scratch.ts';

it('builds the same files byte for byte', async () => {
  const output = path.join(temporaryFolder(), 'out');
  const { exitCode, stderr } = await run(process.execPath, [
    ...['--import', 'tsx', 'node_modules/@11ty/eleventy/cmd.cjs'],
    ...['--config=.eleventy.ts', `--output=${output}`, '--quiet'],
  ]);
  expect(exitCode, stderr).toBe(0);
  const ours = await buildSite({ content: 'content' });
  expect(ours.exitCode, ours.stderr).toBe(0);
  const theirs = new OutputFolder(output).fingerprint();
  expect(theirs.size).toBeGreaterThan(20);
  expect(theirs).toEqual(ours.output.fingerprint());
});

it('takes its configuration from a file that only registers', () => {
  const lines = readFileSync(path.join(ROOT, '.eleventy.ts'), 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThan(40);
});
