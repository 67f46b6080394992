/** The table of contents of a long post. */
import { describe, expect, it } from 'vitest';
import { contentsOf } from '../../src/site/contents.ts';
import type { ContentsItem } from '../../src/site/model.ts';
import { attributes } from '../support/dom.ts';
import { render } from '../support/render.ts';

/** The items on one line, with what is within them in brackets. */
function onOneLine(items: readonly ContentsItem[]): string {
  return items
    .map(({ text, items: within }) => text + (within.length > 0 ? ` (${onOneLine(within)})` : ''))
    .join(', ');
}

async function contents(markdown: string, minutes = 5): Promise<ContentsItem[]> {
  return contentsOf((await render(markdown)).headings, minutes);
}

describe('the table of contents', () => {
  it.each([
    ['# a\n# b\n# c', 'a, b, c'],
    ['## a\n### b\n### c\n## d', 'a (b, c), d'],
    ['# a\n## b\n### c\n#### d\n# e', 'a (b), e'],
    ['#### a\n# b\n## c', 'a, b (c)'],
    ['# `code` *here*\n# [link](https://example.org/)\n# c', 'code here, link, c'],
    ['# ![x](x.png)\n# a\n# b ![](x.png)\n# c', 'a, b, c'],
    ['# a\n# . . .\n# b\n# c', 'a, b, c'],
    ['# a\n> # quoted\n\n# b\n# c', 'a, b, c'],
    ['# a[^1]\n# b\n# c\n\n[^1]: Note.', 'a, b, c'],
    ['> # q\n\n## a\n## b\n## c', 'a, b, c'],
    ['<h2>one\n\ttwo</h2>\n\n## b\n\n## c', 'one two, b, c'],
  ])('of %j is %s', async (markdown, expected) => {
    expect(onOneLine(await contents(markdown))).toBe(expected);
  });

  it('links to the headings', async () => {
    const { document, headings } = await render('# Same\n# Same\n# 庭');
    const urls = contentsOf(headings, 5).map(({ url }) => url);
    expect(urls).toEqual(['#same', '#same-2', '#庭']);
    expect(urls).toEqual(attributes(document, 'id').map((id) => `#${id}`));
  });

  it('has as many headings as the text', () => {
    const headings = Array.from({ length: 200_000 }, (_, n) => ({
      level: 2,
      id: `${n}`,
      text: 'a',
    }));
    expect(contentsOf(headings, 60)).toHaveLength(200_000);
  });

  it('cuts a very long heading after a word', async () => {
    const [first] = await contents(`# ${'many words '.repeat(300)}\n# b\n# c`);
    expect(first?.text).toMatch(/^(?:many words ?)+\u2026$/);
    expect(first?.text.length).toBeLessThan(102);
  });
});

describe('no table of contents', () => {
  it('for only two headings', async () => {
    expect(await contents('# a\n# b')).toEqual([]);
  });

  it('for a two-minute post', async () => {
    expect(await contents('# a\n# b\n# c', 2)).toEqual([]);
    expect(await contents('# a\n# b\n# c', 3)).toHaveLength(3);
  });
});
