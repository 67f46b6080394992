/** How far the images of a text reach on its page. */
import { describe, expect, it } from 'vitest';
import { Pictures } from '../../../src/outputs/images/pictures.ts';
import { usesIn } from '../../../src/outputs/images/uses.ts';
import type { Image } from '../../../src/site/image-model.ts';
import { feedContent } from '../../../src/outputs/feeds/content.ts';
import type { BodyPart, ImagePart } from '../../../src/site/model.ts';
import { render } from '../../support/render.ts';

const FOLDER = '/2024/03/hello/';

/** Named after their sizes: `1600x900.jpg`. */
function imageOf(name: string): Image {
  const [width = 0, height = 0] = name.split(/[x.]/).map(Number);
  const path = FOLDER + name;
  return {
    ...{ hash: name, type: 'jpg', width, height, orientation: 1, frames: 1, isCleaned: false },
    ...{ bytes: 1000, source: path, path, use: 'column', isForBrowsers: true },
    versions: [360, width].map((each) => ({
      ...{ path: `/hashed/${each}.avif`, width: each, height: each, type: 'image/avif' },
      ...{ isStill: false, bytes: 100 },
    })),
  };
}

/** @param isWide whether the text takes up the margin too */
async function applied(markdown: string, isWide = false): Promise<readonly BodyPart[]> {
  const names = [...new Set(markdown.match(/\d+x\d+\.jpg/g))];
  const { parts } = await render(markdown, { files: names });
  return new Pictures(names.map(imageOf), '').apply(parts, isWide);
}

async function imagesIn(markdown: string, isWide = false): Promise<ImagePart[]> {
  return (await applied(markdown, isWide)).filter((part) => part.kind === 'image');
}

describe('an image alone', () => {
  it.each([
    ['narrow', '![](591x900.jpg)'],
    ['alone', '![](592x900.jpg)'],
    ['alone', '![](999x500.jpg)'],
    ['alone', '![](1200x1200.jpg)'],
    ['wide', '![](1000x500.jpg)'],
    ['wide', '[![](1000x500.jpg)](https://x.example/)'],
    ['alone', '![](1000x500.jpg){.inset}'],
    ['narrow', '![](1000x500.jpg){width=50%}'],
    ['alone', '![](1000x500.jpg){width=100%}'],
    ['narrow', '![](1000x500.jpg){width=300}'],
    ['wide', '![](300x200.jpg){.wide}'],
    ['full', '![](300x200.jpg){.full}'],
    ['narrow', '<img src="https://x.example/a.png" width="200">'],
    ['alone', '![](https://x.example/a.png)'],
    ['picture narrow', '![](200x100.jpg) Words'],
    ['picture wide', '![](1000x500.jpg) Words'],
    ['picture', '- ![](1000x500.jpg) Words'],
    [undefined, 'Words with ![](1000x500.jpg)'],
  ])('is %s: %s', async (layout, markdown) => {
    const [image] = await imagesIn(markdown);
    expect(image?.attributes['class']).toBe(layout);
  });

  it('leaves no column that takes up the margin', async () => {
    const [image] = await imagesIn('![](1600x900.jpg)', true);
    expect(image?.attributes['class']).toBe('alone');
    expect(image?.sources[0]?.sizes).toMatch(/^\(min-width: 864px\) 784px, /);
  });

  it.each([
    ['![](1600x900.jpg)', /^\(min-width: 1360px\) 848px, .*, 592px$/],
    ['![](1600x900.jpg){.inset}', /^\(max-width: 658px\) 90vw, 592px$/],
    ['![](1600x900.jpg){.full}', /^100vw$/],
    ['- ![](1600x900.jpg)', /^\(max-width: 658px\) 90vw, 592px$/],
  ])('tells browsers its width: %s', async (markdown, sizes) => {
    const [image] = await imagesIn(markdown);
    expect(image?.sources[0]?.sizes).toMatch(sizes);
  });
});

