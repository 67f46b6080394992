/** Author portraits and sized images in Chromium: shape, crop, width and download size. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { png } from '../support/pictures.ts';
import { SmallSite } from './small-site.ts';

const Portrait = z.object({
  file: z.string(),
  width: z.number(),
  height: z.number(),
  fit: z.string(),
  isBesideName: z.boolean(),
});

const LOOK = `(async () => {
  const image = document.querySelector('.avatar');
  await image.decode();
  const { width, height, right } = image.getBoundingClientRect();
  return {
    file: new URL(image.currentSrc).pathname,
    ...{ width, height },
    fit: getComputedStyle(image).objectFit,
    isBesideName: right < document.querySelector('h1').getBoundingClientRect().left,
  };
})()`;

const author = (name: string, avatar: string) => ({
  [`authors/${name}.json`]: JSON.stringify({ name, avatar }),
});

const CONTENT = {
  'site.yaml': 'title: Faces\nurl: https://faces.example/\n',
  'posts/hello/index.md':
    '---\ntitle: Hello\npublishDate: 2024-03-10\nauthor: [high, wide, small]\n---\n\n<p><img src="wide.png" width="45%"></p>\n\n<p><img src="wide.png" width="9%"></p>\n\n<p><img src="wide.png" width="100%"></p>\n',
  'posts/hello/wide.png': await png(500, 300),
  ...author('high', 'high.png'),
  ...author('wide', 'wide.png'),
  ...author('small', 'small.png'),
  'authors/high.png': await png(300, 500),
  'authors/wide.png': await png(500, 300),
  'authors/small.png': await png(40, 30),
};

/** Width in percent of the paragraph, and height in percent of the width. */
const SHARES = `Promise.all([...document.querySelectorAll('.e-content img')].map(async (image) => {
  image.loading = 'eager';
  await image.decode();
  const { width, height } = image.getBoundingClientRect();
  const column = image.parentElement.getBoundingClientRect().width;
  return [Math.round(1000 * width / column) / 10, Math.round(100 * height / width)];
}))`;

describeWith(CHROMIUM, 'a portrait', (program) => {
  const site = new SmallSite(program, CONTENT);

  it.each([
    ['high', 1, /-96\.avif$/],
    ['high', 2, /-192\.avif$/],
    ['wide', 1, /-160\.avif$/],
    ['wide', 3, /-320\.avif$/],
    ['small', 2, /-40\.avif$/],
  ])('that is %s fills its square at pixel density %i', async (name, sharpness, file) => {
    for (const width of [1280, 390]) {
      const page = await site.open(`authors/${name}/`, {
        viewport: { width, height: 800 },
        deviceScaleFactor: sharpness,
      });
      expect(Portrait.parse(await page.evaluate(LOOK))).toEqual({
        file: expect.stringMatching(file),
        ...{ width: 96, height: 96, fit: 'cover' },
        isBesideName: width === 1280,
      });
    }
  });

  it('or an image with a width in percent has it, in its proportions', async () => {
    for (const width of [1280, 390]) {
      const page = await site.open('2024/03/hello/', { viewport: { width, height: 800 } });
      expect(await page.evaluate(SHARES)).toEqual([
        [45, 60],
        [9, 60],
        [100, 60],
      ]);
    }
  });
});
