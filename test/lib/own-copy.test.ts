/** Copies that share no text with the original. */
import { expect, it } from 'vitest';
import { ownText } from '../../src/lib/own-copy.ts';

it.each(['roses', 'Roses and tulips in a vase', '“Roses” und Tulpen 🌷', 'half a tulip: \ud83c'])(
  'copies a text as it is: %j',
  (text) => {
    expect(ownText(text)).toBe(text);
  },
);
