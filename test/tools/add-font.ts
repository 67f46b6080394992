/**
 * `npm run add-font -- noto-serif-kr`: copies what social cards need of an
 * installed Fontsource package to the fonts of the cards, with the characters of each file.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as z from 'zod';
import { codePointsOf, type CodePoints } from '../../src/outputs/brand/code-points.ts';
import { rangesOf, writtenRanges } from './character-ranges.ts';

/** Subsets that Literata covers for every other family. */
const COVERED = /^(latin|cyrillic|greek|vietnamese|math|symbols)/;

const [name = '', weight = '600'] = process.argv.slice(2);
const source = join('node_modules/@fontsource', name);
const target = join('src/outputs/social-images/fonts', name);
if (name === '' || !existsSync(source)) {
  console.error(`Run \`npm install --no-save @fontsource/${name || 'NAME'}\` first.`);
  process.exit(1);
}

const subsets = Object.entries(
  z.record(z.string(), z.string()).parse(readJson('unicode.json')),
).filter(([subset]) => !COVERED.test(subset));
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const files = subsets.map(([subset, declared]) => {
  const plain = subset.replace(/[[\]]/g, '');
  const file = join(source, 'files', `${name}-${plain}-${weight}-normal`);
  copyFileSync(`${file}.woff2`, join(target, `${plain}.woff2`));
  const present = codePointsOf(cmapOf(readFileSync(`${file}.woff`)));
  return [`${plain}.woff2`, writtenRanges(inBoth(present, rangesOf(declared)))];
});
copyFileSync(join(source, 'LICENSE'), join(target, 'LICENSE'));
const { version } = z.object({ version: z.string() }).parse(readJson('package.json'));
writeFileSync(
  join(target, 'font.json'),
  `${JSON.stringify({ version, weight: Number(weight), files: Object.fromEntries(files) }, null, 2)}\n`,
);

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(source, file), 'utf8'));
}

/** The character map in a WOFF file. https://www.w3.org/TR/WOFF/#OverallStructure */
function cmapOf(woff: Buffer): Buffer {
  for (let entry = 44; entry < 44 + woff.readUInt16BE(12) * 20; entry += 20) {
    if (woff.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const start = woff.readUInt32BE(entry + 4);
    const [packed, length] = [woff.readUInt32BE(entry + 8), woff.readUInt32BE(entry + 12)];
    const table = woff.subarray(start, start + packed);
    return packed < length ? inflateSync(table) : table;
  }
  throw new Error('The font has no character map.');
}

/** What two lists have in common: a subset of Fontsource has letters of others too, and declares more than it has. */
function inBoth(some: readonly CodePoints[], others: readonly CodePoints[]): CodePoints[] {
  return some.flatMap(([first, last]) =>
    others
      .map(([from, to]) => [Math.max(first, from), Math.min(last, to)] as const)
      .filter(([from, to]) => from <= to)
      .toSorted(([a], [b]) => a - b),
  );
}
