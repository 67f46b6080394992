/** Word counts, reading times and terms of bodies. */
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/lib/html.ts';
import { minutesOf, readBody } from '../../src/markdown/reading.ts';
import { render } from '../support/render.ts';

async function counts(markdown: string): Promise<{ words: number; characters: number }> {
  const { words, characters } = readBody(parseHtml((await render(markdown)).html));
  return { words, characters };
}

describe('the word count of a body', () => {
  it.each([
    ['# Four words *here*, too', 4],
    ['[A link](https://example.org/a/long/address)', 2],
    ['![An image](https://example.org/a.png)', 0],
    ['one<br>two', 2],
    ['- a\n- b', 2],
    ['<script>not one word</script>', 0],
    ['<style>p { color: red }</style>', 0],
    ['One p.p1 {margin: 0; color: red} two', 2],
  ])('%j: %i', async (markdown, words) => {
    expect((await counts(markdown)).words).toBe(words);
  });

  it('counts words in code and tables half', async () => {
    expect((await counts('```\none two three four\n```')).words).toBe(2);
    expect((await counts('| a | b |\n|---|---|\n| c | d |')).words).toBe(2);
    expect((await counts('```python\nx = 1 + 2\n```')).words).toBe(2);
  });

  it('are characters in scripts without spaces', async () => {
    expect(await counts('庭で**歩く**人。')).toEqual({ words: 0, characters: 5 });
  });
});

it('takes terms from the text, not from code', async () => {
  const { terms } = await render('Roses\n\n```\nconst tulips = 1;\n```');
  expect(terms).toEqual((await render('roses')).terms);
});

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
