/** Content that cannot be built: everything wrong is said at once, and nothing is changed. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder, ROOT, buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { fixtureSite, invalidSite } from '../support/fixtures.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const SITES = path.join(ROOT, 'test/fixtures/sites-invalid');

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

  it.each(readdirSync(SITES))('%s: says what is wrong, where, and what to do', async (name) => {
    const { stderr } = await refuse(invalidSite(name));
    await expect(stderr).toMatchFileSnapshot(path.join(SITES, name, 'message.txt'));
  });

  it('runs no JavaScript that stands in front matter', async () => {
    const sideEffect = path.join(temporaryFolder(), 'ran.txt');
    await refuse(invalidSite('javascript-front-matter'), { PERENNIAL_SIDE_EFFECT: sideEffect });
    expect(existsSync(sideEffect)).toBe(false);
  });

  it('is named when it does not exist', async () => {
    const { stderr } = await refuse('no/such/folder');
    expect(stderr).toMatchInlineSnapshot(`
      "error content-missing
        no/such/folder
        There is no such content folder.
        To do: Create it, or name another one with \`--content DIR\`.

      warning site-missing
        no/such/folder/site.yaml
        There is no \`site.yaml\`; the site is built with default settings.
        To do: Create it with at least \`title: ...\` and \`url: ...\`.

      1 error. Nothing was published.
      "
    `);
  });

  it('may nest quotes too deeply to be read, and is told so', async () => {
    const content = folderWith({
      'site.yaml': 'title: Deep\n',
      'posts/deep/index.md': `---\ntitle: Deep\npublishDate: '2023-01-01'\n---\n\n${'>'.repeat(6000)} bottom\n`,
    });
    const { stderr } = await refuse(content);
    expect(stderr).toContain('error body-too-nested');
    expect(stderr).toContain('posts/deep/index.md');
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('is understood as well when it is large enough for two threads', async () => {
    const posts = Array.from({ length: 300 }, (_, index) => [
      `posts/p${index}/index.md`,
      `---\ntitle: T\npublishDate: '2023-02-03'\n---\n\nOne.\n\n${index % 100 === 0 ? '![](../x.png)' : 'Two.'}\n`,
    ]);
    const deep = `---\ntitle: T\npublishDate: '2023-02-03'\n---\n\n${'>'.repeat(6000)}\n`;
    const content = folderWith({
      'site.yaml': 'title: Large\n',
      ...Object.fromEntries(posts),
      'posts/deep/index.md': deep,
    });
    const { stderr } = await refuse(content);
    expect(stderr).toContain('4 errors. Nothing was published.');
    for (const index of [0, 100, 200]) expect(stderr).toContain(`p${index}/index.md:8:5`);
    expect(stderr).toContain('error body-too-nested');
  });

  it('may hold a thousand mistakes of one kind, which fit on a screen or two', async () => {
    const posts = Array.from({ length: 300 }, (_, index) => [
      `posts/p${String(index).padStart(3, '0')}/index.md`,
      "---\ntitle: T\npublishDate: '2023-02-30'\n---\n\nText.\n",
    ]);
    const content = folderWith({ 'site.yaml': 'title: Many\n', ...Object.fromEntries(posts) });
    const { stderr } = await refuse(content);
    expect(stderr).toContain('300 errors. Nothing was published.');
    for (let index = 0; index < 300; index++)
      expect(stderr).toContain(`p${String(index).padStart(3, '0')}/index.md:3:1`);
    expect(stderr.split('\n').length).toBeLessThan(450);
  });
});
