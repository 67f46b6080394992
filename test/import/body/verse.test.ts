import { expect, it } from 'vitest';
import { markdownOf } from './markdown-of.ts';

it.each([
  [
    'Root,<br>&nbsp;&nbsp; rain,<br>\n&nbsp;&nbsp;wane.',
    'Root,\\\n\u00a0\u00a0\u00a0rain,\\\n\u00a0\u00a0wane.',
  ],
  ['One.<br><br>&nbsp;&nbsp; Two.', 'One.\n\nTwo.'],
  ['One.<br>&nbsp;Two.&nbsp;&nbsp; Three.', 'One.\\\nTwo. Three.'],
])('indents lines of poems, and not paragraphs: %j', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});
