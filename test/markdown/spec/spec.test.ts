/** Every example of CommonMark and GitHub Flavored Markdown. */
import { describe, expect, it } from 'vitest';
import { seenText } from '../../fuzz/seen.ts';
import { tokensOf } from '../../support/dom.ts';
import { render } from '../../support/render.ts';
import { DIFFERENCES, HIDING } from './differences.ts';
import { EXAMPLES } from './examples.ts';
import { outlineOf } from '../../support/outline.ts';

const URL_OF_POST = '/2024/03/hello/';
const ADDRESS = `https://garden.example${URL_OF_POST}`;

const known = new Set(Object.values(DIFFERENCES).flat());

describe('the words of an example', () => {
  it.each(EXAMPLES.filter(({ name }) => !HIDING.includes(name)))(
    'are on the page: $name',
    async ({ markdown, html }) => {
      const page = await render(markdown, { url: URL_OF_POST });
      expect(lostWord(tokensOf(seenText(html)), tokensOf(seenText(page.html)))).toBeUndefined();
    },
  );
});

describe('the structure of an example', () => {
  it.each(EXAMPLES.filter(({ name }) => !known.has(name)))(
    'is that of the page: $name',
    async ({ markdown, html }) => {
      const page = await render(markdown, { url: URL_OF_POST });
      expect(outlineOf(page.html, ADDRESS)).toBe(outlineOf(html, ADDRESS));
    },
  );

  it.each(EXAMPLES.filter(({ name }) => known.has(name)))(
    'differs from that of the page, as listed: $name',
    async ({ markdown, html }) => {
      const page = await render(markdown, { url: URL_OF_POST });
      expect(outlineOf(page.html, ADDRESS)).not.toBe(outlineOf(html, ADDRESS));
    },
  );
});

describe('the list of differences', () => {
  it('names each example once', () => {
    const names = Object.values(DIFFERENCES).flat();
    expect(names).toEqual([...new Set(names)]);
    expect(names.filter((name) => !EXAMPLES.some((example) => example.name === name))).toEqual([]);
  });
});

/** The first of `words` that is not in `text`, in this order. */
function lostWord(words: readonly string[], text: readonly string[]): string | undefined {
  let at = 0;
  for (const word of words) {
    at = text.indexOf(word, at) + 1;
    if (at === 0) return word;
  }
  return undefined;
}
