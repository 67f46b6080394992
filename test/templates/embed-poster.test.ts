/** The placeholder of an embed, as markup. */
import { expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.ts';
import { render } from '../../templates/pages/post.11ty.tsx';
import { lineOf, parsePage, withClass } from '../support/dom.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const BODY = `## The whole film

<iframe src="https://www.youtube.com/embed/a"></iframe>

Words.

<iframe src="https://www.youtube.com/embed/b" title="A talk"></iframe>

Words.

<iframe src="https://www.youtube.com/embed/c" title="Another film"></iframe>
`;

it('names the video, and shows the name only where no heading has it', async () => {
  const contentDir = folderWith({
    'site.yaml': 'title: Garden\nurl: https://garden.example/\n',
    'posts/a/index.md': `---\ntitle: A talk\npublishDate: 2024-03-10\n---\n\n${BODY}`,
  });
  const site = await loadSite({ contentDir, publicDir: folderWith({}), drafts: false });
  const page = parsePage(render({ site, post: required(site.posts[0]) }));
  const posters = withClass(page, 'poster');
  expect(posters.map(lineOf)).toEqual([
    'The whole film youtube.com',
    'A talk youtube.com',
    'Another film youtube.com',
  ]);
  const hidden = posters.map((poster) => withClass(poster, 'sr-only').map(lineOf));
  expect(hidden).toEqual([['The whole film'], ['A talk'], []]);
});