describe('a row of images', () => {
  it('makes them equally high', async () => {
    const images = await imagesIn('![](1000x500.jpg) ![](400x400.jpg) ![](600x1200.jpg)');
    expect(images.map(({ inRow }) => inRow)).toEqual([
      { width: 1714, height: 857, rowWidth: 3000 },
      { width: 857, height: 857, rowWidth: 3000 },
      { width: 429, height: 857, rowWidth: 3000 },
    ]);
    const gaps = 2 * 12;
    const shares = [4, 2, 1].map((part) => Math.round(((592 - gaps) * part) / 7));
    expect(images.map(({ sources }) => sources[0]?.sizes?.replace(/.*, /, ''))).toEqual(
      shares.map((width) => `${width}px`),
    );
  });

  it('does not make them larger than their files', async () => {
    const images = await imagesIn('![](200x100.jpg) ![](300x300.jpg)');
    expect(images.map(({ inRow }) => inRow)).toEqual([
      { width: 200, height: 100, rowWidth: 300 },
      { width: 100, height: 100, rowWidth: 300 },
    ]);
    expect(images[0]?.sources[0]?.sizes).toBe('(max-width: 334px) 58vw, 200px');
  });

  it('leaves the sizes alone if one is unknown', async () => {
    const images = await imagesIn('![](1000x500.jpg) ![](https://x.example/a.png)');
    expect(images.map(({ inRow }) => inRow)).toEqual([undefined, undefined]);
  });
});

describe('a link to the file', () => {
  it.each([
    [{ width: 1600, height: 900 }, '![](1600x900.jpg)'],
    [{ width: 900, height: 1600 }, '![](900x1600.jpg)'],
    [{ width: 600, height: 400 }, '![](1000x500.jpg) ![](600x400.jpg)'],
    [{ width: 800, height: 400 }, '| A | B |\n| - | - |\n| ![](800x400.jpg){width=200} | c |'],
    [undefined, '![](600x400.jpg)'],
    [undefined, '[![](1600x900.jpg)](https://x.example/)'],
    [undefined, '![](800x400.jpg){width=40}'],
    [undefined, '![](https://x.example/a.png)'],
  ])('shows %j: %s', async (larger, markdown) => {
    const images = await imagesIn(markdown);
    expect(images.at(-1)?.larger).toEqual(larger);
  });
});

it('versions are encoded for the largest place of an image', async () => {
  const { parts } = await render(
    '![](a.jpg)\n\n![](b.jpg){.wide}\n\n![](c.jpg){.full}\n\n![](a.jpg) ![](d.jpg){.full}',
    { files: ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'] },
  );
  const uses = usesIn([{ parts, isWide: false }], '');
  expect([...uses].map(([path, use]) => path.replace(FOLDER, '') + ' ' + use)).toEqual([
    'a.jpg row',
    'b.jpg wide',
    'c.jpg full',
    'd.jpg row',
  ]);
  expect([...usesIn([{ parts, isWide: true }], '').values()]).toContain('wide');
});

it('feeds get plain figures', async () => {
  const parts = await applied('![A](1600x900.jpg "Beans")\n\n![](1000x500.jpg) ![](400x400.jpg)');
  const html = feedContent(parts, `https://garden.example${FOLDER}`);
  expect(html.replaceAll(/ class="\w+"|\n/g, '')).toBe(
    `<figure><img src="https://garden.example${FOLDER}1600x900.jpg" alt="A" width="1600" height="900"><figcaption>Beans</figcaption></figure>` +
      `<div><div><img src="https://garden.example${FOLDER}1000x500.jpg" alt="" width="1000" height="500">` +
      `<img src="https://garden.example${FOLDER}400x400.jpg" alt="" width="400" height="400"></div></div>`,
  );
  expect(html).not.toMatch(/<img[^>]*(?:class|loading|priority)=/);
});
