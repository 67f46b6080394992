import { expect, it } from 'vitest';
import { markdownOf } from '../../support/import-body.ts';

it.each([
  [
    'Root,<br>&nbsp;&nbsp; rain,<br>\n&nbsp;&nbsp;wane.',
    'Root,\\\n\u00a0\u00a0\u00a0rain,\\\n\u00a0\u00a0wane.\n',
  ],
  ['One.<br><br>&nbsp;&nbsp; Two.', 'One.\n\nTwo.\n'],
  ['One.<br>&nbsp;Two.&nbsp;&nbsp; Three.', 'One.\\\nTwo. Three.\n'],
])('indents lines of poems, and not paragraphs: %j', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});
