/** Lists that Word has exported as paragraphs. */
import { expect, it } from 'vitest';
import { markdownOf } from './markdown-of.ts';

/** A paragraph as Word writes it. */
function item(label: string, words: string, level = 1): string {
  return `<p class="MsoListParagraph" style="margin-left:36pt;text-indent:-18pt;mso-list:l0 level${level} lfo1"><!--[if !supportLists]--><span style="font-family:Symbol"><span style="mso-list:Ignore">${label}<span style="font:7pt 'Times New Roman'">&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->${words}</p>`;
}

it('makes a list of bullets', () => {
  expect(
    markdownOf(`<p>Roses:</p>\n${item('·', '<b>red</b> ones')}\n${item('·', 'white')}<p>End</p>`),
  ).toBe('Roses:\n\n- **red** ones\n- white\n\nEnd');
});

it('makes a list of numbers, from its first one', () => {
  expect(markdownOf(item('1.', 'red') + item('2.', 'white'))).toBe('1. red\n2. white');
  expect(markdownOf(item('3)', 'red') + item('4)', 'white'))).toBe('3. red\n4. white');
});

it('nests items by their level', () => {
  const html = [
    item('·', 'a'),
    item('o', 'b', 2),
    item('§', 'c', 3),
    item('o', 'd', 2),
    item('·', 'e'),
    item('1.', 'f', 2),
    item('1.', 'g'),
  ].join('');
  expect(markdownOf(html)).toBe('- a\n  - b\n    - c\n  - d\n- e\n  1. f\n\n1. g');
});

it.each([
  ['without the marks of Word', '<p>·&nbsp;&nbsp;&nbsp;&nbsp; red</p><p>·&nbsp; white</p>'],
  [
    'in a span',
    '<p><span>·<span>&nbsp;&nbsp; </span></span>red</p><div><span>·&nbsp; </span>white</div>',
  ],
  [
    'with the class alone',
    '<p class="MsoListParagraphCxSpFirst">•&nbsp; red</p><p class="MsoListParagraphCxSpLast">o&nbsp; white</p>',
  ],
])('knows items %s', (_, html) => {
  expect(markdownOf(html)).toBe('- red\n- white');
});

it.each([
  ['<p>1.&nbsp; red</p>', '1\\. red'],
  ['<p>·red</p>', '·red'],
  ['<div>·&nbsp; red<p>white</p></div>', '· red\n\nwhite'],
  ['<p>o&nbsp;red</p>', 'o red'],
  ['<p class="MsoListParagraph">Red</p>', 'Red'],
  [
    '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">a.&nbsp;</span>red</p>',
    'a. red',
  ],
  ['<p>·&nbsp; red<br>·&nbsp; white</p>', '· red\\\n· white'],
])('leaves %s alone', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});
