/** Redirect stubs of the corpus on a static host, in Chromium. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { corpusSite, expectations, type Expectation } from '../support/corpus-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { z } from 'zod';
import { html, serve, type Override } from '../verify/server.ts';

const SITE = 'https://blog.example.org';
/** Pages that are open at once. */
const PAGES = 4;
const FRAMES = 8;
/** Milliseconds for one address. */
const PATIENCE = 30_000;
/** Stubs differ in address and title alone, as `test/corpus/redirects.test.ts` proves: one of so many is tried. */
const EVERY = 20;
const WITHOUT_SCRIPTS = 20;

/** Where a reader ends up, and which address the page there gives itself. */
const Arrivals = z.array(
  z.object({ from: z.string(), at: z.string(), canonical: z.string().nullable() }),
);
type Arrival = z.output<typeof Arrivals>[number];

/** Follows addresses in frames, and tells where each is once it is no longer at its stub. */
const FOLLOW_IN_FRAMES = `async (addresses, frames, patience) => {
  const follow = (from) => new Promise((resolve) => {
    const frame = document.createElement('iframe');
    const arrive = () => {
      const at = frame.contentWindow.location.pathname;
      const canonical = frame.contentDocument.querySelector('link[rel="canonical"]')?.href ?? null;
      frame.remove();
      resolve({ from, at, canonical });
    };
    const late = setTimeout(arrive, patience);
    frame.onload = () => {
      if (frame.contentWindow.location.pathname === from) return;
      clearTimeout(late);
      arrive();
    };
    frame.src = from;
    document.body.append(frame);
  });
  const queue = addresses.values();
  const found = [];
  await Promise.all(Array.from({ length: frames }, async () => {
    for (const address of queue) found.push(await follow(address));
  }));
  return found;
}`;

function promised(addresses: readonly Expectation[]): Arrival[] {
  return addresses
    .map(({ legacyUrl, url }) => ({ from: legacyUrl, at: url, canonical: SITE + url }))
    .toSorted(byAddress);
}

function byAddress(a: Arrival, b: Arrival): number {
  return a.from < b.from ? -1 : 1;
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

    /** Follows each old address as a reader does, several at a time. */
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
      return found.toSorted(byAddress);
    }

    /** Follows each old address in a frame of one page, which takes a tenth of the time. */
    async function arrivalsInFrames(addresses: readonly string[]): Promise<Arrival[]> {
      const { url } = await serve(folder, { ...newPages(), '/frames': () => html('') });
      const page = await browser.newPage();
      await page.goto(`${url}frames`);
      const found = await page.evaluate(
        `(${FOLLOW_IN_FRAMES})(${JSON.stringify(addresses)}, ${FRAMES}, ${PATIENCE})`,
      );
      await page.close();
      return Arrivals.parse(found).toSorted(byAddress);
    }

    it('redirects to its new page', async () => {
      expect(expected).toHaveLength(733);
      const sample = expected.filter(
        ({ url, legacyUrl }, index) =>
          index % EVERY === 0 || legacyUrl !== url.replace(/\/$/, '.html'),
      );
      expect(sample.length).toBeGreaterThan(100);
      const addresses = sample.map(({ legacyUrl }) => legacyUrl);
      expect(await arrivalsInFrames(addresses)).toEqual(promised(sample));
    });

    it('redirects without JavaScript', async () => {
      const sample = expected.filter((_, index) => index % 30 === 0).slice(0, WITHOUT_SCRIPTS);
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
