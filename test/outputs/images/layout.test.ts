/** Widths of image versions, compared with the stylesheets. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import {
  portraitSizes,
  sizesOf,
  sizesOfShare,
  versionWidths,
} from '../../../src/outputs/images/layout.ts';
import { RECIPE } from '../../../src/outputs/images/recipe.ts';
import { ROOT } from '../../support/build-site.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

it('the column width matches the stylesheets', () => {
  const measure = Number(/--measure: (\d+)rem/.exec(read('public/css/tokens.css'))?.[1]);
  expect(sizesOf(5000, 1)).toBe(
    `(max-width: ${Math.ceil((measure * 16) / 0.9)}px) 90vw, ${measure * 16}px`,
  );
});

it('a small image is never enlarged', () => {
  expect(sizesOf(90, 1)).toBe('(max-width: 100px) 90vw, 90px');
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

it('images in a row share the column', () => {
  expect(sizesOf(300, 4)).toBe('(max-width: 658px) 27vw, 136px');
  expect(versionWidths({ width: 300, height: 200 }, 'row')).toEqual([112, 140, 190, 230, 300]);
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
