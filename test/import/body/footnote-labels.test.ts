import { expect, it } from 'vitest';
import { markdownOf } from './markdown-of.ts';

const MARK = '<p>Claim<sup><a href="#n1" id="r1">1</a></sup> and more.</p>';
const BACK = '<a href="#r1">↩</a>';

it.each([
  [`<p id="n1"><sup>1. A source. ${BACK}</sup></p>`, 'A source.'],
  [`<p id="n1">[1] A source. ${BACK}</p>`, 'A source.'],
  [`<p id="n1">1984 was a source. ${BACK}</p>`, '1984 was a source.'],
])('writes the note %s without its number', (note, text) => {
  expect(markdownOf(MARK + note)).toBe(`Claim[^1] and more.\n\n[^1]: ${text}`);
});

it('keeps the spaces around a mark', () => {
  const html = `<p>Claim <a href="#n1" id="r1">[1]</a> and more.</p><p id="n1">Source. ${BACK}</p>`;
  expect(markdownOf(html)).toBe('Claim [^1] and more.\n\n[^1]: Source.');
});
