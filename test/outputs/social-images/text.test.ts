/** Preparation of texts for social cards. */
import { describe, expect, it } from 'vitest';
import {
  directionOf,
  keepTogether,
  normalizeText,
} from '../../../src/outputs/social-images/text.ts';

const HELLO = '\u0645\u0631\u062d\u0628\u0627';

it('a text is composed, on one line and not endless', () => {
  expect(normalizeText(' e\u0301te\u0301\n\tgarden ')).toBe('\u00e9t\u00e9 garden');
  expect(normalizeText('\u{1f389}'.repeat(2000))).toBe('\u{1f389}'.repeat(600));
});

describe('the direction of a text', () => {
  it.each([
    ['Hello', 'ltr'],
    ['', 'ltr'],
    ['2021', 'ltr'],
    [HELLO, 'rtl'],
    [`1. ${HELLO} Python Software Foundation`, 'rtl'],
    [`PyCon ${HELLO} ${HELLO}`, 'rtl'],
    [`Hello ${HELLO} and welcome`, 'ltr'],
  ])('of %j is %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});

describe('a line does not break', () => {
  it('after a hyphen in a word', () => {
    expect(keepTogether('Kahn-Greene - 2016-17')).toBe('Kahn-\u2060Greene - 2016-17');
  });

  it('inside a right-to-left phrase of a left-to-right text', () => {
    expect(keepTogether(`A long word ${HELLO} ${HELLO} here`)).toBe(
      `A long word ${HELLO}\u00a0${HELLO} here`,
    );
    expect(keepTogether(`${HELLO} ${HELLO}`)).toBe(`${HELLO} ${HELLO}`);
    expect(keepTogether('')).toBe('');
  });
});
