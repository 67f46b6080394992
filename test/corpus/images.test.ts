/** Images of the corpus in Chromium: all load, none shifts the layout, none is larger than needed. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { OutputFolder } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { corpusSite } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { elements, withClass, type Document } from '../support/dom.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { Visitor } from '../browser/visitor.ts';

/** Of a page with small images only, whose versions are far apart. */
const FEW_BYTES = 2000;

const Images = z.array(
  z.object({
    address: z.string(),
    original: z.string(),
    isThere: z.boolean(),
    /** Pixels of the page. */
    width: z.number(),
    moved: z.number(),
  }),
);
type Shown = z.output<typeof Images>[number];

/** Loads every image of the site on a page, however far down it is. */
const LOOK = `(async () => {
  const sheets = [...document.querySelectorAll('link[rel="stylesheet"]')];
  await Promise.all(sheets.map((link) => link.sheet ?? new Promise((resolve) => (link.onload = resolve))));
  const images = [...document.querySelectorAll('.prose img')].filter(({ src }) => src.startsWith(location.origin));
  const heights = images.map((image) => image.getBoundingClientRect().height);
  for (const image of images) image.loading = 'eager';
  await Promise.all(images.map((image) => image.complete || new Promise((resolve) => {
    image.onload = image.onerror = resolve;
  })));
  return images.map((image, index) => ({
    address: decodeURI(new URL(image.currentSrc).pathname),
    original: decodeURI(new URL(image.src).pathname),
    isThere: image.naturalWidth > 0,
    width: image.clientWidth,
    moved: Math.abs(image.getBoundingClientRect().height - heights[index]),
  }));
})()`;

describeWithCorpus('the images of the corpus', (corpus) => {
  it('all have a size', async () => {
    const { output } = await corpusSite(corpus);
    const sizeless = output.pages().flatMap(({ file, document }) =>
      elements(document, 'img')
        .filter(({ attribs: { src, width, height } }) => {
          const isHere = src?.startsWith('/') === true;
          return isHere && (width === undefined || height === undefined);
        })
        .map(({ attribs: { src } }) => `${file}: ${src}`),
    );
    expect(sizeless).toEqual([]);
    expect(sum(pagesWithImages(output), ({ images }) => images)).toBe(444);
  });

  describeWith(CHROMIUM, 'in Chromium', (program) => {
    const visitor = new Visitor(program, () => corpusSite(corpus, [HEADERS_HOST]));

    it.each([
      ['a desktop', 1280, 1, 5, 0],
      ['a sharp desktop', 1280, 2, 3, 1],
      ['a phone', 390, 2, 3, 2],
    ])('on a third of the pages, on %s', async (_, width, deviceScaleFactor, times, part) => {
      const browser = visitor.context.browser();
      if (browser === null) throw new Error('No browser');
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        deviceScaleFactor,
      });
      const asked = pagesWithImages(visitor.output).filter((_page, index) => index % 3 === part);
      const pages = await look(context, visitor.origin, asked);
      await context.close();
      const shown = [...pages.values()].flat();
      expect(shown).toHaveLength(sum(asked, ({ images }) => images));
      expect(shown.filter(({ isThere }) => !isThere)).toEqual([]);
      expect(shown.filter(({ moved }) => moved > 1)).toEqual([]);
      const sizeOf = (file: string): number => statSync(path.join(visitor.output.path, file)).size;
      const needed = ({ address, width: column }: Shown): number => {
        const pixels = widthOf(visitor.output.bytes(address));
        return sizeOf(address) * Math.min(1, ((column * deviceScaleFactor) / pixels) ** 2);
      };
      const wasteful = [...pages].filter(
        ([, images]) =>
          sum(images, ({ address }) => sizeOf(address)) > 1.3 * sum(images, needed) + FEW_BYTES,
      );
      expect(wasteful.map(([page]) => page)).toEqual([]);
      const originals = sum(shown, ({ original }) => sizeOf(original));
      const all = sum(shown, ({ address }) => sizeOf(address));
      console.log(`${all} bytes, a ${(originals / all).toFixed(1)}th of the originals`);
      expect(originals / all).toBeGreaterThan(times);
    });
  });
});

/** Pixels, after the rotation that a photo asks for. */
function widthOf(file: Uint8Array): number {
  const { width, height, orientation = 1 } = imageSize(file);
  return orientation >= 5 ? height : width;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}

interface PageWithImages {
  readonly address: string;
  /** Number of images of the site. */
  readonly images: number;
}

/** Posts that show an image of the site. */
function pagesWithImages(output: OutputFolder): PageWithImages[] {
  return output
    .files()
    .filter((file) => /^\d{4}\/\d\d\/.+\/index\.html$/.test(file))
    .map((file) => `/${file.replace(/index\.html$/, '')}`)
    .map((address) => ({ address, images: localImages(output.page(address)) }))
    .filter(({ images }) => images > 0);
}

function localImages(document: Document): number {
  const images = withClass(document, 'prose').flatMap((prose) => elements(prose, 'img'));
  return images.filter(({ attribs: { src } }) => src?.startsWith('/')).length;
}

/** What each page shows. */
async function look(
  context: BrowserContext,
  origin: string,
  pages: readonly PageWithImages[],
): Promise<ReadonlyMap<string, readonly Shown[]>> {
  const page: Page = await context.newPage();
  const found = new Map<string, readonly Shown[]>();
  for (const { address } of pages) {
    await page.goto(origin + address, { waitUntil: 'domcontentloaded' });
    found.set(address, Images.parse(await page.evaluate(LOOK)));
  }
  return found;
}
