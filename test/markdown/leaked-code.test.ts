/** Code that editors have left in a text is told of, stays on the page, and makes no summary. */
import { describe, expect, it } from 'vitest';
import { lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

const RULE = 'p.p1 {margin: 0.0px 0.0px; color: #454545}';

describe('leaked code in the text', () => {
  it('is reported at its line, kept, and left out of summaries', async () => {
    const { problems, document, summary } = await render(`Hello.\n\n${RULE} ${RULE}\n\nGoodbye.`);
    expect(problems).toMatchObject([
      { code: 'code-in-text', severity: 'warning', near: RULE.slice(0, 20) },
    ]);
    expect(lineOf(document)).toContain(RULE);
    expect(summary).toBe('Hello. Goodbye.');
  });

  it('is reported once, with its length', async () => {
    const { problems } = await render(`${RULE}\n\nHello.\n\n${RULE}\n\n*${RULE}*`);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('and more of it in 2 other places'),
    ]);
  });

  it.each([
    '`' + RULE + '`',
    '```text\n' + RULE + '\n```',
    `    ${RULE}`,
    `<style>${RULE}</style>\n\nWords`,
    `<!-- ${RULE} -->\n\nWords`,
  ])('does not include code blocks or hidden text: %j', async (markdown) => {
    expect((await render(markdown)).codes).toEqual([]);
  });
});
