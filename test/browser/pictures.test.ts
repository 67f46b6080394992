/** Pictures in posts, in Chromium, under a host's security policy. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { noise } from '../support/pictures.ts';
import { axeFaults } from './judges.ts';
import { SmallSite } from './small-site.ts';

const BODY = `Words.

![The bed](bed.jpg "In spring")

![A pea](pea.jpg)
*One pea*

![First](bed.jpg) ![](tall.jpg) ![Third](bed.jpg)

![Across](bed.jpg){.full}

[![Linked](bed.jpg)](/about/)

Words.
`;

const jpeg = (width: number, height: number): Promise<Buffer> =>
  noise(width, height).jpeg({ quality: 90 }).toBuffer();

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://example.org/\n',
  'posts/peas/index.md': `---\ntitle: Peas\npublishDate: 2024-03-10\n---\n\n${BODY}`,
  'posts/peas/bed.jpg': await jpeg(1600, 900),
  'posts/peas/tall.jpg': await jpeg(400, 700),
  'posts/peas/pea.jpg': await jpeg(200, 200),
  'posts/beans/index.md': `---\ntitle: Beans\npublishDate: 2024-03-11\n---\n\n![](bed.jpg)\n`,
  'posts/beans/bed.jpg': await jpeg(1300, 500),
  'posts/pods/index.md':
    '---\ntitle: Pods\npublishDate: 2024-03-09\ncover: pod.jpg\ncoverAlt: A pod\n---\n\nGreen.\n',
  'posts/pods/pod.jpg': await jpeg(300, 200),
  'pages/about.md': '---\ntitle: About\n---\n\nMe.\n',
};

const Boxes = z.array(
  z.object({
    alt: z.string(),
    start: z.number(),
    end: z.number(),
    height: z.number(),
    loaded: z.number(),
  }),
);

const PEAS = '2024/03/peas/';

/** The images of the text; `start` and `end` are distances from the edges of the text column. */
async function boxesOf(page: Page): Promise<z.output<typeof Boxes>> {
  const found: unknown = await page.evaluate(`(async () => {
    const images = [...document.querySelectorAll('.prose img')];
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map((image) => image.decode()));
    const column = document.querySelector('.prose').getBoundingClientRect();
    return images.map((image) => {
      const { left, right, height } = image.getBoundingClientRect();
      const loaded = Number(/-(\\d+)\\.avif$/.exec(image.currentSrc)?.[1] ?? 0);
      return { alt: image.alt, start: left - column.left, end: right - column.right, height, loaded };
    });
  })()`);
  return Boxes.parse(found);
}

function position(page: Page): Promise<string> {
  return page.locator('dialog.lightbox output').innerText();
}

describeWith(CHROMIUM, 'the pictures of a post', (program) => {
  const site = new SmallSite(program, CONTENT);

  it.each([
    [1280, 216, 848, 1600],
    [1920, 256, 848, 1600],
    [390, 0, 400, 400],
  ])(
    'reach as far as a screen of %i pixels allows, on both sides',
    async (width, overhang, wide, full) => {
      const page = await site.open(PEAS, { viewport: { width, height: 900 } });
      const [bed, pea, first, tall, third, across, linked] = await boxesOf(page);
      const place = { start: -overhang / 2 || 0, end: overhang / 2 };
      expect(bed).toMatchObject({ ...place, loaded: wide });
      expect(linked).toMatchObject(place);
      expect(pea?.start).toBeCloseTo(-(pea?.end ?? 0), 0);
      expect(first?.start).toBeGreaterThanOrEqual(0);
      expect(third?.end).toBeLessThanOrEqual(0.5);
      const heights = [first, tall, third].map((box) => box?.height ?? 0);
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.5);
      expect((across?.end ?? 0) - (across?.start ?? 0)).toBeGreaterThan(0);
      expect(await page.evaluate('document.querySelector(".full").clientWidth')).toBe(width);
      expect(across?.loaded).toBe(full);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
    },
  );

  it.each([390, 1280])('centre a small cover on the text, at %i pixels', async (width) => {
    const page = await site.open('2024/03/pods/', { viewport: { width, height: 900 } });
    const [cover, text] = await Promise.all(
      ['.cover img', '.prose'].map((part) => page.locator(part).boundingBox()),
    );
    const middle = (box: typeof cover): number => (box?.x ?? 0) + (box?.width ?? 0) / 2;
    expect(cover?.width).toBe(300);
    expect(middle(cover)).toBeCloseTo(middle(text), 0);
  });

  it('open in a lightbox, and by keyboard one after another', async () => {
    const page = await site.open(PEAS, { reducedMotion: 'reduce' });
    const dialog = page.getByRole('dialog', { name: 'Pictures' });
    const link = page.getByRole('link', { name: 'The bed' });
    await link.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    expect(await position(page)).toBe('1 / 5');
    expect(await dialog.locator('li').first().innerText()).toBe('In spring');
    const image = dialog.locator('img').first();
    expect(await image.getAttribute('src')).toContain(`/${PEAS}bed.jpg`);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => position(page)).toBe('2 / 5');
    await page.keyboard.press('End');
    await expect.poll(() => position(page)).toBe('5 / 5');
    expect(await page.getByRole('button', { name: 'Next picture' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Previous picture' }).click();
    await expect.poll(() => position(page)).toBe('4 / 5');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(
      `/${PEAS}bed.jpg`,
    );
  });

  it('have no way on in a lightbox if there is one', async () => {
    const page = await site.open('2024/03/beans/');
    await page.getByRole('link', { name: 'Full-size image' }).click();
    const dialog = page.getByRole('dialog', { name: 'Pictures' });
    await dialog.waitFor();
    expect(await dialog.getByRole('button').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await dialog.count()).toBe(0);
  });

  it('are links to their files without JavaScript', async () => {
    const page = await site.open(PEAS, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'The bed' }).click();
    await page.waitForURL(`**/${PEAS}bed.jpg`);
    expect(await page.evaluate('document.contentType')).toBe('image/jpeg');
  });

  it('load the first at once, and the lightbox on first use', async () => {
    const page = await site.open(PEAS);
    const images = page.locator('.prose img');
    expect(await images.first().getAttribute('fetchpriority')).toBe('high');
    expect(await page.locator('.prose img:not([loading=lazy])').count()).toBe(1);
    const loaded = await page.evaluate(
      'performance.getEntriesByType("resource").map(({ name }) => name)',
    );
    expect(z.array(z.string()).parse(loaded).join(' ')).not.toContain('lightbox');
  });
});
