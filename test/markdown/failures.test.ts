/** Bugs in the renderer stop neither the program nor the other checks. */
import { describe, expect, it, vi } from 'vitest';
import { linkResolver } from '../../src/addresses/resolver.ts';
import type * as Renderer from '../../src/markdown/marked.ts';
import { finishBody, parseBody } from '../../src/markdown/render-body.ts';
import { links } from '../support/redirects.ts';
import { render } from '../support/render.ts';

vi.mock('../../src/markdown/marked.ts', async (importOriginal) => {
  const original = await importOriginal<typeof Renderer>();
  const markdownToHtml: typeof original.markdownToHtml = (markdown, ...others) => {
    if (markdown.includes('unlucky')) throw new TypeError('Nobody expected this.\nDetails.');
    return original.markdownToHtml(markdown, ...others);
  };
  return { ...original, markdownToHtml };
});

const SOURCE = { file: 'posts/a/index.md', files: [], language: 'en', description: undefined };

describe('a bug in the renderer', () => {
  it('is an error at the line where Markdown cannot be read', async () => {
    const { parts, problems } = await render('One\n\nTwo\nand an unlucky\nword\n\nunlucky');
    expect(parts).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'error', code: 'body-failed', bodyLine: 4 }]);
    expect(problems[0]?.message).toMatch(/TypeError: Nobody expected this\.$/);
  });

  it('is an error of the file while links are resolved, and keeps its other problems', async () => {
    const broken = {
      ...linkResolver(links()),
      link: () => {
        throw new Error('Nor this.');
      },
    };
    const parsed = parseBody({ ...SOURCE, markdown: '[a](/b/)' });
    const warning = {
      severity: 'warning',
      code: 'x',
      file: SOURCE.file,
      message: '',
      hint: '',
    } as const;
    const body = await finishBody({ ...parsed, problems: [warning] }, '/a/', broken);
    expect(body.parts).toEqual([]);
    expect(body.problems.map(({ code }) => code)).toEqual(['x', 'body-failed']);
  });
});

describe('a quotation in a list item', () => {
  it.each([
    ['- Open\n  > 2. Save\n  and wait\n- Close', ['Open', 'Save', 'and wait', 'Close']],
    ['- Open\n  > - Save\n  and wait', ['Open', 'Save', 'and wait']],
    ['1. Open\n   > > 3) Save\n   > and wait\n   now', ['Open', 'Save', 'and wait', 'now']],
  ])('may end with a list that goes on: %j', async (markdown, words) => {
    const { html, codes } = await render(markdown);
    expect(codes).toEqual([]);
    for (const text of words) expect(html).toContain(text);
    expect(html).toContain('<blockquote>');
  });
});
