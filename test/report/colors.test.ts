/** When to use colors. */
import { describe, expect, it } from 'vitest';
import { COLORED, PLAIN, colorsFor } from '../../src/report/colors.ts';

const terminal = { isTTY: true, hasColors: () => true };
const grey = { isTTY: true, hasColors: () => false };
const pipe = {};

describe('colorsFor', () => {
  it.each([
    ['a terminal', terminal, {}, COLORED],
    ['a terminal without colors', grey, {}, PLAIN],
    ['a pipe', pipe, {}, PLAIN],
    ['NO_COLOR on a terminal', terminal, { NO_COLOR: '1' }, PLAIN],
    ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, COLORED],
    ['FORCE_COLOR in a pipe', pipe, { FORCE_COLOR: '1' }, COLORED],
    ['both', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, COLORED],
    ['FORCE_COLOR=0 on a terminal', terminal, { FORCE_COLOR: '0' }, PLAIN],
  ])('%s', (_what, screen, environment, paint) => {
    expect(colorsFor(screen, environment)).toBe(paint);
  });
});
