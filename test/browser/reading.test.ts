/** Contents, footnotes, copied addresses and the end of a post, in Chromium, under a host's security policy. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { noise } from '../support/pictures.ts';
import { axeFaults, layoutFaults } from './judges.ts';
import { SmallSite } from './small-site.ts';

const PARAGRAPH = 'The bed by the fence gets the least sun. '.repeat(30);
const HEADINGS = Array.from({ length: 40 }, (_, n) => `## Bed ${n}\n\n${PARAGRAPH}\n`).join('\n');

const BEANS = `---
title: Beans
publishDate: 2026-05-03
author: [Rosa, Emil]
tags: [Shade]
series: { name: A year, part: 2 }
---

They climb.[^1] They twine.[^two]

[^1]: To [the left](https://example.com/).
[^two]: Never to the right.

${HEADINGS}
`;

const CONTENT = {
  'site.yaml':
    'title: Garden\nurl: https://example.org/\nshare: [mastodon, email]\nnewsletter: { service: buttondown, id: garden }\n',
  'authors/rosa.json': '{ "name": "Rosa", "bio": "Grows beans.", "avatar": "./rosa.png" }',
  'authors/rosa.png': await noise(200, 200).png().toBuffer(),
  'posts/beans/index.md': BEANS,
  'pages/about.md': '---\ntitle: About\n---\n\n## Us\n\nWe dig.[^1]\n\n[^1]: Often.\n',
  'posts/code/index.md': `---\ntitle: Code\npublishDate: 2026-03-03\n---\n\nRead this.[^1]\n\n\`\`\`js\n${'plant(bean); '.repeat(8)}\n\`\`\`\n\nRead on.[^2]\n\n[^1]: ${'It says how to plant. '.repeat(9)}\n[^2]: Later.\n`,
  'posts/peas/index.md':
    '---\ntitle: Peas\npublishDate: 2026-04-03\nseries: { name: A year, part: 1 }\n---\n\nSow.[^1]\n\n[^1]: Early.\n',
};

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 800 };

const POST = '2026/05/beans/';

/** What a reader sees, whatever stands in the way of a copy. */
function seen(page: Page, text: string): Promise<number> {
  return page.getByText(text, { exact: false }).filter({ visible: true }).count();
}

