import { expect, it } from 'vitest';
import { definitionLists } from '../../../../src/import/readers/text-site/definition-lists.ts';

it('makes HTML of terms and their definitions', () => {
  const html = definitionLists(
    'A\n\nOne\nTwo\n: First *b*\n  more\n: Second\n\nThree\n\n: Third\n\n    Fourth\n\nB',
  );
  expect(html.split('\n').filter(Boolean)).toEqual([
    'A',
    ...[
      '<dl>',
      '<dt>',
      'One',
      '</dt>',
      '<dt>',
      'Two',
      '</dt>',
      '<dd>',
      'First *b*',
      'more',
      '</dd>',
    ],
    ...[
      '<dd>',
      'Second',
      '</dd>',
      '<dt>',
      'Three',
      '</dt>',
      '<dd>',
      'Third',
      'Fourth',
      '</dd>',
      '</dl>',
    ],
    'B',
  ]);
});

it.each(['A\n:smile: b', '- a\n: b', 'A : b', '# A\n: b', 'A\n\nB\n\nC', ': a'])(
  'leaves %j alone',
  (text) => {
    expect(definitionLists(text)).toBe(text);
  },
);

it('takes linear time', () => {
  const start = performance.now();
  definitionLists('a\n: b\n'.repeat(20_000));
  definitionLists('a\n'.repeat(50_000) + ': ');
  definitionLists('a\n\n'.repeat(50_000) + ': b');
  expect(performance.now() - start).toBeLessThan(5000);
});
