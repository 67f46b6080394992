/** Embeds in Chromium: nothing loads from other sites before a click. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { folderWith } from '../support/scratch.ts';
import { serve } from '../verify/server.ts';

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://example.org/blog/\nhost: cloudflare\n',
  'posts/talk/index.md': `---
title: A talk
publishDate: 2024-03-10
---

## The whole talk

<iframe src="https://www.youtube.com/embed/abc" width="400" height="300"></iframe>

[After it](https://example.org/)
`,
  'posts/words/index.md': '---\ntitle: Words\npublishDate: 2024-03-11\n---\n\nOnly words.\n',
  'pages/slides.md':
    '---\ntitle: Slides\n---\n\n<iframe src="https://speakerdeck.com/player/abc" height="420"></iframe>\n',
};

describeWith(CHROMIUM, 'an embed', (program) => {
  let browser: Browser;
  let output: OutputFolder;
  let policy = '';

  beforeAll(async () => {
    ({ output } = built(await buildSite({ content: folderWith(CONTENT) })));
    policy = /Content-Security-Policy: (.*)/.exec(output.read('_headers'))?.[1] ?? '';
    browser = await launchChromium(program);
  });

  afterAll(() => browser?.close());

  interface Visit {
    readonly page: Page;
    /** Addresses of other sites that were asked for. */
    readonly foreign: readonly string[];
    /** What the browser complained of. */
    readonly complaints: readonly string[];
  }

  /** A page as a host with all headers sends it, on a network where every other site answers. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const { url } = await serve(output.path, {}, '/blog');
    const context = await browser.newContext(options);
    onTestFinished(async () => {
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    });
    const page = await context.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await context.route('**/*', async (route) => {
      const request = route.request();
      if (!request.url().startsWith(url)) {
        foreign.push(request.url());
        return route.fulfill({ contentType: 'text/html', body: '<p>The other site</p>' });
      }
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': policy };
      return route.fulfill({ response, headers });
    });
    await page.goto(url + path);
    return { page, foreign, complaints };
  }

  it('loads only after a click, and then replaces its placeholder', async () => {
    const { page, foreign, complaints } = await open('2024/03/talk/');
    const poster = page.getByRole('button', { name: 'The whole talk youtube.com' });
    const after = page.getByRole('link', { name: 'After it' });
    await poster.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(foreign).toEqual([]);
    expect(await page.locator('iframe').count()).toBe(0);
    const [place, below] = [await poster.boundingBox(), await after.boundingBox()];
    expect((place?.width ?? 0) / (place?.height ?? 1)).toBeCloseTo(400 / 300, 1);

    await poster.click();
    await page.frameLocator('iframe').getByText('The other site').waitFor();
    expect(foreign).toEqual(['https://www.youtube-nocookie.com/embed/abc?autoplay=1']);
    const frame = page.locator('iframe');
    expect(await frame.boundingBox()).toEqual(place);
    expect(await after.boundingBox()).toEqual(below);
    expect(await frame.getAttribute('title')).toBe('The whole talk');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('IFRAME');
    expect(await poster.evaluate((element) => element.hasAttribute('inert'))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it.each(['Enter', 'Space'])('loads with the key %s', async (key) => {
    const { page } = await open('2024/03/talk/');
    await page.locator('.poster').focus();
    await page.keyboard.press(key);
    await page.frameLocator('iframe').getByText('The other site').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('IFRAME');
  });

  it('stays a link for clicks that open a new tab', async () => {
    const { page } = await open('2024/03/talk/');
    // The headless shell opens no tabs, so the test asks whether the click is left to the browser.
    const [isTaken] = await Promise.all([
      page.evaluate(
        `new Promise((resolve) => addEventListener('click', (event) => {
          resolve(event.defaultPrevented);
          event.preventDefault();
        }))`,
      ),
      page.locator('.poster').click({ modifiers: ['ControlOrMeta'] }),
    ]);
    expect(isTaken).toBe(false);
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('is a link without JavaScript', async () => {
    const { page, foreign } = await open('2024/03/talk/', { javaScriptEnabled: false });
    const link = page.getByRole('link', { name: 'The whole talk youtube.com' });
    expect(foreign).toEqual([]);
    await link.click();
    expect(page.url()).toBe('https://www.youtube.com/watch?v=abc');
  });

  it('prints as its title and address', async () => {
    const { page } = await open('2024/03/talk/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.poster .title').isVisible()).toBe(true);
    expect(await page.locator('.poster svg').first().isVisible()).toBe(false);
    const shown = "getComputedStyle(document.querySelector('.poster'), '::after').content";
    expect(await page.evaluate(shown)).toContain('https://www.youtube.com/watch?v=abc');
  });

  it('works on a page too', async () => {
    const { page, foreign, complaints } = await open('slides/');
    const poster = page.getByRole('button', { name: 'Embedded content from Speaker Deck' });
    expect((await poster.boundingBox())?.height).toBe(420);
    await poster.click();
    await page.frameLocator('iframe').getByText('The other site').waitFor();
    expect(foreign).toEqual(['https://speakerdeck.com/player/abc']);
    expect(complaints).toEqual([]);
  });

  it.each([320, 1280])('fits a window of %i pixels', async (width) => {
    const { page } = await open('2024/03/talk/', { viewport: { width, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  it('adds its script to its own page only, and its host to the policy', async () => {
    expect(output.read('2024/03/words/index.html')).not.toMatch(/embed\.(?:[0-9a-f]+\.)?js/);
    expect(output.read('2024/03/talk/index.html')).toMatch(
      /"\/blog\/hashed\/embed\.[0-9a-f]{12}\.js"/,
    );
    expect(policy).toContain('frame-src https://speakerdeck.com https://www.youtube-nocookie.com;');
  });
});
