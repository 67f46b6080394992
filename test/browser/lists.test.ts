/** Lists of posts in Chromium: the home page, the archive and the filter. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { noise } from '../support/pictures.ts';
import { axeFaults } from './judges.ts';
import { SmallSite } from './small-site.ts';

const POSTS = 60;

/** A post in each of so many months, the oldest first. */
const OLD = Object.fromEntries(
  Array.from({ length: POSTS }, (_, index) => {
    const year = 2015 + Math.floor(index / 12);
    const month = String((index % 12) + 1).padStart(2, '0');
    const title = index === 0 ? 'Überwintern' : `Rose ${index}`;
    return [
      `posts/rose-${index}/index.md`,
      `---\ntitle: ${title}\npublishDate: ${year}-${month}-09\ntags: [tag ${index}, roses]\n---\n\nRed.\n`,
    ] as const;
  }),
);

const CONTENT = {
  ...OLD,
  'site.yaml':
    'title: Garden\nurl: https://example.org/\npageSize: 5\nlists: { readingTime: true }\n',
  'authors/rosa.json': '{ "name": "Rosa", "avatar": "rosa.jpg" }',
  'authors/rosa.jpg': await noise(200, 200).jpeg().toBuffer(),
  'posts/ferns/index.md':
    '---\ntitle: Ferns\npublishDate: 2024-02-01\nauthor: [Rosa, Amir]\ncover: fern.jpg\n---\n\nGreen.\n',
  'posts/ferns/fern.jpg': await noise(900, 500).jpeg().toBuffer(),
  'posts/moss/index.md':
    '---\ntitle: Moss\npublishDate: 2024-01-01\nauthor: Rosa\n---\n\n![](moss.jpg)\n\nGreen.\n',
  'posts/moss/moss.jpg': await noise(330, 220).jpeg().toBuffer(),
};

/** Sets `moved`, in the end, to the name of what both pages have, besides the whole page. */
const RECORD_TRANSITION = `addEventListener('pagereveal', async ({ viewTransition }) => {
  await viewTransition?.ready;
  const parts = document.getAnimations().map(({ effect }) => effect.pseudoElement ?? '');
  const named = parts.map((part) => /-old\\((?!root)(.*)\\)/.exec(part)?.[1]).find(Boolean);
  await viewTransition?.finished;
  globalThis.moved = parts.includes('::view-transition-new(' + named + ')') ? named : 'nothing';
});`;

function titles(page: Page): Promise<string[]> {
  return page.locator('.days a:visible').allTextContents();
}

describeWith(CHROMIUM, 'the lists of a blog', (program) => {
  const site = new SmallSite(program, CONTENT);

  it.each([
    [1280, 'light'],
    [320, 'dark'],
  ] as const)('are accessible and fit a page of %i pixels, %s', async (width, colorScheme) => {
    const page = await site.open('', { viewport: { width, height: 900 }, colorScheme });
    for (const address of ['', 'page/5/', 'archive/', 'tags/', 'tags/roses/', 'authors/']) {
      await page.goto(new URL(`/${address}`, page.url()).href);
      expect(await axeFaults(page), address).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
  });

  it('have short titles and their dates in one line on a phone, and so has the header', async () => {
    const page = await site.open('tags/roses/', { viewport: { width: 390, height: 900 } });
    const heightOf = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().height);
    const [first = ''] = await page.locator('.post-index > li').allInnerTexts();
    expect(first.split(/\s+/).join(' ')).toBe('Rose 59 December 9 1 min read');
    expect(await heightOf('.post-index > li')).toBeLessThan(45);
    expect(await heightOf('.site-header')).toBeLessThan(90);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await heightOf('.site-header')).toBeGreaterThan(110);
  });

  it.each([
    ['no-preference', 'title'],
    ['reduce', 'nothing'],
  ] as const)('move a title to its post and back, with motion %s', async (motion, moved) => {
    const page = await site.open('', { reducedMotion: motion });
    await page.addInitScript(RECORD_TRANSITION);
    // Answers of the test itself end some transitions before they begin.
    await page.unrouteAll();
    const settled = (name: string): Promise<void> =>
      expect.poll(() => page.evaluate('globalThis.moved')).toBe(name);
    await page.goto(new URL('/tags/roses/', page.url()).href);
    await settled('nothing');
    await page.getByRole('link', { name: 'Rose 58' }).click();
    await page.waitForURL('**/rose-58/');
    await settled(moved);
    await page.goBack();
    await page.waitForURL('**/tags/roses/');
    await settled(moved);
  });

  it('set dates and reading times in columns on a tablet', async () => {
    const page = await site.open('search/', { viewport: { width: 768, height: 900 } });
    const edges = await page.locator('.post-index > li').evaluateAll((items) =>
      items.map((item) => {
        const [date, minutes] = ['time', '.post-meta'].map((part) =>
          item.querySelector(part)?.getBoundingClientRect(),
        );
        return [date?.right, minutes?.left, minutes?.top === date?.top].join();
      }),
    );
    expect(edges.length).toBeGreaterThan(2);
    expect(new Set(edges).size).toBe(1);
  });

  it('lead from the picture of an entry to its post', async () => {
    const page = await site.open();
    // The link of the title lies above it.
    await page.locator('.thumbnail').click({ force: true });
    await page.waitForURL('**/moss/');
    expect(await page.locator('h1').textContent()).toBe('Moss');
  });

  it('are filtered as the reader types, in folded years too, and come back', async () => {
    const page = await site.open('archive/');
    const whole = await titles(page);
    expect(whole).not.toContain('Überwintern');
    await page.getByLabel('Filter').fill('uber');
    expect(await titles(page)).toEqual(['Überwintern']);
    expect(await page.locator('.period:visible h2').allTextContents()).toEqual(['2015']);
    expect(await page.locator('.filter output').textContent()).toBe('1 of 62');
    await page.getByLabel('Filter').fill('');
    expect(await titles(page)).toEqual(whole);
  });

  it('open a folded year by its link', async () => {
    const page = await site.open('archive/', { javaScriptEnabled: false });
    await page.getByRole('link', { name: '2015' }).first().click();
    await page.getByText('Überwintern').waitFor();
    expect(await titles(page)).toContain('Überwintern');
  });

  it('have no filter, and no place for it, without scripts', async () => {
    const page = await site.open('archive/', { javaScriptEnabled: false });
    expect(await page.getByLabel('Filter').count()).toBe(0);
    expect((await page.locator('.filter').boundingBox())?.height).toBe(0);
    await page.locator('summary', { hasText: 'posts' }).last().click();
    expect(await titles(page)).toContain('Überwintern');
  });

  it('does not move the page when the filter comes', async () => {
    const page = await site.open('archive/');
    const shifts = await page.evaluate(
      `new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().length))
          .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 300);
      })`,
    );
    expect(shifts).toBe(0);
  });
});
