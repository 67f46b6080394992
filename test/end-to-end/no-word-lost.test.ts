/** Words of front matter are on the page or in a message, and similar tags keep pages of their own. */
import { describe, expect, it } from 'vitest';
import { buildSite, built } from '../support/build-site.ts';
import { elements, lineOf } from '../support/dom.ts';
import { folderWith } from '../support/scratch.ts';

const post = (...fields: readonly string[]): string =>
  ['---', ...fields, 'publishDate: 2024-05-01', '---', '', 'Words.', ''].join('\n');

const site = built(
  await buildSite({
    content: folderWith({
      'site.yaml': 'title: Beds\nurl: https://example.org/\n',
      'posts/title/index.md': post('title: Notes on beds, part #3: beans'),
      'posts/description/index.md': post('title: Frost', 'description: What bed #2 has taught us'),
      'posts/quoted/index.md': post('title: "Bed #4: peas"', 'published: true # since May'),
      'posts/basics/index.md': post('title: Basics', 'tags: [Rust入门]'),
      'posts/more/index.md': post('title: More', 'tags: [Rust进阶]'),
      'posts/open/index.md': `${post('title: Open')}\n- Dig\n  > 3. Deep\n  and wide\n`,
    }),
  }),
);

describe('a number sign in front matter', () => {
  it.each([
    ['posts/title/index.md:2', 'Notes on beds, part'],
    ['posts/description/index.md:3', 'What bed'],
  ])('is a warning with its line that shows what is read: %s', (place, read) => {
    const message = site.stderr.slice(site.stderr.indexOf(place));
    expect(site.stderr).toContain(place);
    expect(message.split('\n\n', 1)[0]).toContain(read);
  });

  it('is no warning in quotes or behind a value that is no text', () => {
    expect(site.stderr).not.toContain('posts/quoted');
    const page = site.output.page('/2024/05/quoted/');
    expect(elements(page, 'h1').map(lineOf)).toEqual(['Bed #4: peas']);
  });
});

describe('tags of two scripts', () => {
  it('have a page each', () => {
    const titles = site.output
      .files()
      .filter((file) => /^tags\/[^/]+\/index\.html$/.test(file))
      .map((file) =>
        elements(site.output.page(`/${file}`), 'h1')
          .map(lineOf)
          .join(),
      );
    expect(titles.join(' ')).toContain('Rust入门');
    expect(titles.join(' ')).toContain('Rust进阶');
  });
});
