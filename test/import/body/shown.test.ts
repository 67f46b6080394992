import { expect, it } from 'vitest';
import { compareFacts } from '../../../src/import/account/compare.ts';
import { factsOf } from '../../../src/import/account/facts.ts';
import { renderMarkdown } from '../../../src/import/account/render.ts';
import { parseShallow } from '../../../src/import/body/depth.ts';
import { randomFrom } from '../../support/random.ts';
import { madeUpHtml } from './made-up.ts';
import { markdownOf } from './markdown-of.ts';

const CASES = 200;

it('shows what the old page showed, whatever it was made of', async () => {
  for (let number = 0; number < CASES; number++) {
    const html = madeUpHtml(randomFrom(number));
    const markdown = markdownOf(html);
    const { root, errors } = await renderMarkdown(markdown, { language: 'en', files: ['a.png'] });
    const lost = compareFacts(factsOf(parseShallow(html).root), factsOf(root)).filter(
      ({ kind, change }) => change === 'missing' || kind === 'word' || kind === 'link',
    );
    expect([...lost, ...errors], `case ${number}: ${html}\n${markdown}`).toEqual([]);
  }
});
