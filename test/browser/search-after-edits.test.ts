/** Search in Chromium, in an index that a build has made from that of the build before it. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { folderWith, temporaryFolder, writeFiles } from '../support/scratch.ts';
import { Visitor } from './visitor.ts';

/** With so many words that the index has several parts. */
function post(number: number, text: string): Record<string, string> {
  const words = Array.from({ length: 500 }, (_, index) => `w${(number * 500 + index) % 7000}`);
  const front = `title: Post ${number}\npublishDate: 2024-05-${10 + number}\ntags: [Tag ${number % 3}]`;
  return { [`posts/p${number}/index.md`]: `---\n${front}\n---\n\n${text} ${words.join(' ')}\n` };
}

/** Of the posts that are changed or taken out, by number. */
const OLD_WORDS: Readonly<Record<number, string>> = { 7: 'quince', 8: 'radish' };

async function buildTwice(): Promise<BuiltSite> {
  const posts = Array.from({ length: 18 }, (_, number) =>
    post(number, `Ladybird ${OLD_WORDS[number] ?? `plant${number}`}.`),
  );
  const content = folderWith(Object.assign({}, ...posts));
  writeFiles(content, {
    'site.yaml': `title: Garden\nurl: https://example.org/\nhost: ${HEADERS_HOST}\n`,
  });
  const order = { content, args: ['--cache', temporaryFolder('cache')] };
  built(await buildSite(order));
  rmSync(path.join(content, 'posts/p8'), { recursive: true });
  writeFiles(content, { ...post(7, 'Ladybird zucchini.'), ...post(18, 'Ladybird parsnip.') });
  const site = built(await buildSite(order));
  expect(site.stdout).toContain('Search: 2 texts indexed, 16 from the cache');
  return site;
}

describeWith(CHROMIUM, 'the search after posts have changed', (program) => {
  const visitor = new Visitor(program, buildTwice);

  it('finds the words of posts as they are now', async () => {
    const visit = await visitor.open('/search/');
    const { page } = visit;
    const found = page.locator('.search-results > li > a');
    const texts = () => found.allTextContents();
    const shows = async (words: string, titles: readonly string[]): Promise<void> => {
      await page.getByRole('searchbox').fill(words);
      await expect.poll(texts, { message: words }).toEqual(titles);
    };
    await shows('plant0', ['Post 0']);
    await shows('plant17', ['Post 17']);
    await shows('zucchini', ['Post 7']);
    await shows('quince', []);
    await shows('parsnip', ['Post 18']);
    await shows('radish', []);
    await shows('"ladybird plant9"', ['Post 9']);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Tag', { exact: true }).selectOption('Tag 0');
    await expect.poll(texts).toEqual([18, 15, 12, 9, 6, 3, 0].map((number) => `Post ${number}`));
    expect(visitor.output.files().filter((file) => file.endsWith('.pf_index'))).toHaveLength(2);
    expect(await visit.faults()).toEqual([]);
    await page.close();
  });
});
