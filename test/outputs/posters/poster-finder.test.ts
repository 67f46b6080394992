/** Pictures of videos: asked for once, with limits, and kept. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { FetchLimits } from '../../../src/lib/fetch-bytes.ts';
import { PosterFinder } from '../../../src/outputs/posters/poster-finder.ts';
import { png } from '../../support/pictures.ts';
import { temporaryFolder } from '../../support/scratch.ts';

let picture: Buffer;
let sign: Buffer;

beforeAll(async () => {
  [picture, sign] = await Promise.all([png(480, 360), png(120, 90)]);
});

const VIDEO = { id: 'a', images: ['https://pictures.test/large', 'https://pictures.test/small'] };
const DOCUMENT = { id: 'a', images: [], document: 'https://films.test/oembed' };

/** A web of these answers, and the addresses that were asked for. */
function web(answers: Readonly<Record<string, Buffer | string | Error>>) {
  const asked: string[] = [];
  const limits: FetchLimits[] = [];
  const fetch = (address: string, limit: FetchLimits): Promise<Buffer> => {
    asked.push(address);
    limits.push(limit);
    const answer = answers[address] ?? new Error('the server responded with status 404');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(Buffer.from(answer));
  };
  return { asked, limits, fetch };
}

it('are asked for once, the best first, and then taken from the cache', async () => {
  const folder = temporaryFolder();
  const { fetch, asked, limits } = web({ 'https://pictures.test/small': picture });
  const finder = new PosterFinder(folder, fetch);
  const [first, second] = await Promise.all([finder.find(VIDEO), finder.find(VIDEO)]);
  expect(second).toEqual(first);
  expect(asked).toEqual(VIDEO.images);
  // Only what is public, with limits on time and size.
  expect(limits[0]).toEqual({ timeout: 10_000, maxBytes: 5_000_000 });
  const offline = web({});
  const later = await new PosterFinder(folder, offline.fetch).find(VIDEO);
  expect(later).toEqual(first);
  expect(offline.asked).toEqual([]);
  if (!('file' in later)) throw new Error(later.reason);
  expect(later.name).toMatch(/^\w{16}\.png$/);
  expect(readFileSync(later.file).equals(picture)).toBe(true);
});

it('are restored if another program has changed the file', async () => {
  const folder = temporaryFolder();
  const { fetch } = web({ 'https://pictures.test/large': picture });
  const found = await new PosterFinder(folder, fetch).find(VIDEO);
  if (!('file' in found)) throw new Error(found.reason);
  writeFileSync(found.file, 'something else');
  await new PosterFinder(folder, fetch).find(VIDEO);
  expect(readFileSync(found.file).equals(picture)).toBe(true);
});

it('are found by a document that names them', async () => {
  const { fetch, asked } = web({
    'https://films.test/oembed': '{"thumbnail_url": "https://pictures.test/a.png"}',
    'https://pictures.test/a.png': picture,
  });
  const found = await new PosterFinder(temporaryFolder(), fetch).find(DOCUMENT);
  expect(found).toHaveProperty('file');
  expect(asked).toHaveLength(2);
});

it.each([
  ['no JSON', '<html>'],
  ['no picture', '{}'],
  ['an address that is not safe', '{"thumbnail_url": "file:///etc/passwd"}'],
])('are not asked for if the document has %s', async (_, document) => {
  const { fetch, asked } = web({ 'https://films.test/oembed': document });
  const found = await new PosterFinder(temporaryFolder(), fetch).find(DOCUMENT);
  expect(found).toEqual({ reason: 'the site names no picture' });
  expect(asked).toHaveLength(1);
});

it('are refused if they are something else, or a sign for a video that is gone', async () => {
  const reasons = [];
  for (const answer of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'words', sign]) {
    const { fetch } = web({ 'https://pictures.test/small': answer });
    reasons.push(await new PosterFinder(temporaryFolder(), fetch).find(VIDEO));
  }
  expect(reasons).toEqual([
    { reason: 'what came is no picture' },
    { reason: 'what came is no picture' },
    { reason: 'the site has only a sign in place of a picture' },
  ]);
});

it('are asked of a host that cannot be reached only once', async () => {
  const down = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  const { fetch, asked } = web({ 'https://pictures.test/large': down });
  const finder = new PosterFinder(temporaryFolder(), fetch);
  const other = { id: 'b', images: ['https://pictures.test/other'] };
  const failure = { host: 'pictures.test', reason: 'there is no server with that name' };
  expect([await finder.find(VIDEO), await finder.find(other)]).toEqual([failure, failure]);
  expect(asked).toHaveLength(1);
});
