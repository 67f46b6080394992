/** How titles are broken into lines. */
import { describe, expect, it } from 'vitest';
import { setText, shorten, type Box } from '../../../src/outputs/social-images/lines.ts';

/** Each sign is half as wide as the type is high. */
const measure = (text: string): number => [...text].length / 2;
const BOX: Box = { width: 1000, height: 300, sizes: [80, 40], leading: 1.25 };

describe('a title', () => {
  it('is large when it is short', () => {
    expect(setText('Hello', BOX, measure)).toEqual({ size: 80, lines: ['Hello'] });
  });

  it('is broken into lines of like length', () => {
    const title = 'The garden in winter, and what grows there';
    const { size, lines } = setText(title, BOX, measure);
    expect(size).toBe(80);
    expect(lines).toEqual(['The garden in winter,', 'and what grows there']);
  });

  it('is smaller when it is long', () => {
    const title = 'The garden in winter, '.repeat(5).trim();
    const { size, lines } = setText(title, BOX, measure);
    expect(size).toBe(40);
    expect(lines.join(' ')).toBe(title);
  });

  it('is smaller when a word is long', () => {
    expect(setText('Hottentottenstottertrottelmutter', BOX, measure).size).toBe(40);
  });

  it('is cut off at the end of the box when nothing helps', () => {
    const { size, lines } = setText('The garden in winter '.repeat(40), BOX, measure);
    expect(size).toBe(40);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toMatch(/\u2026$/);
    expect(lines.every((line) => measure(line) * size <= BOX.width)).toBe(true);
  });

  it('is broken inside of a word that is longer than a line', () => {
    const { lines } = setText('x'.repeat(120), BOX, measure);
    expect(lines.join('')).toBe('x'.repeat(120));
    expect(lines.length).toBeGreaterThan(1);
  });

  it('is broken between signs where a script has no spaces, but not before a full stop', () => {
    const { lines } = setText(`${'\u5ead'.repeat(25)}\u3002`, BOX, measure);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(`${'\u5ead'.repeat(25)}\u3002`);
    expect(lines.every((line) => !line.startsWith('\u3002'))).toBe(true);
  });
});

it('a line that is too long ends with an ellipsis', () => {
  expect(shorten('Hello', 2.5, measure)).toBe('Hello');
  expect(shorten('', -1, measure)).toBe('');
  expect(shorten('Hello', -1, measure)).toBe('');
  expect(shorten('Hello garden', 4, measure)).toBe('Hello g\u2026');
});
