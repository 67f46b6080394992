/** Code that a reader takes along, in Chromium, under the policy that hosts send. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { securityHeaders } from '../../src/hosts/headers.ts';
import { buildSite, built } from '../support/build-site.ts';
import { deployment } from '../support/deployment.ts';
import { describeWith } from '../support/describe-with.ts';
import { folderWith } from '../support/scratch.ts';
import { serve } from '../verify/server.ts';

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://example.org/\n',
  'posts/roses/index.md':
    '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\n```js\nplant("rose");\nwater();\n```\n\nThen wait.\n\n    indented\n',
  'posts/lilies/index.md': '---\ntitle: Lilies\npublishDate: 2024-03-11\n---\n\nNo `code`.\n',
};
const POLICY = securityHeaders(deployment({}))['Content-Security-Policy'] ?? '';

describeWith(['chromium', 'chromium-browser', 'google-chrome'], 'code', (program) => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = built(await buildSite({ content: folderWith(CONTENT) })).output.path;
    browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });

  afterAll(() => browser?.close());

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const { url } = await serve(folder, {});
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.route('**/*', async (route) => {
      if (!route.request().isNavigationRequest()) return route.continue();
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': POLICY };
      return route.fulfill({ response, headers });
    });
    await page.goto(url + path);
    return page;
  }

  it('is copied by keyboard, as it was written, which is said', async () => {
    const page = await open('2024/03/roses/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const button = page.getByRole('button', { name: 'Copy code' });
    expect(await button.count()).toBe(2);
    await button.first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('plant("rose");\nwater();');
  });

  it('is selected where the browser does not let it be copied', async () => {
    const page = await open('2024/03/roses/');
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())');
    await page.locator('.prose pre').first().hover();
    await page.getByRole('button', { name: 'Copy code' }).first().click();
    await page.getByRole('status').getByText('Selected').waitFor();
    expect(await page.evaluate('getSelection().toString().trim()')).toBe(
      'plant("rose");\nwater();',
    );
  });

  it('moves nothing on the page when its buttons come', async () => {
    const where = 'document.querySelector(".prose > p").getBoundingClientRect().top';
    const bare = await open('2024/03/roses/', { javaScriptEnabled: false });
    const page = await open('2024/03/roses/');
    await page.getByRole('button', { name: 'Copy code' }).first().waitFor();
    const top = await page.evaluate(where);
    expect(top).toBe((await bare.locator('.prose > p').boundingBox())?.y);
    expect(await bare.getByRole('button').count()).toBe(0);
  });

  it('costs a page without it nothing', async () => {
    const page = await open('2024/03/lilies/');
    expect(await page.locator('script[src*=copy]').count()).toBe(0);
  });
});
