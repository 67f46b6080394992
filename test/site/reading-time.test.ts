/** How long a text takes. */
import { expect, it } from 'vitest';
import { minutesOf } from '../../src/site/reading-time.ts';

it.each([
  [0, 0, 1],
  [100, 0, 1],
  [238, 0, 1],
  [480, 0, 2],
  [2380, 0, 10],
  [0, 2500, 5],
  [238, 500, 2],
])('%i words and %i characters take %i minutes', (words, characters, minutes) => {
  expect(minutesOf({ words, characters })).toBe(minutes);
});
