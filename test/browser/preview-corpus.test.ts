/** The preview of a large blog in Chromium: first page, and a saved post. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { corpusContent } from '../support/corpus-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { ROOT, run } from '../support/build-site.ts';
import { startPreview } from '../support/preview.ts';
import { temporaryFolder } from '../support/scratch.ts';

/** Milliseconds; the figures that are printed are what counts, machines differ. */
const LATEST = 20_000;
const SAVES = 3;

describeWithCorpus('the preview of the corpus', (corpus) => {
  describeWith(CHROMIUM, 'in Chromium', (program) => {
    it('shows the first page and saved posts quickly', async () => {
      const content = corpusContent(corpus, path.join(temporaryFolder(), 'content'));
      const browser = await chromium.launch({
        executablePath: program,
        args: ['--no-sandbox', '--disable-gpu'],
      });
      // What is done once, after the program has changed, is not measured.
      await run(process.execPath, [path.join(ROOT, 'src/start.mjs'), '--help']);
      const started = performance.now();
      const preview = await startPreview({ args: ['--content', content] });
      try {
        const page = await browser.newPage();
        page.setDefaultTimeout(LATEST);
        await page.goto(preview.url);
        console.log(`first page: ${Math.round(performance.now() - started)} ms`);
        expect(await page.locator('h1').count()).toBe(1);
        const link = page.locator('.post-entry a.u-url').first();
        const slug = path.basename((await link.getAttribute('href')) ?? '');
        expect(readdirSync(path.join(content, 'posts'))).toContain(slug);
        await link.click();
        const file = path.join(content, 'posts', slug, 'index.md');
        const text = readFileSync(file, 'utf8');
        for (let count = 1; count <= SAVES; count++) {
          const saved = performance.now();
          writeFileSync(file, `${text}\n\nSaved for the ${count}. time.\n`);
          await page.getByText(`Saved for the ${count}. time.`).waitFor();
          console.log(`saved post: ${Math.round(performance.now() - saved)} ms`);
        }
      } finally {
        await browser.close();
        await preview.stop();
      }
    });
  });
});
