import { expect, it } from 'vitest';
import { ghostExport, ghostPost, readGhost } from '../../../support/ghost.ts';
import { entriesIn, notices } from '../../../support/wxr.ts';

async function read(post: object, yaml: string, settings: readonly object[] = []) {
  const tables = {
    posts: [ghostPost({ ...post })],
    tags: [
      { id: 't1', name: 'Tea', slug: 'tea' },
      { id: 't2', name: 'News', slug: 'news' },
    ],
    posts_tags: [
      { post_id: '5eab1', tag_id: 't1', sort_order: 0 },
      { post_id: '5eab1', tag_id: 't2', sort_order: 1 },
    ],
    settings: [{ key: 'timezone', value: 'Asia/Tokyo' }, ...settings.map((row) => ({ ...row }))],
  };
  const files = { 'garden.json': ghostExport(tables), 'routes.yaml': yaml };
  return readGhost(files, 'https://garden.example');
}

function routes(
  ...collections: readonly (readonly [permalink: string, filter?: string])[]
): string {
  const lines = collections.map(
    ([permalink, filter], index) =>
      `  /${index}/:\n    permalink: ${permalink}\n${filter === undefined ? '' : `    filter: "${filter}"\n`}`,
  );
  return `collections:\n${lines.join('')}taxonomies:\n  tag: /topic/{slug}/\n`;
}

it.each([
  [{}, '', '/roses/'],
  [{}, routes(['/blog/{slug}/']), '/blog/roses/'],
  // The day in the zone of the blog.
  [
    { published_at: '2020-04-30T20:00:00.000Z' },
    routes(['/{year}/{month}/{day}/{slug}/']),
    '/2020/05/01/roses/',
  ],
  [{}, routes(['/{primary_tag}/{primary_author}/{slug}/']), '/tea/rosa/roses/'],
  [
    {},
    routes(['/a/{slug}/', 'tag:other'], ['/b/{slug}/', 'tag:news'], ['/c/{slug}/']),
    '/b/roses/',
  ],
  [{}, routes(['/a/{slug}/', 'primary_tag:news'], ['/c/{slug}/']), '/c/roses/'],
  [
    { featured: 1 },
    routes(['/a/{slug}/', 'tag:[x,tea]+featured:true'], ['/c/{slug}/']),
    '/a/roses/',
  ],
  [{}, routes(['/a/{slug}/', 'tag:-tea'], ['/c/{slug}/']), '/c/roses/'],
  [{ type: 'page' }, routes(['/blog/{slug}/']), '/roses/'],
])('a post %j with the routes %j was at %s', async (post, yaml, url) => {
  expect(entriesIn(await read(post, yaml))[0]?.legacyUrls).toEqual([url]);
});

it('a post in no collection had no address', async () => {
  const [entry] = entriesIn(await read({}, routes(['/a/{slug}/', 'tag:other'])));
  expect(entry?.legacyUrls).toEqual([]);
});

it('tells of filters that are not understood', async () => {
  const items = await read(
    {},
    routes(['/a/{slug}/', "published_at:>'2020-01-01'"], ['/c/{slug}/']),
  );
  expect(notices(items)).toEqual([
    "Filters of `routes.yaml` are not understood: published_at:>'2020-01-01'. Posts that they select may have had other addresses: see to their `legacyUrl`.",
  ]);
});

it('lists have the addresses that the routes give them', async () => {
  const items = await read({}, routes(['/{slug}/']));
  expect(items.filter(({ type }) => type === 'tag')).toMatchObject([
    { legacyUrls: ['/topic/tea/'] },
    { legacyUrls: ['/topic/news/'] },
  ]);
  expect(items.filter(({ type }) => type === 'author')).toMatchObject([{ legacyUrls: [] }]);
});

it('old versions have a setting instead', async () => {
  const settings = [{ key: 'permalinks', value: '/:year/:month/:day/:slug/' }];
  const [entry] = entriesIn(await read({}, '', settings));
  expect(entry?.legacyUrls).toEqual(['/2020/05/01/roses/']);
});
