/** References in Chromium: icons, and the list after a post. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { folderWith } from '../support/scratch.ts';
import { serve } from '../verify/server.ts';

const LINK = '[a word](https://peps.python.org/pep-0008/)';
const ICON = /\/blog\/hashed\/document\.[0-9a-f]{12}\.svg/;
const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://example.org/blog/\n',
  'posts/style/index.md': `---
title: Style
publishDate: 2024-03-10
---

${Array.from({ length: 40 }, (_, index) => `${'x'.repeat((index % 9) + 1)} ${LINK}`).join(' ')}

[![A logo](https://example.org/a.png)](https://github.com/python/cpython)
`,
  'posts/plain/index.md': '---\ntitle: Plain\npublishDate: 2024-03-09\n---\n\nOnly words.\n',
};

describeWith(CHROMIUM, 'a reference', (program) => {
  let browser: Browser;
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = built(await buildSite({ content: folderWith(CONTENT) })));
    browser = await launchChromium(program);
  });

  afterAll(() => browser?.close());

  async function open(path: string, width = 600) {
    const server = await serve(output.path, {}, '/blog');
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    onTestFinished(() => page.close());
    await page.route(/example\.org/, (route) => route.abort());
    await page.goto(server.url + path);
    return { page, asked: server.asked };
  }

  it.each([320, 337, 351, 500])(
    'keeps its icon on the line of its first word at %i pixels',
    async (width) => {
      const { page } = await open('2024/03/style/', width);
      const widths = await page
        .locator('.e-content a.reference')
        .evaluateAll((links) => links.map((link) => link.getClientRects()[0]?.width ?? 0));
      expect(widths).toHaveLength(40);
      // The icon and the letter after it; the icon alone would be narrower.
      expect(Math.min(...widths)).toBeGreaterThan(24);
    },
  );

  it('has an icon, unless the link wraps an image', async () => {
    const { page, asked } = await open('2024/03/style/');
    const icon = "getComputedStyle(document.querySelector('a.reference'), '::before').maskImage";
    expect(await page.evaluate(icon)).toMatch(ICON);
    expect([...asked.keys()].filter((path) => ICON.test(path))).toHaveLength(1);
    expect(await page.locator('.reference:has(img)').count()).toBe(0);
  });

  it('is listed by kind after the post, outside its body', async () => {
    const { page } = await open('2024/03/style/');
    const list = page.locator('.references');
    await list.getByRole('heading', { name: 'Mentioned in this post' }).waitFor();
    expect(await list.locator('dt').allTextContents()).toEqual(['PEP', 'GitHub']);
    const links = await list
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));
    expect(links).toEqual([
      ['PEP 8', 'https://peps.python.org/pep-0008/'],
      ['python/cpython', 'https://github.com/python/cpython/'],
    ]);
    expect(await page.locator('.e-content .references').count()).toBe(0);
  });

  it('has its text as accessible name', async () => {
    const { page } = await open('2024/03/style/');
    const link = page.getByRole('link', { name: 'a word', exact: true }).first();
    expect(await link.getAttribute('title')).toBe('PEP 8');
  });

  it('leaves posts without references unchanged', async () => {
    const { page } = await open('2024/03/plain/');
    expect(await page.locator('.references').count()).toBe(0);
  });
});
