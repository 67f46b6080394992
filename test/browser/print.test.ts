/** What is printed, in Chromium. */
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { buildSite } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { photograph } from '../support/pictures.ts';
import { folderWith } from '../support/scratch.ts';
import { Visitor } from './visitor.ts';

const ADDRESS = 'https://example.org/2024/03/roses/';
const CONTENT = {
  'site.yaml': `title: Garden\nurl: https://example.org/\nhost: ${HEADERS_HOST}\nqrCode: true\n`,
  'posts/roses/rose.jpg': await photograph(400, 300),
  'posts/roses/index.md': `---
title: Roses
publishDate: 2024-03-10
---

[The beds](https://beds.example/), https://bare.example/ and [bare.example/a](https://bare.example/a).

Some words [![A rose](rose.jpg)](https://rose.example/) around a picture.

p.p1 {margin: 0.0px 0.0px 0.0px 0.0px; font: 12.0px 'Helvetica Neue'; color: #454545}
`,
  'pages/about.md': '---\ntitle: About\n---\n\nWords.\n',
};

describeWith(CHROMIUM, 'print', (program) => {
  const visitor = new Visitor(program, () => buildSite({ content: folderWith(CONTENT) }));

  it('has the addresses of links, unless their text is the address or they are pictures', async () => {
    const { page } = await visitor.open('/2024/03/roses/');
    await page.emulateMedia({ media: 'print' });
    const printed = await page.evaluate(`[...document.querySelectorAll('.prose a[href^=http]')].map(
      (link) => link.textContent + getComputedStyle(link, '::after').content)`);
    expect(printed).toEqual([
      'The beds" (https://beds.example/)"',
      'https://bare.example/none',
      'bare.example/anone',
      'none',
    ]);
    await page.close();
  });

  it('has no label of code that is folded away', async () => {
    const { page } = await visitor.open('/2024/03/roses/');
    const code = page.locator('.leaked-code');
    expect(await code.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await code.isVisible()).toBe(false);
    await page.close();
  });

  it.each([
    ['/2024/03/roses/', ADDRESS],
    ['/about/', 'https://example.org/about/'],
  ])('ends %s with its address and a QR code of it', async (path, address) => {
    const visit = await visitor.open(path);
    const { page } = visit;
    const part = page.locator('.qr-code');
    expect(await part.isVisible()).toBe(false);
    expect(await visit.faults()).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await part.innerText()).toBe(address);
    const { width, height } = (await part.locator('svg').boundingBox()) ?? {};
    expect([width, height].map((side) => Math.round(side ?? 0))).toEqual([94, 94]);
    expect(await page.evaluate(MODULES)).toEqual(encode(address, { ecc: 'M', border: 0 }).data);
    await page.close();
  });
});

/** Whether each module of the drawing is dark, as a browser fills it. */
const MODULES = `(() => {
  const svg = document.querySelector('.qr-code svg');
  const { x, y, width } = svg.viewBox.baseVal;
  const path = svg.querySelector('path');
  const isDark = (column, row) =>
    path.isPointInFill(new DOMPoint(x + column + 0.5, y + row + 0.5));
  const numbers = [...Array(width).keys()];
  return numbers.map((row) => numbers.map((column) => isDark(column, row)));
})()`;
