/** The corpus builds to the same bytes anywhere, at any time, with any cache. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { corpusSite, sharedCorpusContent } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { filesBelow, temporaryFolder } from '../support/scratch.ts';

const UTC = { TZ: 'UTC', LC_ALL: 'C.UTF-8' };
const ELSEWHERE = { TZ: 'America/Los_Angeles', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' };

describeWithCorpus('the site of the corpus', (corpus) => {
  let first: Map<string, string>;
  const cache = temporaryFolder('cache');
  const folders = [cache];

  const build = async (
    env: Readonly<Record<string, string>>,
    ...args: string[]
  ): Promise<BuiltSite> => {
    const site = built(await buildSite({ content: sharedCorpusContent(), env, args }));
    folders.push(site.output.path);
    return site;
  };

  beforeAll(async () => {
    first = built(await corpusSite(corpus)).output.fingerprint();
  });

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('is byte for byte the same twice in a row', async () => {
    expect(first.size).toBeGreaterThan(2000);
    expect((await build(UTC)).output.fingerprint()).toEqual(first);
  });

  it('is the same west of Greenwich and without a cache', async () => {
    const { stdout, output } = await build(ELSEWHERE, '--cache', cache);
    expect(stdout).toMatch(/^Texts: 7\d\d rendered, 0 from the cache/m);
    expect(stdout).toMatch(/^Images: 4\d\d resized, /m);
    expect(stdout).toMatch(/^Cards: 7\d\d rendered, 0 from the cache/m);
    expect(stdout).toMatch(/^Search: 7\d\d texts indexed/m);
    expect(output.fingerprint()).toEqual(first);
  });

  it('is the same with a damaged cache shared by two builds', async () => {
    for (const [index, file] of filesBelow(cache).entries()) {
      if (index % 4 !== 0) continue;
      const bytes = readFileSync(file);
      const at = (index * 7919) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    }
    const pair = await Promise.all([build(UTC, '--cache', cache), build(UTC, '--cache', cache)]);
    for (const { output } of pair) expect(output.fingerprint()).toEqual(first);
  });
});
