/** Code that an editor left in a text is folded away. */
import { describe, expect, it } from 'vitest';
import { feedContent } from '../../src/outputs/feeds/content.ts';
import { elements, lineOf } from '../support/dom.ts';
import { render, renderedHtml } from '../support/render.ts';

const CODE = 'p.p1 {margin: 0.0px; color: #454545}';
const FOLDED = `<details class="leaked-code"><summary>Code left by an editor</summary><p><code>${CODE}</code></p></details>`;

describe('code that an editor left', () => {
  it.each([
    ['in a paragraph of its own', `Hello.\n\n${CODE}\n\nBye.`, `<p>Hello.</p>${FOLDED}<p>Bye.</p>`],
    ['before other words', `${CODE} Hello, *you*.`, `${FOLDED}<p>Hello, <em>you</em>.</p>`],
    ['on a line of its own', `Hello.  \n${CODE}  \nBye.`, `<p>Hello.</p>${FOLDED}<p>Bye.</p>`],
    [
      'within emphasis',
      `*${CODE}* Bye.`,
      `${FOLDED.replace(/<code>.*<\/code>/, `<code><em>${CODE}</em></code>`)}<p>Bye.</p>`,
    ],
    [
      'partly within emphasis',
      `*${CODE} Hello* you.`,
      `${FOLDED.replace(/<code>.*<\/code>/, `<code><em>${CODE}</em></code>`)}<p><em>Hello</em> you.</p>`,
    ],
    ['in a list', `- ${CODE}\n- Bye.`, `<ul><li>${FOLDED}</li><li>Bye.</li></ul>`],
    ['in raw HTML', `<div>${CODE}<p>Bye.</p></div>`, `<div>${FOLDED}<p>Bye.</p></div>`],
  ])('%s is folded', async (_where, markdown, html) => {
    expect(await renderedHtml(markdown)).toBe(html);
  });

  it.each([
    ['a heading', `## ${CODE}`],
    [
      'a header of a table',
      `| **A** | ${CODE} |
| - | - |
| 1 | 2 |`,
    ],
    ['code', `\`${CODE}\``],
  ])('stays as it is in %s', async (_where, markdown) => {
    const { document } = await render(markdown);
    expect(elements(document, 'details')).toEqual([]);
    expect(lineOf(document)).toContain(CODE);
  });

  it('keeps the images and marks beside it', async () => {
    const markdown = `![a](https://x.example/a.png) Words.<br>${CODE}<br>![b](https://x.example/b.png)`;
    const { document } = await render(markdown);
    expect(elements(document, 'p', 'img').map(({ name }) => name)).toEqual([
      'p',
      'img',
      'p',
      'p',
      'img',
    ]);
  });

  it('is labelled in the language of the post, folded in feeds, and out of summaries', async () => {
    const { parts, summary, minutes } = await render(`${`${CODE} `.repeat(400)}Servus.`, {
      language: 'de',
    });
    expect(feedContent(parts, 'https://example.org/a/')).toMatch(
      /^<details class="leaked-code"><summary>Von einem Editor hinterlassener Code<\/summary>/,
    );
    expect(summary).toBe('Servus.');
    expect(minutes).toBe(1);
  });

  it('is reported once, apart from code that readers see', async () => {
    const { problems } = await render(`${CODE}\n\nA rule: p { margin: 0; }\n\n${CODE}`);
    expect(problems).toMatchObject([
      {
        code: 'code-in-text',
        near: CODE.slice(0, 20),
        message: expect.stringContaining('on request'),
      },
      {
        code: 'code-in-text',
        near: 'p { margin: 0; }',
        message: expect.stringContaining('Readers see'),
      },
    ]);
    expect(problems[0]?.message).toContain('and in 1 other place;');
  });
});
