/** The HTML report in Chromium, on desktop and phone. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportPage } from '../../src/report/page/page.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { problem } from '../support/problems.ts';
import { temporaryFolder } from '../support/scratch.ts';

const LONG = 'a-very-long-address-without-end'.repeat(20);
const REPORT = reportPage({
  title: 'The garden',
  url: `https://garden.example/${LONG}/`,
  problems: [problem({ severity: 'warning', file: `content/posts/${LONG}/index.md` })],
  notes: [problem({ severity: 'note', code: 'link-healed', near: LONG, replacement: LONG })],
  redirects: Array.from({ length: 1108 }, (_, index) => ({
    from: `/2020/01/${index}-${LONG}.html`,
    to: `/2020/01/${index}-${LONG}/`,
    status: 301,
    source: 'text',
    file: `content/posts/${index}-${LONG}/index.md`,
    line: 7,
  })),
});

describeWith(CHROMIUM, 'the report', (program) => {
  let browser: Browser;
  const file = { url: '' };

  beforeAll(async () => {
    const name = path.join(temporaryFolder(), 'report.html');
    writeFileSync(name, REPORT);
    file.url = pathToFileURL(name).href;
    browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });

  afterAll(() => browser?.close());

  async function open(width: number): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width, height: 800 },
      javaScriptEnabled: false,
    });
    await page.goto(file.url);
    return page;
  }

  it.each([390, 1280])('opens its tables and fits a window of %i pixels', async (width) => {
    const page = await open(width);
    const address = page
      .getByRole('cell')
      .or(page.locator('td'))
      .getByText('/2020/01/1107-')
      .first();
    expect(await address.isVisible()).toBe(false);
    await page.getByText('From legacyUrl of posts and pages').click();
    expect(await address.isVisible()).toBe(true);
    const widest = await page.evaluate('document.documentElement.scrollWidth');
    expect(widest).toBe(width);
    await page.close();
  });

  it('links from its summary to its sections', async () => {
    const page = await open(390);
    await page.getByRole('link', { name: 'Links to the old blog' }).click();
    const heading = page.getByRole('heading', { name: 'Links to the old blog' });
    expect((await heading.boundingBox())?.y).toBeLessThan(200);
    await page.close();
  });
});
