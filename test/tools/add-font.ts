/**
 * `npm run add-font -- noto-serif-kr`: copies what social cards need of an
 * installed Fontsource package to the fonts of the cards, with the characters of each file.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as z from 'zod';

/** Subsets that Source Serif and Source Sans cover for every other family. */
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
).filter(([subset]) => name.startsWith('source-') || !COVERED.test(subset));
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const files = subsets.map(([subset, declared]) => {
  const plain = subset.replace(/[[\]]/g, '');
  const file = join(source, 'files', `${name}-${plain}-${weight}-normal`);
  copyFileSync(`${file}.woff2`, join(target, `${plain}.woff2`));
  const present = codePoints(cmapOf(readFileSync(`${file}.woff`)));
  return [`${plain}.woff2`, toRanges(present.filter(isIn(declared)))];
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

/** https://learn.microsoft.com/en-us/typography/opentype/spec/cmap */
function codePoints(cmap: Buffer): number[] {
  const points = new Set<number>();
  for (let record = 4; record < 4 + cmap.readUInt16BE(2) * 8; record += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(record + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(table, points);
    else if (format === 12) addGroups(table, points);
  }
  return [...points].toSorted((a, b) => a - b);
}

/** Format 4: characters of up to 16 bits. */
function addSegments(table: Buffer, points: Set<number>): void {
  const size = table.readUInt16BE(6);
  for (let offset = 14; offset < 14 + size; offset += 2) {
    const end = table.readUInt16BE(offset);
    const start = table.readUInt16BE(offset + size + 2);
    const delta = table.readUInt16BE(offset + 2 * size + 2);
    const at = offset + 3 * size + 2;
    const range = table.readUInt16BE(at);
    for (let point = start; point <= end && point < 0xffff; point++) {
      const glyph = range === 0 ? point : table.readUInt16BE(at + range + 2 * (point - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) points.add(point);
    }
  }
}

/** Format 12: all of Unicode. */
function addGroups(table: Buffer, points: Set<number>): void {
  for (let group = 16; group < 16 + table.readUInt32BE(12) * 12; group += 12) {
    const end = table.readUInt32BE(group + 4);
    for (let point = table.readUInt32BE(group); point <= end; point++) points.add(point);
  }
}

/** @param declared `U+0100-02BA,U+20AC`, which leaves out letters that every subset repeats */
function isIn(declared: string): (point: number) => boolean {
  const ranges = declared.split(',').map((range) => {
    const [first = '', last = first] = range.replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (point) => ranges.some(([first, last]) => point >= first && point <= last);
}

/** `20-7e,a0` */
function toRanges(points: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges
    .map((range) => [...new Set(range)].map((point) => point.toString(16)).join('-'))
    .join(',');
}