describeWith(CHROMIUM, 'a long post', (program) => {
  const site = new SmallSite(program, CONTENT);

  it.each([
    ['wide', 1280, 'light'],
    ['narrow', 320, 'dark'],
  ] as const)('is accessible, and fits: %s', async (_, width, colorScheme) => {
    const page = await site.open(POST, { viewport: { width, height: 800 }, colorScheme });
    expect(await axeFaults(page)).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
  });

  it('has its contents open in the margin, where the section being read is marked and in sight', async () => {
    const page = await site.open(POST, { viewport: WIDE });
    const current = page.locator('.contents [aria-current]');
    await page.evaluate(
      'document.querySelector("#bed-38").scrollIntoView({ behavior: "instant" })',
    );
    await current.getByText('Bed 38').waitFor();
    expect(await current.count()).toBe(1);
    await expect.poll(async () => (await current.boundingBox())?.y).toBeLessThan(800);
    await page.evaluate('document.querySelector(".neighbours").scrollIntoView()');
    await expect
      .poll(async () => {
        const contents = await page.locator('.contents nav').boundingBox();
        const end = await page.locator('.post-end').boundingBox();
        return (contents?.y ?? 0) + (contents?.height ?? 0) <= (end?.y ?? 0);
      })
      .toBe(true);
  });

  it('has contents without scripts, folded on a phone', async () => {
    const wide = await site.open(POST, { viewport: WIDE, javaScriptEnabled: false });
    expect(await wide.getByRole('link', { name: 'Bed 3' }).first().isVisible()).toBe(true);
    const narrow = await site.open(POST, { viewport: NARROW, javaScriptEnabled: false });
    const link = narrow.locator('.contents a').first();
    expect(await link.isVisible()).toBe(false);
    await narrow.getByText('Contents').click();
    expect(await link.isVisible()).toBe(true);
  });

  it('shows footnotes beside the text, once', async () => {
    const page = await site.open(POST, { viewport: WIDE });
    const note = page.locator('.sidenote').first();
    const mark = page.locator('sup').first();
    expect(await note.innerText()).toMatch(/^1\s+To the left\.$/);
    const [at, text] = [await note.boundingBox(), await mark.boundingBox()];
    expect(Math.abs((at?.y ?? 0) - (text?.y ?? 0))).toBeLessThan(30);
    expect(await page.locator('.footnotes').boundingBox()).toMatchObject({ width: 1 });
    await mark.getByRole('link').press('Enter');
    expect(await page.locator('.footnotes li').first().boundingBox()).toMatchObject({
      width: expect.toSatisfy((width: number) => width > 100),
    });
  });

  it('leaves a note out that would push wide code down, and shows it in a popover', async () => {
    const page = await site.open('2026/03/code/', { viewport: WIDE });
    expect(await page.locator('.sidenote').innerText()).toMatch(/^2\s+Later\.$/);
    const [text, code] = [page.locator('.prose > p'), page.locator('.prose > .code-frame')];
    const [above, below] = [await text.first().boundingBox(), await code.boundingBox()];
    expect((below?.y ?? 0) - (above?.y ?? 0)).toBeLessThan(100);
    await page.locator('[data-footnote-ref]').first().click();
    expect(await page.getByRole('note').innerText()).toContain('how to plant');
    expect(await page.locator('.footnotes li').first().isVisible()).toBe(true);
  });

  it('does the same on a page', async () => {
    const page = await site.open('about/', { viewport: WIDE });
    expect(await page.locator('.sidenote').innerText()).toMatch(/^1\s+Often\.$/);
    expect(await page.locator('.footnotes').boundingBox()).toMatchObject({ width: 1 });
  });

  it('shows a footnote on a phone above its text, and closes it with Escape or elsewhere', async () => {
    const page = await site.open(POST, { viewport: NARROW, hasTouch: true });
    const note = page.getByRole('note');
    await page.locator('[data-footnote-ref]').nth(1).tap();
    expect(await note.innerText()).toBe('Never to the right.');
    expect(await seen(page, 'Never to the right.')).toBe(2);
    await page.keyboard.press('Escape');
    expect(await note.count()).toBe(0);
    await page.locator('[data-footnote-ref]').first().tap();
    expect(await note.innerText()).toBe('To the left.');
    await page.locator('h1').tap();
    await expect.poll(() => note.count()).toBe(0);
  });

  it('shows a footnote to the keyboard and the pointer, with its links next', async () => {
    const page = await site.open(POST, { viewport: { width: 1000, height: 800 } });
    const note = page.getByRole('note');
    await page.locator('h1 + .post-meta a').last().focus();
    while ((await page.evaluate('document.activeElement.dataset.footnoteRef')) === undefined)
      await page.keyboard.press('Tab');
    await note.waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('the left');
    await page.keyboard.press('Escape');
    // It does not come back with the focus.
    await page.waitForTimeout(200);
    expect(await note.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('1');
    await page.locator('[data-footnote-ref]').nth(1).hover();
    await note.getByText('Never to the right.').waitFor();
    await page.mouse.move(5, 5);
    await expect.poll(() => note.count()).toBe(0);
  });

  it('copies the address of a section and its own, and says so', async () => {
    const page = await site.open(POST, {
      viewport: WIDE,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('#bed-0 .anchor').click();
    await page.getByRole('status').getByText('Link copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${page.url()}`);
    expect(new URL(page.url()).hash).toBe('#bed-0');
    await page.getByRole('button', { name: 'Copy link' }).press('Space');
    await expect
      .poll(() => page.evaluate('navigator.clipboard.readText()'))
      .toBe('https://example.org/2026/05/beans/');
  });

  it('shares by the system where there is a way, and by plain links', async () => {
    const page = await site.open(POST, { viewport: WIDE });
    expect(await page.getByRole('button', { name: 'More' }).count()).toBe(0);
    await page
      .context()
      .addInitScript('navigator.share = async (data) => (globalThis.shared = data)');
    await page.reload();
    await page.getByRole('button', { name: 'More' }).click();
    expect(await page.evaluate('shared.url')).toBe('https://example.org/2026/05/beans/');
    const links = page.locator('.share li:not(.copy-link) a');
    expect(await links.allTextContents()).toEqual(['Mastodon', 'Email']);
  });

  it('names all authors at its end, and offers no copy without scripts', async () => {
    const page = await site.open(POST, { viewport: NARROW, javaScriptEnabled: false });
    expect(await page.locator('.writers li p').allInnerTexts()).toEqual([
      'Rosa',
      'Grows beans.',
      'Emil',
    ]);
    expect(await page.getByText('Copy link').isVisible()).toBe(false);
  });
});

describeWith(CHROMIUM, 'a short post with a footnote', (program) => {
  const site = new SmallSite(program, CONTENT);

  it.each([WIDE, NARROW])('does not shift: %j', async (viewport) => {
    const page = await site.open('2026/04/peas/', { viewport });
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(`new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) sum += value;
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(sum), 200);
    })`);
    expect(shift).toBe(0);
  });
});
