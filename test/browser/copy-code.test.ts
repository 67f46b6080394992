/** The copy button of code blocks, in Chromium, under a host's security policy. */
import { expect, it } from 'vitest';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { SmallSite } from './small-site.ts';

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://example.org/\n',
  'posts/roses/index.md':
    '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\n```js\nplant("rose");\nwater();\n```\n\nThen wait.\n\n    indented\n',
  'posts/lilies/index.md':
    '---\ntitle: Lilies\npublishDate: 2024-03-11\n---\n\nNo `the copy button of a code block`.\n',
};

describeWith(CHROMIUM, 'the copy button of a code block', (program) => {
  const site = new SmallSite(program, CONTENT);

  it('copies the code as written, works by keyboard, and confirms it', async () => {
    const page = await site.open('2024/03/roses/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const button = page.getByRole('button', { name: 'Copy code' });
    expect(await button.count()).toBe(2);
    await button.first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('plant("rose");\nwater();');
  });

  it('selects the code when the browser blocks copying', async () => {
    const page = await site.open('2024/03/roses/');
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())');
    await page.locator('.prose pre').first().hover();
    await page.getByRole('button', { name: 'Copy code' }).first().click();
    await page.getByRole('status').getByText('Selected').waitFor();
    expect(await page.evaluate('getSelection().toString().trim()')).toBe(
      'plant("rose");\nwater();',
    );
  });

  it('does not shift the page when it appears', async () => {
    const where = 'document.querySelector(".prose > p").getBoundingClientRect().top';
    const bare = await site.open('2024/03/roses/', { javaScriptEnabled: false });
    const page = await site.open('2024/03/roses/');
    await page.getByRole('button', { name: 'Copy code' }).first().waitFor();
    const top = await page.evaluate(where);
    expect(top).toBe((await bare.locator('.prose > p').boundingBox())?.y);
    expect(await bare.getByRole('button').count()).toBe(0);
  });

  it('is not loaded on a page without code', async () => {
    const page = await site.open('2024/03/lilies/');
    expect(await page.locator('script[src*=copy]').count()).toBe(0);
  });
});
