/** Titles that are too long. */
import { expect, it } from 'vitest';
import { checkTitles } from '../../src/content/check-titles.ts';
import { Problems } from '../../src/lib/problem.ts';
import { postEntry } from '../support/entries.ts';

it.each([
  [300, []],
  [301, ['post-title-long']],
])('a title of %d characters', (length, codes) => {
  const problems = new Problems();
  checkTitles([postEntry({ title: 'a'.repeat(length) })], problems);
  expect(problems.all.map(({ code }) => code)).toEqual(codes);
});
