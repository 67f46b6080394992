/** Cards and their cache. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { TITLE_SIZES } from '../../../src/outputs/social-images/layout.ts';
import { writeCards, type CardStats } from '../../../src/outputs/social-images/publish.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { writeFile } from '../../../src/publish/writer.ts';
import { temporaryFolder } from '../../support/scratch.ts';
import { colours, logo } from './palette.ts';

const LITERATA = readFileSync('public/fonts/literata-latin.woff2');
const COVER = {
  ...{ source: 'a.jpg', hash: '1', type: 'jpg' as const, width: 1, height: 1, frames: 1 },
};
const items = ['One', 'Two \u{1f389}', 'Three \ua015'].map((title, index) => ({
  path: `/cards/2021/${index}.png`,
  title,
  byline: 'By Ann',
  date: 'April 6, 2021',
  cover: undefined,
}));
const cards = { site: 'The garden', colours, logo, fonts: [], items };

async function build(cache: string, changed = {}): Promise<CardStats & { files: string[] }> {
  const outputDir = temporaryFolder();
  const order = { cards: { ...cards, ...changed }, cache };
  const write = (file: string, bytes: Buffer): void =>
    writeFile({ folder: outputDir }, file, bytes);
  const stats = await writeCards(order, write, () => Promise.resolve(undefined));
  const files = order.cards.items.map((item) =>
    readFileSync(path.join(outputDir, item.path), 'base64'),
  );
  return { ...stats, files };
}

it('are drawn once, and taken from the cache from then on', async () => {
  const cache = temporaryFolder();
  const first = await build(cache);
  expect(first).toMatchObject({
    rendered: 3,
    cached: 0,
    untitled: ['/cards/2021/2.png'],
    missing: ['\ua015'],
  });
  const second = await build(cache);
  expect(second).toMatchObject({
    rendered: 0,
    cached: 3,
    untitled: ['/cards/2021/2.png'],
    missing: ['\ua015'],
  });
  expect(second.files).toEqual(first.files);
});

it.each([
  ['name of the site', { site: 'The orchard' }],
  ['colours', { colours: { ...colours, accent: '#000000' } }],
  ['logo', { logo: undefined }],
  ['font', { fonts: [{ bytes: LITERATA, characters: [] }] }],
  ['format', { items: items.map((item) => ({ ...item, path: item.path.replace('png', 'jpg') })) }],
  ['cover', { items: items.map((item) => ({ ...item, cover: COVER })) }],
])('are drawn again with another %s', async (_, changed) => {
  const cache = temporaryFolder();
  await build(cache);
  expect(await build(cache, changed)).toMatchObject({ rendered: 3, cached: 0 });
});

it('are drawn again by another version of the renderer', async () => {
  const cache = temporaryFolder();
  await build(cache);
  const version = manifest.dependencies['@takumi-rs/core'];
  manifest.dependencies['@takumi-rs/core'] = '0.0.0';
  expect(await build(cache)).toMatchObject({ rendered: 3, cached: 0 });
  manifest.dependencies['@takumi-rs/core'] = version;
});

it('are drawn again with other sizes of the title', async () => {
  const cache = temporaryFolder();
  await build(cache);
  TITLE_SIZES.push(30);
  expect(await build(cache)).toMatchObject({ rendered: 3, cached: 0 });
  TITLE_SIZES.pop();
});

it('are the same when the cache is damaged, cut short, gone or not to be written', async () => {
  const cache = temporaryFolder();
  const { files } = await build(cache);
  for (const [index, file] of cacheFiles(cache).entries()) {
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, index === 0 ? bytes.subarray(0, at) : bytes);
  }
  expect(await build(cache)).toMatchObject({ rendered: 3, files });
  expect(await build(cache)).toMatchObject({ cached: 3, files });
  const file = path.join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');
  expect(await build(file)).toMatchObject({ rendered: 3, files });
});

it('are the same when several builds share a cache', async () => {
  const { files } = await build(temporaryFolder());
  const cache = temporaryFolder();
  const builds = await Promise.all([build(cache), build(cache)]);
  expect(builds.map((stats) => stats.files)).toEqual([files, files]);
  expect(builds.map(({ rendered, cached }) => rendered + cached)).toEqual([3, 3]);
});

function cacheFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name));
}
