/**
 * Takes a picture of a page of each kind, on screens of four widths, in light and dark, and makes a sheet of all of
 * them, `index.html`. Without `--content`, the sites are the project's own, one in two languages, and the posts of
 * `CORPUS_DIR` if there are any:
 *
 *     npm run screenshots -- [--content DIR] [--output DIR] [--only KIND,KIND]
 *
 * The pictures are named `SITE/KIND-WIDTH-LIGHT.png`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { corpusDir } from '../support/corpus.ts';
import { fixtureSite } from '../support/fixtures.ts';
import { contactSheet, type SheetPicture, type SheetSection } from './contact-sheet.ts';
import { pageKinds } from './page-kinds.ts';
import { withSite } from './site-for-script.ts';
import { newVisitor, Visit } from './visit.ts';

/** Pixels of a phone, a tablet, a notebook and a large screen, and the heights of their windows. */
const SCREENS = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
/** What most readers see comes first. */
const FIRST = ['home', 'post', 'long-post', 'pictures', 'page'];
const LIGHTS = ['light', 'dark'] as const;
/** Pixels; what is below is left out. */
const HIGHEST = 6000;

const { values } = parseArgs({
  options: {
    content: { type: 'string' },
    output: { type: 'string', default: 'screenshots' },
    only: { type: 'string' },
  },
});
const { content, output: folder } = values;
const only = values.only?.split(',');
const sites: [name: string, content: string | undefined][] =
  content === undefined
    ? [
        ['own', 'content'],
        ['two-languages', fixtureSite('two-languages')],
        ...(corpusDir === undefined ? [] : [['corpus', undefined] satisfies [string, undefined]]),
      ]
    : [[path.basename(path.resolve(content)), content]];
const sections: SheetSection[] = [];
for (const [name, source] of sites) {
  console.log(`Taking pictures of ${name}`);
  sections.push(await takePictures(name, source));
}
writeFileSync(path.join(folder, 'index.html'), contactSheet(sections));
console.log(`All pictures are on ${path.join(folder, 'index.html')}.`);

/** @param source content folder; default: the corpus */
async function takePictures(name: string, source: string | undefined): Promise<SheetSection> {
  mkdirSync(path.join(folder, name), { recursive: true });
  const rows: SheetSection['rows'][number][] = [];
  await withSite(source, async ({ output, origin, program }) => {
    const browser = await launchChromium(program);
    try {
      const page = await (await newVisitor(browser)).newPage();
      for (const [kind, address] of [...pageKinds(output)].toSorted(inOrder)) {
        if (only?.includes(kind) === false) continue;
        await Visit.to(page, origin + address);
        rows.push({ name: kind, address, pictures: await picturesOf(page, `${name}/${kind}`) });
      }
    } finally {
      await browser.close();
    }
  });
  return { name, rows };
}

function inOrder([one]: [string, string], [other]: [string, string]): number {
  const [first, second] = [one, other].map((kind) => FIRST.indexOf(kind) + 1 || FIRST.length + 1);
  return (first ?? 0) - (second ?? 0);
}

/** @param start of the files' names */
async function picturesOf(page: Page, start: string): Promise<SheetPicture[]> {
  const pictures: SheetPicture[] = [];
  for (const { width, height } of SCREENS) {
    await page.setViewportSize({ width, height });
    const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
    for (const colorScheme of LIGHTS) {
      await page.emulateMedia({ colorScheme });
      const file = `${start}-${width}-${colorScheme}.png`;
      await page.screenshot({
        path: path.join(folder, file),
        fullPage: true,
        clip: { x: 0, y: 0, width, height: Math.min(whole, HIGHEST) },
      });
      pictures.push({ file, name: `${width} ${colorScheme}`, width });
    }
  }
  return pictures;
}
