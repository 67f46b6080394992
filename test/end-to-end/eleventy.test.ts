/** Eleventy's own command builds the same site. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { EXAMPLE, OutputFolder, ROOT, buildSite, run } from '../support/build-site.ts';
import { copyProject } from '../support/project-copy.ts';
import { temporaryFolder } from '../support/scratch.ts';

it('builds byte for byte the same files', async () => {
  const output = path.join(temporaryFolder(), 'out');
  const args = ['run', 'eleventy', '--', `--output=${output}`, '--quiet'];
  const { exitCode, stderr } = await run('npm', args, { cwd: copyProject() });
  expect(exitCode, stderr).toBe(0);
  const ours = await buildSite({ content: EXAMPLE });
  expect(ours.exitCode, ours.stderr).toBe(0);
  const theirs = new OutputFolder(output).fingerprint();
  expect(theirs.size).toBeGreaterThan(20);
  expect(theirs).toEqual(ours.output.fingerprint());
});

it('passes every page through Eleventy plugins and transforms', async () => {
  const project = copyProject();
  const file = path.join(project, '.eleventy.ts');
  const base =
    "config.addPlugin((await import('@11ty/eleventy')).HtmlBasePlugin, { baseHref: '/blog/' });";
  // So slow that Eleventy would say so.
  const wait = 'for (const end = Date.now() + 5; Date.now() < end; );';
  const mark = `config.addTransform('mark', (html: string) => {
    ${wait}
    return html + '<!-- marked -->';
  });`;
  const source = readFileSync(file, 'utf8');
  const home = async (steps: string): Promise<string> => {
    writeFileSync(file, source.replace('perennial(build));', `$&\n${steps}`));
    const built = await run(process.execPath, ['src/start.mjs', 'build'], { cwd: project });
    expect(built.exitCode, built.stderr).toBe(0);
    expect(built.stderr).not.toContain('Benchmark');
    return readFileSync(path.join(project, '_site/index.html'), 'utf8');
  };
  expect(await home(base)).toContain(' href="/blog/archive/"');
  const both = await home(base + mark);
  expect(both).toContain(' href="/blog/archive/"');
  expect(both).toContain('<!-- marked -->');
  const plain = await home('');
  expect(plain).toContain(' href="/archive/"');
  expect(plain).not.toContain('<!-- marked -->');
});

it('has a configuration file that only registers the plugin', () => {
  const lines = readFileSync(path.join(ROOT, '.eleventy.ts'), 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThan(40);
});
