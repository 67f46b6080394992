/** The nesting limit, on both threads. */
import { describe, expect, it } from 'vitest';
import { buildSite, built } from '../support/build-site.ts';
import { elements } from '../support/dom.ts';
import { render } from '../support/render.ts';
import { folderWith } from '../support/scratch.ts';

/** Elements in one another that make the limit, with the text in the last of them. */
const DEEPEST = 499;
/** So many that a second thread takes part. */
const POSTS = 120;

describe('nesting', () => {
  it.each([
    ['HTML', `${'<div>'.repeat(DEEPEST)}x`, DEEPEST],
    ['quotes', `${'>'.repeat(DEEPEST - 1)} x`, DEEPEST - 1],
    ['HTML in a line', `x ${'<span title="y">'.repeat(DEEPEST - 1)}z`, DEEPEST - 1],
  ])('is allowed up to the limit: %s', async (_what, markdown, count) => {
    const { codes, document } = await render(markdown);
    expect(codes).toEqual([]);
    expect(elements(document, 'div', 'blockquote', 'span')).toHaveLength(count);
  });

  it('is an error beyond the limit', async () => {
    const { problems } = await render('<div>'.repeat(DEEPEST + 1));
    expect(problems.map(({ code }) => code)).toEqual(['body-too-nested']);
    expect(`${problems[0]?.message} ${problems[0]?.hint}`).toMatch(/500 .*<div>/);
  });

  it('is allowed up to the limit on both threads', async () => {
    const posts = Array.from({ length: POSTS }, (_, n) => {
      const body = n % 2 === 0 ? `${'<div>'.repeat(DEEPEST)}x` : `${'>'.repeat(DEEPEST - 1)} x`;
      const text = `---\ntitle: Post ${n}\npublishDate: '2024-03-10'\n---\n\n${body}\n`;
      return [`posts/post-${n}/index.md`, text] as const;
    });
    const { output } = built(
      await buildSite({
        content: folderWith({
          'site.yaml': 'title: Deep\nurl: https://example.org/\n',
          ...Object.fromEntries(posts),
        }),
      }),
    );
    const pages = [0, 1, POSTS - 2, POSTS - 1].map((n) =>
      output.read(`2024/03/post-${n}/index.html`),
    );
    for (const page of pages) {
      expect(page.split(/<div>|<blockquote>/).length).toBeGreaterThan(DEEPEST - 1);
    }
  });
});
