/** Pages as w3m and Lynx have them: without scripts and styles, and with all that is hidden or in a `template`. */
import { beforeAll, expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.ts';
import type { Site } from '../../src/site/model.ts';
import { render as notFound } from '../../templates/pages/404.11ty.tsx';
import { render as archive } from '../../templates/pages/archive.11ty.tsx';
import { render as postPage } from '../../templates/pages/post.11ty.tsx';
import { render as search } from '../../templates/pages/search.11ty.tsx';
import { elements, parsePage } from '../support/dom.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const BODY = '## Bed\n\nWords.\n\n```js\nwater();\n```\n\n![A rose](rose.svg)\n';
const ROSE = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"/>';
const COMMENTS = 'comments:\n  - { id: c1, author: Grace, date: "2024-03-11", text: "Lovely!" }\n';

let site: Site;

beforeAll(async () => {
  const contentDir = folderWith({
    'site.yaml':
      'title: Garden\nurl: https://garden.test/\neditUrl: https://github.com/rosa/garden\n',
    'posts/a/index.md': `---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\n${BODY}`,
    'posts/a/rose.svg': ROSE,
    'posts/a/comments.yaml': COMMENTS,
    'posts/b/index.md': '---\ntitle: Ferns\npublishDate: 2024-03-12\n---\n\nGreen.\n',
  });
  site = await loadSite({ contentDir, publicDir: 'public', drafts: false });
});

/** What a line of text is: links and words beside one another are on one. */
const BLOCK = /<\/?(?:div|p|li|ul|ol|h[1-6]|dd|dt|section|table|tr|pre|br)\b[^>]*>/g;

/** @returns the lines of a page, from its first word */
function linesOf(html: string): string[] {
  const seen = html.replace(/<(script|style|svg|title)\b[^]*?<\/\1>/g, '').replace(BLOCK, '<hr>');
  const [, body = ''] = seen.split(/<body[^>]*>/);
  return body
    .split('<hr>')
    .map((line) =>
      line
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

it('offer no menu, form or button that needs a script', () => {
  const post = required(site.posts.find(({ title }) => title === 'Roses'));
  const { theme, search: words, lightbox, feedAddress } = site.words;
  const unusable = [theme.system, words.close, words.more, lightbox.close, feedAddress.wrap];
  for (const html of [postPage({ site, post }), search({ site, language: 'en' })])
    expect(linesOf(html).filter((line) => unusable.some((word) => line.includes(word)))).toEqual(
      [],
    );
});

it('do not say that the address has changed before anybody knows', () => {
  expect(linesOf(notFound({ site })).slice(0, 8)).toEqual([
    'Skip to content',
    'Garden',
    ...['Archive', 'Tags', 'Authors', 'Search', 'Page not found'],
    site.words.notFoundPage.text,
  ]);
  expect(linesOf(notFound({ site }))).not.toContain(site.words.notFoundPage.moved);
});

it('have each link apart from the next, and headings without signs', () => {
  const post = required(site.posts.find(({ title }) => title === 'Roses'));
  const lines = linesOf(postPage({ site, post }));
  expect(lines).toEqual(expect.arrayContaining(['Bed', 'Newer', 'Ferns', 'Grace March 11, 2024']));
  expect(lines).toContain('Edit this page History');
});

it('have dates in lists without a second number before them', () => {
  const page = parsePage(archive({ site, language: 'en' }));
  expect(elements(page, 'ol')).toEqual([]);
});
