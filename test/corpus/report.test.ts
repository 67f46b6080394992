/** The report on the corpus. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { run } from '../support/build-site.ts';
import { corpusContent, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { parsePage, type Document } from '../support/dom.ts';
import { rowsOf, summaryOf } from '../support/report-page.ts';
import { temporaryFolder } from '../support/scratch.ts';

describeWithCorpus('the report on the corpus', (corpus) => {
  const posts = [...expectations(corpus)].map(([slug, post]) => ({ slug, ...post }));
  let content: string;
  let page: Document;

  beforeAll(async () => {
    const folder = temporaryFolder();
    content = corpusContent(corpus, path.join(folder, 'content'));
    const file = path.join(folder, 'report.html');
    const flags = ['--content', content, '--report', file];
    const outcome = await run(process.execPath, ['src/start.mjs', 'check', ...flags]);
    if (outcome.exitCode !== 0) throw new Error(`The check failed:\n${outcome.stderr}`);
    page = parsePage(readFileSync(file, 'utf8'));
  });

  it('lists every old address with its post and the line that defines it', () => {
    const rows = rowsOf(page, 'From legacyUrl of posts and pages');
    expect(rows.map((row) => row.slice(0, 3)).toSorted()).toEqual(
      posts.map(({ legacyUrl, url }) => [legacyUrl, url, '301']).toSorted(),
    );
    for (const [from = '', , , place = ''] of rows) expect(lineAt(place), place).toContain(from);
  });

  it("lists Blogger's archives, labels and feeds", () => {
    const all = rowsOf(page, 'Built in for the old platform').map(([from]) => from ?? '');
    expect(all.filter((from) => /^\/\d{4}_\d\d_01_archive\.html$/.test(from))).toHaveLength(219);
    expect(all.filter((from) => from.startsWith('/search/label/'))).toHaveLength(157);
    expect(all).toContain('/feeds/posts/default');
    expect(rowsOf(page, 'Posts without an old address')).toEqual([]);
  });

  it('shows the new target of each link to the old blog', () => {
    const rows = rowsOf(page, 'Links rewritten to the new address').map(
      ([place = '', written = '', target = '']) => ({ place, written, target }),
    );
    const wanted = posts.flatMap(({ self }) => self);
    expect(wanted).toHaveLength(459);
    expect(rows.length + rowsOf(page, 'Links that stay as written').length).toBe(459);
    for (const { href, target } of wanted.filter((link) => link.target !== null))
      expect(rows).toContainEqual(expect.objectContaining({ written: href, target }));
    const others = rows.filter(({ target }) => !/^\/\d{4}\/\d\d\/[^/]+\//.test(target));
    expect(count(others.map(({ target }) => target))).toEqual({
      '/': 11,
      '/2015/06/': 2,
      '/tags/pypi/': 2,
    });
    for (const { place, written } of rows) expect(lineAt(place), place).toContain(written);
  });

  it.each([
    // 396 with nothing in it, and three that have none.
    ['Images with an empty or missing description', 399],
    ['Links without text, removed', 19],
    // Four of the 36 hold an image, which stays.
    ['Headings without text, removed', 32],
    ['Code without a language', 16],
    ['link-scheme-missing', 3],
    ['link-scheme', 2],
    ['Links to Blogger itself', 12],
    ['Images hosted by Blogger', 21],
    ['Posts without a description', 0],
  ])('has a table %s with %i rows', (title, rows) => {
    expect(rowsOf(page, title)).toHaveLength(rows);
  });

  it('notes the two tags that look alike', () => {
    expect(rowsOf(page, 'Similar tags').map(([, ...tags]) => tags)).toEqual([
      ['microbit', 'micro:bit'],
    ]);
  });

  it('counts everything', () => {
    expect(summaryOf(page)).toMatchObject({
      Errors: 0,
      'Links to the old blog': 459,
      'Images without a description': 399,
    });
  });
});

/** The line of a file that a row names. */
function lineAt(place: string): string {
  const [, file = '', line = ''] = /^(.+):(\d+)$/.exec(place) ?? [];
  return readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? '';
}

function count(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
