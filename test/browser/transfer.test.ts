/** Compressed page weight of the corpus on a first visit. */
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { expect, it } from 'vitest';
import { fileOf } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { newVisitor } from './visit.ts';
import { Visitor } from './visitor.ts';

/** Bytes, with the headers. */
const MOST_OF_A_POST = 30_000;
const MOST_OF_A_POST_WITH_FONTS = 75_000;
const MOST_OF_THE_HOME_PAGE = 40_000;
const MOST_SCRIPT = 5000;

/** Posts that are tried: those whose own pages are the largest. */
const SAMPLE = 6;

describeWithCorpus('page weight', (corpus) => {
  describeWith(CHROMIUM, 'in Chromium', (program) => {
    const visitor = new Visitor(program, () => corpusSite(corpus, [HEADERS_HOST]));

    /** Bytes that a first visit needs: of all but pictures and fonts, of fonts, and of scripts. */
    async function transfer(
      address: string,
    ): Promise<{ all: number; fonts: number; scripts: number }> {
      const browser = visitor.context.browser();
      if (browser === null) throw new Error('No browser');
      const context = await newVisitor(browser);
      const page = await context.newPage();
      const responses: Response[] = [];
      page.on('response', (response) => responses.push(response));
      await page.goto(visitor.origin + address, { waitUntil: 'networkidle' });
      let [all, fonts, scripts] = [0, 0, 0];
      for (const response of responses) {
        const type = response.request().resourceType();
        if (type === 'image') continue;
        const { responseBodySize, responseHeadersSize } = await response.request().sizes();
        if (type === 'font') fonts += responseBodySize + responseHeadersSize;
        else all += responseBodySize + responseHeadersSize;
        if (type === 'script') scripts += responseBodySize;
      }
      await context.close();
      return { all, fonts, scripts };
    }

    it('of a post without images is less than 30 KB, and 75 KB with fonts', async () => {
      const largest = [...expectations(corpus).values()]
        .filter(({ images }) => images === 0)
        .map((post) => ({
          url: post.url,
          size: compressedSize(visitor.output.bytes(fileOf(post.url))),
        }))
        .toSorted((one, other) => other.size - one.size)
        .slice(0, SAMPLE);
      for (const { url } of largest) {
        const { all, fonts, scripts } = await transfer(url);
        console.log(`${url}: ${all} bytes, of these ${scripts} of scripts; ${fonts} of fonts`);
        expect(all, url).toBeLessThan(MOST_OF_A_POST);
        expect(fonts, url).toBeGreaterThan(20_000);
        expect(all + fonts, url).toBeLessThan(MOST_OF_A_POST_WITH_FONTS);
        expect(scripts, url).toBeLessThan(MOST_SCRIPT);
      }
    });

    it('of the home page is less than 40 KB', async () => {
      const { all, scripts } = await transfer('/');
      console.log(`home page: ${all} bytes, of these ${scripts} of scripts`);
      expect(all).toBeLessThan(MOST_OF_THE_HOME_PAGE);
      expect(scripts).toBeLessThan(MOST_SCRIPT);
    });
  });
});

function compressedSize(content: Buffer): number {
  return gzipSync(content).length;
}
