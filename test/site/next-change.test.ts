/** When a site changes without an edit. */
import { expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.ts';
import { folderWith } from '../support/scratch.ts';

function post(date: string): string {
  return `---\ntitle: A\npublishDate: ${date}\n---\n\nWords.\n`;
}

function until(day: string): string {
  return `announcement: { text: Hello, until: ${day} }\n`;
}

const NOW = Date.UTC(2025, 5, 15);

async function validUntil(posts: readonly string[], announcement = ''): Promise<number> {
  const files = posts.map((date, index) => [`posts/a${index}/index.md`, post(date)]);
  const site = `title: A\nurl: https://a.example/\ntimeZone: UTC\n${announcement}`;
  const contentDir = folderWith({ 'site.yaml': site, ...Object.fromEntries(files) });
  const options = { contentDir, publicDir: folderWith({}), drafts: false, now: NOW };
  return (await loadSite(options)).validUntil;
}

it('is never for posts that are all published', async () => {
  expect(await validUntil(['2024-01-01'])).toBe(Infinity);
});

it('is when the next post is due', async () => {
  const dates = ['2024-01-01', '2025-08-01', '2025-07-01T12:00:00Z'];
  expect(await validUntil(dates)).toBe(Date.UTC(2025, 6, 1, 12));
});

it('is when the last day of an announcement begins, and at once on that day', async () => {
  expect(await validUntil([], until('2025-07-02'))).toBe(Date.UTC(2025, 6, 2));
  expect(await validUntil([], until('2025-06-15'))).toBe(NOW);
  expect(await validUntil([], until('2025-06-14'))).toBe(Infinity);
});
