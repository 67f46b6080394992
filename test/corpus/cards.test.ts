/** Social cards and structured data of the corpus. */
import { structuredDataTestHtml, type Report } from 'structured-data-testing-tool';
import { Facebook, Google, Twitter } from 'structured-data-testing-tool/presets.js';
import { beforeAll, expect, it } from 'vitest';
import { readFonts } from '../../src/outputs/social-images/fonts.ts';
import { CardRenderer } from '../../src/outputs/social-images/render.ts';
import type { OutputFolder } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { elements, lineOf } from '../support/dom.ts';
import { colours } from '../outputs/social-images/palette.ts';
import { readPng } from '../support/png.ts';
import { required } from '../support/required.ts';

describeWithCorpus('link previews of the corpus', (corpus) => {
  const urls = [...expectations(corpus).values()].map(({ url }) => url);
  let output: OutputFolder;
  let titles: string[];

  beforeAll(async () => {
    ({ output } = await corpusSite(corpus));
    titles = urls.map((url) => lineOf(required(elements(output.page(url), 'h1')[0])));
  });

  it('have a card of 1200 by 630 pixels and less than 60 KB each', async () => {
    const cards = await Promise.all(
      urls.map(async (url) => {
        const bytes = output.bytes(`cards${url.replace(/\/$/, '')}.png`);
        const { width, height } = await readPng(bytes);
        return { url, isRight: width === 1200 && height === 630 && bytes.length < 60_000 };
      }),
    );
    expect(urls).toHaveLength(733);
    expect(cards.filter(({ isRight }) => !isRight)).toEqual([]);
  });

  it('show titles in full, in large type', async () => {
    const fonts = readFonts();
    const renderer = await CardRenderer.create(
      { site: '', colours, logo: undefined, fonts: [] },
      fonts,
    );
    for (const title of titles) {
      expect(fonts.missing(title), title).toEqual([]);
      const { size, isCut } = await renderer.fit(title);
      expect(isCut, title).toBe(false);
      expect(size, title).toBeGreaterThanOrEqual(48);
    }
    expect(titles.some((title) => /\u{1f389}/u.test(title))).toBe(true);
    expect(Math.max(...titles.map((title) => title.length))).toBe(122);
  });

  it('have valid structured data and metadata', async () => {
    const faults: string[] = [];
    for (const url of urls) {
      const html = output.read(`${url.slice(1)}index.html`);
      const { passed, failed } = await judge(html);
      faults.push(...failed.map(({ group, description }) => `${url} ${group} ${description}`));
      expect(passed.length).toBeGreaterThan(20);
    }
    expect(faults).toEqual([]);
  });
});

async function judge(html: string): Promise<Report> {
  // What the tool found elsewhere in the page takes it long, and is none of its business.
  const head = /^[^]*?<\/head>/.exec(html)?.[0] ?? '';
  try {
    return await structuredDataTestHtml(`${head}</html>`, {
      presets: [Google, Twitter, Facebook],
      schemas: ['jsonld:BlogPosting', 'jsonld:BreadcrumbList'],
    });
  } catch (error) {
    if (error instanceof Error && 'res' in error && isReport(error.res)) return error.res;
    throw error;
  }
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'failed' in value;
}
