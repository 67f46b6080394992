/** Editors that write a `div` for each line, as that of Blogger does. */
import { expect, it } from 'vitest';
import { markdownOf } from '../../support/import-body.ts';

it.each([
  ['<div>a</div><div>b</div><div><br></div><div>c</div><div>d</div>', 'a\\\nb\n\nc\\\nd\n'],
  ['text<div>a</div><div>b</div><div><br></div>', 'text\\\na\\\nb\n'],
  ['<div>a</div><div><br></div><div>b</div><div>c</div>tail', 'a\n\nb\\\nc\\\ntail\n'],
  ['text<br><div>a</div><div>b</div><div><br></div>', 'text\\\na\\\nb\n'],
  ['<div>a</div><div>b</div>', 'a\n\nb\n'],
])('keeps the lines of %s', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});
