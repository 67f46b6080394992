/** What a link to a post of the corpus shows: its card and its structured data. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import { structuredDataTestHtml, type Report } from 'structured-data-testing-tool';
import { Facebook, Google, Twitter } from 'structured-data-testing-tool/presets.js';
import { beforeAll, expect, it } from 'vitest';
import { setTitle } from '../../src/outputs/social-images/draw.ts';
import { SERIF } from '../../src/outputs/social-images/families.ts';
import { Typeface } from '../../src/outputs/social-images/fonts.ts';
import { ROOT, type OutputFolder } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { elements, lineOf } from '../support/dom.ts';
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

  it('have a card of 1200 by 630 pixels and less than 60 KB each', () => {
    const wrong = urls.filter((url) => {
      const bytes = output.bytes(`cards${url.replace(/\/$/, '')}.png`);
      const { width, height } = readPng(bytes);
      return width !== 1200 || height !== 630 || bytes.length >= 60_000;
    });
    expect(urls).toHaveLength(733);
    expect(wrong).toEqual([]);
  });

  it('have glyphs for every character of the titles', () => {
    const known = new Set(
      ['source-serif-4', 'noto-emoji'].flatMap((family) => characters(family, 600)),
    );
    const missing = titles
      .flatMap((title) => [...title.normalize('NFC')])
      .filter((sign) => sign.trim() !== '' && !known.has(sign.codePointAt(0) ?? 0));
    expect(missing).toEqual([]);
    expect(titles.some((title) => /\u{1f389}/u.test(title))).toBe(true);
  });

  it('show titles in full, in large type', () => {
    const face = new Typeface(SERIF);
    for (const title of titles) {
      const { size, lines } = setTitle(title, face);
      expect(lines.join(' ')).toBe(title);
      expect(size, title).toBeGreaterThanOrEqual(48);
    }
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

/** Code points of all parts of a family. */
function characters(family: string, weight: number): number[] {
  const folder = path.join(ROOT, 'node_modules/@fontsource', family, 'files');
  return readdirSync(folder)
    .filter((name) => name.endsWith(`-${weight}-normal.woff`))
    .flatMap((name) => {
      const font = create(readFileSync(path.join(folder, name)));
      return 'characterSet' in font ? font.characterSet : [];
    });
}

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
