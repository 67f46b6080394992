/**
 * `npm run page-font -- literata`: makes the serif of pages from an installed package of Fontsource:
 * an upright variable font for text and headings and a light italic, each in files by script. Cards use the upright one.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import subsetFont from 'subset-font';
import * as z from 'zod';
import { codePointsOf } from '../../src/outputs/brand/code-points.ts';
import { tableOf } from '../../src/outputs/brand/sfnt.ts';
import { rangesOf, writtenRanges } from './character-ranges.ts';

const [name = ''] = process.argv.slice(2);
const source = join('node_modules/@fontsource-variable', name);
const target = 'public/fonts';
if (name === '' || !existsSync(source)) {
  console.error(`Run \`npm install --no-save @fontsource-variable/${name || 'NAME'}\` first.`);
  process.exit(1);
}

/** What each file is for; a character of several files is taken from the last. */
const SCRIPTS = {
  latin:
    'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212',
  'latin-ext': 'U+100-130,U+132-151,U+154-2BA,U+2BD-2C5,U+2C7-2D9,U+1E00-1E9F,U+20A0-20AB',
  vietnamese: 'U+1A0-1A1,U+1AF-1B0,U+300-301,U+303,U+309,U+323,U+1EA0-1EF9',
  cyrillic: 'U+400-45F,U+490-491,U+2116',
  greek: 'U+370-3FF',
};
/** Rare on pages, where the system has a font for them; cards have no other. */
const ON_CARDS = {
  'cyrillic-ext': 'U+460-52F,U+20B4',
  'greek-ext': 'U+1F00-1FFF',
  'latin-ext': 'U+2020,U+20AD-20C0,U+2113',
};
/** Kerning, accents, ligatures and figures; no small capitals, which pages do not use. */
const FEATURES = ['ccmp', 'kern', 'liga', 'lnum', 'locl', 'mark', 'mkmk', 'onum', 'pnum', 'tnum'];
/** Of text and of headings. Emphasis within headings is rare, and not worth 14 KB. */
const STYLES = [
  { style: 'normal', weight: '400 600', axes: { wght: { min: 400, max: 600 } } },
  { style: 'italic', weight: '400', axes: { wght: 400 } },
];

mkdirSync(target, { recursive: true });
const cards = join('src/outputs/social-images/fonts', name);
mkdirSync(cards, { recursive: true });
const faces = [];
const onCards: [file: string, characters: string][] = [];
for (const { style, weight, axes } of STYLES) {
  for (const [script, range] of Object.entries(SCRIPTS)) {
    const bytes = await reduced(script, range, style, axes);
    const file = `${name}-${script}${style === 'italic' ? '-italic' : ''}.woff2`;
    writeFileSync(join(target, file), bytes);
    faces.push({ file, script, range, weight, style });
    if (style === 'normal')
      onCards.push([join(relative(cards, target), file), await presentIn(bytes, range)]);
  }
}
for (const [script, range] of Object.entries(ON_CARDS)) {
  const bytes = await reduced(script, range, 'normal', { wght: { min: 400, max: 600 } });
  writeFileSync(join(cards, `${script}.woff2`), bytes);
  onCards.push([`${script}.woff2`, await presentIn(bytes, range)]);
}
copyFileSync(join(source, 'LICENSE'), join(target, `${name}-OFL.txt`));
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')));
writeFileSync(
  'src/outputs/brand/page-font.json',
  `${JSON.stringify({ name, version, faces }, null, 2)}\n`,
);
const manifest = { version, files: Object.fromEntries(onCards) };
writeFileSync(join(cards, 'font.json'), `${JSON.stringify(manifest, null, 2)}\n`);

type Axes = NonNullable<Parameters<typeof subsetFont>[2]['variationAxes']>;

async function reduced(
  script: string,
  range: string,
  style: string,
  variationAxes: Axes,
): Promise<Buffer> {
  const font = readFileSync(join(source, `files/${name}-${script}-wght-${style}.woff2`));
  return subsetFont(font, charactersIn(range), {
    ...{ targetFormat: 'woff2', keepFeatures: FEATURES, variationAxes, noHinting: true },
  });
}

/** What a font has after all, for cards, which draw no letter that it lacks. */
async function presentIn(font: Buffer, range: string): Promise<string> {
  const plain = await subsetFont(font, charactersIn(range), { targetFormat: 'truetype' });
  return writtenRanges(codePointsOf(tableOf(plain, 'cmap')));
}

/** @param ranges `U+0-FF,U+131` */
function charactersIn(ranges: string): string {
  const points = rangesOf(ranges).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  return String.fromCodePoint(...points);
}
