/** Which pages a pagination links to. */
import { expect, it } from 'vitest';
import { numbersAround } from '../../src/site/pagination.ts';

it.each([
  [1, 1, '1'],
  [1, 2, '1 2'],
  [2, 3, '1 2 3'],
  [1, 4, '1 2 3 4'],
  [1, 5, '1 2 3 4 5'],
  [1, 24, '1 2 3 gap 24'],
  [2, 24, '1 2 3 gap 24'],
  [3, 24, '1 2 3 4 gap 24'],
  [4, 24, '1 2 3 4 5 gap 24'],
  [5, 24, '1 gap 4 5 6 gap 24'],
  [21, 24, '1 gap 20 21 22 23 24'],
  [24, 24, '1 gap 22 23 24'],
])('page %i of %i links to %s', (current, count, expected) => {
  expect(numbersAround(current, count).join(' ')).toBe(expected);
});
