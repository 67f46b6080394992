/** The header of code blocks with its buttons, in Chromium, under a host's security policy. */
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
  'posts/tulips/index.md': `---
title: Tulips
publishDate: 2024-03-12
---

\`\`\`diff lang="js" showLineNumbers{9} title="src/beds/tulips-of-the-garden.js"
  let depth;
- depth = 10;
+ depth = 15;
\`\`\`

\`\`\`text
${'0123456789'.repeat(8)}
\`\`\`

\`\`\`text
${'0123456789'.repeat(12)}
\`\`\`

| Bed | Red | Yellow | White | Orange | Violet |
| --- | --- | ------ | ----- | ------ | ------ |
| One | ${'tulips '.repeat(6)} | ${'tulips '.repeat(6)} | thousands | thousands | thousands |
`,
};

describeWith(CHROMIUM, 'a code block', (program) => {
  const site = new SmallSite(program, CONTENT);

  it('has a button that copies the code as written, works by keyboard, and confirms it', async () => {
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

  it('is selected when the browser blocks copying', async () => {
    const page = await site.open('2024/03/roses/');
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())');
    await page.getByRole('button', { name: 'Copy code' }).first().click();
    await page.getByRole('status').getByText('Selected').waitFor();
    expect(await page.evaluate('getSelection().toString().trim()')).toBe(
      'plant("rose");\nwater();',
    );
  });

  it('does not shift the page when its buttons appear', async () => {
    const where = 'document.querySelector(".prose > p").getBoundingClientRect().top';
    const bare = await site.open('2024/03/roses/', { javaScriptEnabled: false });
    const page = await site.open('2024/03/roses/');
    await page.getByRole('button', { name: 'Copy code' }).first().waitFor();
    const top = await page.evaluate(where);
    expect(top).toBe((await bare.locator('.prose > p').boundingBox())?.y);
    expect(await bare.getByRole('button').count()).toBe(0);
  });

  it('with a diff copies what it leads to, without numbers and signs', async () => {
    const page = await site.open('2024/03/tulips/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy code' }).first().click();
    await page.getByRole('status').getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('let depth;\ndepth = 15;');
  });

  it('has buttons that never cover it, whatever the title and the screen', async () => {
    for (const width of [320, 768, 1280]) {
      const page = await site.open('2024/03/tulips/', { viewport: { width, height: 800 } });
      for (const frame of await page.locator('.code-frame').all()) {
        const button = await frame.locator('.copy').boundingBox();
        const code = await frame.locator('pre').boundingBox();
        expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(code?.y ?? 0);
        expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('has a script that pages without code do not load', async () => {
    const page = await site.open('2024/03/lilies/');
    expect(await page.locator('script[src*=copy]').count()).toBe(0);
  });

  it('shows eighty columns on a desktop, and leaves the text column no wider', async () => {
    const page = await site.open('2024/03/tulips/', { viewport: { width: 1280, height: 800 } });
    const overflow = await page
      .locator('pre')
      .evaluateAll((all) => all.map((code) => code.scrollWidth - code.clientWidth));
    expect(overflow.map((more) => more > 0)).toEqual([false, false, true]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
  });

  it('is as wide as the others of its text', async () => {
    for (const width of [390, 1000, 1280]) {
      const page = await site.open('2024/03/tulips/', { viewport: { width, height: 800 } });
      const widths = await page
        .locator('.code-frame')
        .evaluateAll((all) => all.map((code) => code.getBoundingClientRect().width));
      expect(new Set(widths).size).toBe(1);
    }
  });

  it('wraps its lines on demand, and after that on other pages too', async () => {
    const page = await site.open('2024/03/tulips/', { viewport: { width: 390, height: 800 } });
    const wrap = page.getByRole('button', { name: 'Wrap lines' });
    await wrap.last().waitFor();
    expect(await wrap.last().getAttribute('aria-pressed')).toBe('false');
    await wrap.last().click();
    expect(await wrap.first().getAttribute('aria-pressed')).toBe('true');
    const overflow =
      'Math.max(...[...document.querySelectorAll("pre")].map((code) => code.scrollWidth - code.clientWidth))';
    expect(await page.evaluate(overflow)).toBe(0);
    await page.reload();
    await wrap.last().waitFor();
    expect(await page.evaluate(overflow)).toBe(0);
    await wrap.last().click();
    expect(await page.evaluate('localStorage.getItem("wrap")')).toBeNull();
  });

  it('fades at the edge that hides something, and a first column stays', async () => {
    const page = await site.open('2024/03/tulips/', { viewport: { width: 390, height: 800 } });
    const faded = (selector: string): Promise<string[]> =>
      page.locator(selector).evaluate((element) => {
        const style = getComputedStyle(element);
        return ['start', 'end'].map((edge) => style.getPropertyValue(`--faded-${edge}`));
      });
    const long = '.code-frame:has(+ .table-scroll) > pre';
    expect(await faded(long)).toEqual(['0px', '40px']);
    await page.locator(long).evaluate((element) => element.scrollTo(10_000, 0));
    await expect.poll(() => faded(long)).toEqual(['40px', '0px']);

    const cell = page.getByRole('cell', { name: 'One' });
    const before = await cell.boundingBox();
    await page.locator('.table-scroll').evaluate((element) => element.scrollTo(10_000, 0));
    await expect.poll(() => faded('.table-scroll')).toEqual(['0px', '0px']);
    expect((await cell.boundingBox())?.x).toBe(before?.x);
    const shade = 'getComputedStyle(document.querySelector("td"), "::after").opacity';
    await expect.poll(() => page.evaluate(shade)).toBe('1');
    const wide = await site.open('2024/03/tulips/', { viewport: { width: 1600, height: 800 } });
    expect(await wide.evaluate(shade)).toBe('0');
  });
});
