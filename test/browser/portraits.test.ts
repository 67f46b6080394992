/** Author portraits in Chromium: shape, crop and download size. */
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
    '---\ntitle: Hello\npublishDate: 2024-03-10\nauthor: [high, wide, small]\n---\n\nHello.\n',
  ...author('high', 'high.png'),
  ...author('wide', 'wide.png'),
  ...author('small', 'small.png'),
  'authors/high.png': await png(300, 500),
  'authors/wide.png': await png(500, 300),
  'authors/small.png': await png(40, 30),
};

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
});
