/** The same content gives the same site: wherever and whenever it is built. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite, built } from '../support/build-site.ts';
import { corpusSite, sharedCorpusContent } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { rmSync } from 'node:fs';

describeWithCorpus('the site of the corpus', (corpus) => {
  let first: Map<string, string>;
  const folders: string[] = [];

  beforeAll(async () => {
    first = built(await corpusSite(corpus)).output.fingerprint();
  });

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['twice in a row', { TZ: 'UTC', LC_ALL: 'C.UTF-8' }],
    [
      'west of Greenwich',
      { TZ: 'America/Los_Angeles', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
    ],
  ])('is the same byte for byte: %s', async (_where, env) => {
    const { exitCode, stderr, output } = await buildSite({ content: sharedCorpusContent(), env });
    folders.push(output.path);
    expect(exitCode, stderr).toBe(0);
    expect(first.size).toBeGreaterThan(2000);
    expect(output.fingerprint()).toEqual(first);
  });
});
