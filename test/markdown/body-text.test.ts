/** Word counts, reading times and terms of bodies. */
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/lib/html.ts';
import { bodyText, readingTime } from '../../src/markdown/summary/body-text.ts';
import { render } from '../support/render.ts';

async function counts(markdown: string): Promise<{ words: number; characters: number }> {
  const { words, characters } = bodyText(parseHtml((await render(markdown)).html));
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

describe('the summary of a body', () => {
  it.each([
    ['10<sup>6</sup> roses', '10^6 roses'],
    ['10<sup>-6</sup> m<sup>2</sup>', '10^-6 m^2'],
    ['2<sup>n</sup> and (a)<sup>n+1</sup>', '2^n and (a)^(n+1)'],
    ['the 1<sup>st</sup> of May', 'the 1st of May'],
    ['le 2<sup>e</sup> jour', 'le 2e jour'],
    ['Rosa<sup>TM</sup>', 'RosaTM'],
    ['<sup>14</sup>C', '14C'],
    ['H<sub>2</sub>O', 'H2O'],
    ['Roses[^1]\n\n[^1]: Red.', 'Roses'],
    ['Roses<sup><a href="#n1">1</a></sup>', 'Roses'],
    ['Roses<sup>[1]</sup>', 'Roses'],
  ])('keeps superscripts except references to footnotes: %s', async (markdown, summary) => {
    expect((await render(markdown)).summary).toBe(summary);
  });

  it.each([
    '<video controls src="https://example.org/a.mp4">No video.</video>\n\nRoses',
    '<audio controls src="https://example.org/a.mp3">No audio.</audio>\n\nRoses',
    '<iframe src="https://www.youtube.com/embed/abc">No frames.</iframe>\n\nRoses',
  ])('leaves out what is for old browsers: %s', async (markdown) => {
    expect((await render(markdown)).summary).toBe('Roses');
  });

  it.each([
    ['<div>One<h2>Heading</h2>two</div>', 'One two'],
    ['<ul><li>One<h3>Heading</h3>two</li></ul>three', 'One two three'],
    ['<details><summary>One</summary>two</details>three', 'One two three'],
    ['<dl><dt>One</dt><dd>two</dd></dl>three', 'One two three'],
    ['<figure><figcaption>Caption</figcaption></figure>One<pre>code</pre>two', 'One two'],
    ['One<table><tr><th>a</th></tr><tr><td>b</td></tr></table>two', 'One two'],
    ...['address', 'article', 'aside', 'center', 'footer', 'header', 'section'].map(
      (name): [string, string] => [`One<${name}>two</${name}>three`, 'One two three'],
    ),
  ])('has a space between blocks: %s', async (markdown, summary) => {
    expect((await render(markdown)).summary).toBe(summary);
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
  expect(readingTime({ words, characters })).toBe(minutes);
});
