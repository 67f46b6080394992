/** What there is to read in a body. */
import { describe, expect, it } from 'vitest';
import { render } from '../support/render.ts';

async function counts(markdown: string): Promise<{ words: number; characters: number }> {
  const { words, characters } = (await render(markdown)).reading;
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

  it('counts characters in scripts without spaces', async () => {
    expect(await counts('庭で**歩く**人。')).toEqual({ words: 0, characters: 5 });
  });
});

it('takes terms from text, not from code', async () => {
  const { reading } = await render('Roses\n\n```\nconst tulips = 1;\n```');
  expect(reading.terms).toEqual((await render('roses')).reading.terms);
});

it('ends a word at the end of its element', async () => {
  expect((await render('one<br>two')).reading.words).toBe(2);
});
