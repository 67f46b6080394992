/** Medians and pairwise ratios. */
import { expect, it } from 'vitest';
import { median, pairedRatio } from './statistics.ts';

it('takes the median in any order', () => {
  expect(median([9, 1, 4])).toBe(4);
  expect(median([9, 1, 4, 2])).toBe(3);
  expect(median([])).toBeUndefined();
});

it('compares runs pair by pair', () => {
  // The machine is three times slower in the last round, for both.
  expect(pairedRatio([2, 2, 6], [1, 1, 3])).toBe(2);
  expect(pairedRatio([2, 2], [])).toBeUndefined();
});
