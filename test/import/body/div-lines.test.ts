/** Editors that write a `div` for each line, as that of Blogger does. */
import { expect, it } from 'vitest';
import { markdownOf } from './markdown-of.ts';

it.each([
  ['<div>a</div><div>b</div><div><br></div><div>c</div><div>d</div>', 'a\\\nb\n\nc\\\nd'],
  ['text<div>a</div><div>b</div><div><br></div>', 'text\\\na\\\nb'],
  ['<div>a</div><div><br></div><div>b</div><div>c</div>tail', 'a\n\nb\\\nc\\\ntail'],
  ['text<br><div>a</div><div>b</div><div><br></div>', 'text\\\na\\\nb'],
  ['<div>a</div><div>b</div>', 'a\n\nb'],
])('keeps the lines of %s', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});
