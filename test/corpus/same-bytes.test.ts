/** The corpus builds to the same bytes anywhere, at any time, with any cache. */
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT, buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { corpusSite, sharedCorpusContent } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { filesBelow, temporaryFolder } from '../support/scratch.ts';

const UTC = { TZ: 'UTC', LC_ALL: 'C.UTF-8' };
const ELSEWHERE = { TZ: 'America/Los_Angeles', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' };

/** One of so many files is damaged. The few of `texts` hold front matter too. */
const damagedShare = (kind: string): number => (kind === 'texts' ? 2 : 12);

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

  it('is the same west of Greenwich, with nothing but images in the cache', async () => {
    // Encoding all of them again would take half of the time.
    for (const file of filesBelow(path.join(ROOT, '.cache/images')))
      if (isEntry(file))
        cpSync(file, path.join(cache, path.relative(path.join(ROOT, '.cache'), file)));
    expect(first.size).toBeGreaterThan(2000);
    const { stdout, output } = await build(ELSEWHERE, '--cache', cache);
    expect(stdout).toMatch(/^Texts: 7\d\d rendered, 0 from the cache/m);
    expect(stdout).toMatch(/^Images: 0 resized, 4\d\d from the cache/m);
    expect(stdout).toMatch(/^Cards: 7\d\d rendered, 0 from the cache/m);
    expect(stdout).toMatch(/^Search: 7\d\d texts indexed/m);
    expect(output.fingerprint()).toEqual(first);
  });

  it('is the same with a damaged cache shared by two builds', async () => {
    for (const kind of readdirSync(cache)) damageSome(path.join(cache, kind), damagedShare(kind));
    const pair = await Promise.all([UTC, ELSEWHERE].map((env) => build(env, '--cache', cache)));
    // What one has repaired, the other may find.
    const said = pair.map(({ stdout }) => stdout).join('');
    expect(said).toMatch(/^Texts: [1-9]\d* rendered/m);
    expect(said).toMatch(/^Cards: [1-9]\d* rendered/m);
    expect(said).toMatch(/^Search: 7\d\d texts indexed/m);
    for (const { output } of pair) expect(output.fingerprint()).toEqual(first);
  });
});

/** The names of files that a build is writing have an extension. */
function isEntry(file: string): boolean {
  return path.extname(file) === '';
}

/** Changes a bit of the first file, and of one in so many after it. */
function damageSome(folder: string, share: number): void {
  for (const [index, file] of filesBelow(folder).toSorted().entries()) {
    if (index % share !== 0) continue;
    const bytes = readFileSync(file);
    const at = (index * 7919) % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }
}
