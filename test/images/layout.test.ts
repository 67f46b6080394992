/** The widths that browsers are offered, held against the stylesheets. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sizesOf, versionWidths } from '../../src/images/layout.ts';
import { RECIPE } from '../../src/images/recipe.ts';
import { ROOT } from '../support/build-site.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

it('the column is that of the stylesheets', () => {
  const measure = Number(/--measure: (\d+)rem/.exec(read('public/css/tokens.css'))?.[1]);
  expect(sizesOf(5000, 1)).toBe(
    `(max-width: ${Math.ceil((measure * 16) / 0.9)}px) 90vw, ${measure * 16}px`,
  );
});

it('a small image is no wider than it is', () => {
  expect(sizesOf(90, 1)).toBe('(max-width: 100px) 90vw, 90px');
  expect(versionWidths(90, false)).toEqual([90]);
});

it('pictures in a row have a part of it', () => {
  expect(sizesOf(300, 4)).toBe('(max-width: 658px) 27vw, 136px');
  expect(versionWidths(300, true)).toEqual([112, 140, 190, 230, 300]);
});

it('another library makes everything anew', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    read('package.json'),
  );
  expect(RECIPE).toContain(`sharp ${dependencies['sharp']},`);
});
