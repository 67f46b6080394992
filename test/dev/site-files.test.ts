import path from 'node:path';
import { expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { SiteFiles } from '../../src/dev/site-files.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const FILE = 'posts/roses/index.md';
const textOf = (title: string) => `---\ntitle: ${title}\npublishDate: 2024-03-10\n---\n\nRed.\n`;

/** The page of a post, or the one that was built. */
const render = (item?: object) => (item && 'title' in item ? String(item.title) : 'Roses');

it('shows a post as it was saved last', async () => {
  const contentDir = folderWith({
    'site.yaml': 'title: Garden\nurl: https://garden.example/\n',
    [FILE]: textOf('Roses'),
  });
  const publicDir = temporaryFolder();
  const { site, drafts } = await loadWithProblems({ contentDir, publicDir, drafts: true });
  const files = new SiteFiles(site, new Map([['2024/03/roses/index.html', render]]));
  const shown = () => files.at('/2024/03/roses/');
  expect(shown()).toMatchObject({ content: 'Roses' });
  for (const title of ['Lilies', 'Tulips', 'Daisies']) {
    const draft = await drafts.build(path.join(contentDir, path.dirname(FILE)), textOf(title));
    if (draft !== undefined) files.replace(draft.post);
    expect(shown()).toMatchObject({ content: title });
  }
});
