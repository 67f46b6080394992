/** Widths of image versions, compared with the stylesheets. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import {
  breaksOut,
  breakoutSizes,
  portraitSizes,
  sizesInColumns,
  sizesInRow,
  sizesOf,
  sizesOfShare,
  versionWidths,
} from '../../../src/outputs/images/layout.ts';
import { RECIPE } from '../../../src/outputs/images/recipe.ts';
import { ROOT } from '../../support/build-site.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

it('the column width matches the stylesheets', () => {
  const measure = Number(/--measure: (\d+)rem/.exec(read('public/css/tokens.css'))?.[1]);
  expect(sizesOf(5000)).toBe(
    `(max-width: ${Math.ceil((measure * 16) / 0.9)}px) 90vw, ${measure * 16}px`,
  );
});

it('a small image is never enlarged', () => {
  expect(sizesOf(90)).toBe('(max-width: 100px) 90vw, 90px');
  expect(versionWidths({ width: 90, height: 60 }, 'column')).toEqual([90]);
});

it('a width in percent is a share of the column or of the screen', () => {
  expect(sizesOfShare(50)).toBe('(max-width: 658px) 45vw, 296px');
});

it('the stylesheet knows every whole percent', () => {
  const rules = [
    ...read('public/css/site/widths.css').matchAll(
      /\[data-width([$^]?)='([\d%]+)'\] \{\s*--(tens|ones): (\d+);/g,
    ),
  ];
  for (let percent = 1; percent <= 100; percent++) {
    const written = `${String(percent).padStart(2, '0')}%`;
    const found = { tens: 0, ones: 0 };
    for (const [, where, part = '', name, value] of rules) {
      const ends = where === '$' && written.endsWith(part);
      const starts = where === '^' && written.startsWith(part);
      if (ends || starts || written === part)
        found[name === 'tens' ? 'tens' : 'ones'] = Number(value);
    }
    expect(10 * found.tens + found.ones, written).toBe(percent);
  }
});

it('images in a row share the column, without the gaps', () => {
  const gap = Number(
    /\.pictures \{[^}]*gap: ([\d.]+)rem/.exec(read('public/css/site/figures.css'))?.[1],
  );
  const half = (592 - 16 * gap) / 2;
  expect(sizesInColumns(2)).toBe(`(max-width: 658px) 43vw, ${half}px`);
  const square = { width: 500, rowWidth: 1000 };
  expect(sizesInRow(square, 2, undefined)).toBe(sizesInColumns(2));
  expect(versionWidths({ width: 300, height: 200 }, 'row')).toEqual([112, 135, 160, 190, 240, 300]);
});

it('small images in a row keep their size', () => {
  expect(sizesInRow({ width: 90, rowWidth: 180 }, 2, undefined)).toBe(
    '(max-width: 200px) 43vw, 90px',
  );
});

it('images that leave the column follow the overhang of the stylesheets', () => {
  const [, margin, measure, edge, most] =
    /clamp\(0rem, \(100vw - var\(--(margin)\) - var\(--(measure)\)\) \/ 2 - (\d+)rem, (\d+)rem\)/.exec(
      read('public/css/tokens.css'),
    ) ?? [];
  expect([margin, measure, edge, most]).toEqual(['margin', 'measure', '2', '16']);
  // 592 + (100vw - 784) / 2 - 32 pixels, at most 592 + 256.
  expect(breakoutSizes()).toBe(
    '(min-width: 1360px) 848px, (min-width: 864px) calc(50vw + 168px), (max-width: 658px) 90vw, 592px',
  );
  const third = { width: 400, rowWidth: 1200 };
  expect(sizesInRow(third, 3, 'wide')).toBe(
    '(min-width: 1360px) 275px, (min-width: 864px) calc(17vw + 56px), (max-width: 658px) 28vw, 189px',
  );
  expect(sizesInRow(third, 3, 'full')).toBe('33vw');
});

it.each([
  [1000, 999, true],
  [1000, 1000, false],
  [999, 500, false],
  [900, 1600, false],
])('an image of %i by %i pixels is encoded for the overhang: %s', (width, height, isWide) => {
  expect(breaksOut({ width, height })).toBe(isWide);
  expect(versionWidths({ width, height }, 'column').includes(848)).toBe(isWide);
});

it('an image across the screen is encoded for large screens', () => {
  expect(versionWidths({ width: 5000, height: 3000 }, 'full').at(-1)).toBe(2560);
});

it('a portrait fills the square of the stylesheets', () => {
  const side = Number(
    /\.avatar \{[^}]*width: (\d+)rem/.exec(read('public/css/site/frame.css'))?.[1],
  );
  expect(portraitSizes({ width: 1000, height: 1500 })).toBe(`${side * 16}px`);
});

it.each([
  [1000, 1000, [96, 192]],
  [1000, 1500, [96, 192]],
  [1200, 900, [128, 256]],
  [9000, 100, [592, 1184]],
  [150, 150, [96, 150]],
  [100, 100, [100]],
  [60, 40, [60]],
])('a portrait of %i by %i pixels fills it at each width if it can', (...image) => {
  const [width, height, widths] = image;
  expect(versionWidths({ width, height }, 'portrait')).toEqual(widths);
});

it('a library update changes the cache keys', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    read('package.json'),
  );
  expect(RECIPE).toContain(`sharp ${dependencies['sharp']},`);
});
