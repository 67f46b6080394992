/** Redirect stubs of the corpus on a static host, in Chromium. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { corpusSite, expectations, type Expectation } from '../support/corpus-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { html, serve, type Override } from '../verify/server.ts';

const SITE = 'https://blog.example.org';
/** Pages that are open at once. */
const PAGES = 4;
const WITHOUT_SCRIPTS = 200;
/** Milliseconds; less than a minute does where nothing else runs. */
const LATEST = 600_000;

/** Where a reader ends up, and which address the page there gives itself. */
interface Arrival {
  readonly from: string;
  readonly at: string;
  readonly canonical: string | null;
}

function promised(addresses: readonly Expectation[]): Arrival[] {
  return addresses
    .map(({ legacyUrl, url }) => ({ from: legacyUrl, at: url, canonical: SITE + url }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

describeWithCorpus('an old address of the corpus', (corpus) => {
  describeWith(CHROMIUM, 'in Chromium', (program) => {
    const expected = [...expectations(corpus).values()];
    let browser: Browser;
    let folder: string;

    beforeAll(async () => {
      folder = (await corpusSite(corpus)).output.path;
      browser = await chromium.launch({
        executablePath: program,
        args: [
          ...['--no-sandbox', '--disable-gpu', '--blink-settings=imagesEnabled=false'],
          // Posts hold pictures and frames of other hosts.
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        ],
      });
    });

    afterAll(async () => {
      await browser?.close();
    });

    /** The new pages without their text and styles, which take a browser ten times as long. */
    function newPages(): Record<string, Override> {
      return Object.fromEntries(
        expected.map(({ url }) => {
          const page = readFileSync(path.join(folder, url, 'index.html'), 'utf8');
          const [canonical = ''] = /<link rel="canonical"[^>]*>/.exec(page) ?? [];
          return [url, () => html(canonical)];
        }),
      );
    }

    /** Follows each old address, several at a time. */
    async function arrivals(
      context: BrowserContext,
      addresses: readonly Expectation[],
    ): Promise<Arrival[]> {
      const { url: home } = await serve(folder, newPages());
      const found: Arrival[] = [];
      const queue = addresses.values();
      const follow = async (page: Page): Promise<void> => {
        for (const { legacyUrl, url } of queue) {
          await page.goto(home + legacyUrl.slice(1), { waitUntil: 'commit' });
          await page.waitForURL(home + url.slice(1), { waitUntil: 'domcontentloaded' });
          const canonical = page.locator('link[rel="canonical"]');
          found.push({
            from: legacyUrl,
            at: new URL(page.url()).pathname,
            canonical: await canonical.getAttribute('href'),
          });
        }
      };
      const pages = await Promise.all(Array.from({ length: PAGES }, () => context.newPage()));
      await Promise.all(pages.map(follow));
      await context.close();
      return found.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    }

    it('redirects to its new page', { timeout: LATEST }, async () => {
      expect(expected).toHaveLength(733);
      const context = await browser.newContext();
      expect(await arrivals(context, expected)).toEqual(promised(expected));
    });

    it('redirects without JavaScript', { timeout: LATEST }, async () => {
      const sample = expected.filter((_, index) => index % 3 === 0).slice(0, WITHOUT_SCRIPTS);
      expect(sample).toHaveLength(WITHOUT_SCRIPTS);
      const context = await browser.newContext({ javaScriptEnabled: false });
      expect(await arrivals(context, sample)).toEqual(promised(sample));
    });

    it.each([true, false])(
      'does not break the Back button, with scripts: %s',
      async (javaScriptEnabled) => {
        const sample = expected.filter((_, index) => index % 150 === 0);
        expect(sample).toHaveLength(5);
        const links = sample.map(({ legacyUrl }) => `<p><a href="${legacyUrl}">Old</a></p>`);
        const { url } = await serve(folder, { '/links': () => html(links.join('')) });
        const page = await browser.newPage({ javaScriptEnabled });
        await page.goto(`${url}links`);
        for (const { legacyUrl, url: target } of sample) {
          await page.locator(`a[href="${legacyUrl}"]`).click();
          await page.waitForURL(url + target.slice(1), { waitUntil: 'domcontentloaded' });
          await page.goBack({ waitUntil: 'domcontentloaded' });
          expect(page.url()).toBe(`${url}links`);
        }
        await page.close();
      },
    );
  });
});
