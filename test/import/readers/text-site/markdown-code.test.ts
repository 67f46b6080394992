import { expect, it } from 'vitest';
import { changeProse } from '../../../../src/import/readers/text-site/markdown-code.ts';

function shout(markdown: string): string {
  return changeProse(markdown, (prose) => prose.toUpperCase());
}

it.each([
  ['a `b` c', 'A `b` C'],
  ['a ``b ` c`` d', 'A ``b ` c`` D'],
  ['a ` b', 'A ` B'],
  ['a ` b\n\nc ` d', 'A ` B\n\nC ` D'],
  [String.raw`a \` b`, String.raw`A \` B`],
  ['a\n\n```js\nb\n```\nc', 'A\n\n```js\nb\n```\nC'],
  ['~~~\na\n```\nb\n~~~\nc', '~~~\na\n```\nb\n~~~\nC'],
  ['````\na\n```\nb\n````\nc', '````\na\n```\nb\n````\nC'],
  ['- ```\n  a\n  ```\n- b', '- ```\n  a\n  ```\n- B'],
  ['> ```\n> a\n> ```\n> b', '> ```\n> a\n> ```\n> B'],
  ['a\n```\nb', 'A\n```\nb'],
  ['', ''],
])('changes only prose in %j', (markdown, changed) => {
  expect(shout(markdown)).toBe(changed);
});

it('shows whole lines to the change', () => {
  const lines = changeProse('one `code` two\nthree', (prose) => prose.replace(/^/gm, '> '));
  expect(lines).toBe('> one `code` two\n> three');
});

it('takes linear time', () => {
  const start = performance.now();
  shout('a ` b `` c ``` '.repeat(20_000));
  shout('```\na\n'.repeat(20_000));
  expect(performance.now() - start).toBeLessThan(5000);
});
