/** When a report has colours. */
import { describe, expect, it } from 'vitest';
import { COLOURS, PLAIN, paintFor } from '../../src/report/ansi.ts';

const terminal = { isTTY: true, hasColors: () => true };
const grey = { isTTY: true, hasColors: () => false };
const pipe = {};

describe('paintFor', () => {
  it.each([
    ['a terminal', terminal, {}, COLOURS],
    ['a terminal without colours', grey, {}, PLAIN],
    ['a pipe', pipe, {}, PLAIN],
    ['NO_COLOR on a terminal', terminal, { NO_COLOR: '1' }, PLAIN],
    ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, COLOURS],
    ['FORCE_COLOR in a pipe', pipe, { FORCE_COLOR: '1' }, COLOURS],
    ['both', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, COLOURS],
    ['FORCE_COLOR=0 on a terminal', terminal, { FORCE_COLOR: '0' }, PLAIN],
  ])('%s', (_what, screen, environment, paint) => {
    expect(paintFor(screen, environment)).toBe(paint);
  });
});
