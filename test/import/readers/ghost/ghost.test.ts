import { describe, expect, it } from 'vitest';
import { reader } from '../../../../src/import/readers/ghost/ghost.ts';
import { ghostExport, ghostPost, openGhost, readGhost, SECRET } from '../../../support/ghost.ts';
import { memorySource } from '../../../support/memory-source.ts';
import { entriesIn, notices, readItems, wxr } from '../../../support/wxr.ts';

const OPTIONS = { fetch: () => Promise.reject(new Error('nothing is fetched')) };

async function namesIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await reader.find(memorySource(files), OPTIONS)).map(({ name }) => name);
}

describe('finding exports', () => {
  it('knows them by their content', async () => {
    const post = JSON.stringify(ghostPost());
    expect(await namesIn({ 'garden.ghost.2020-05-01-10-00-00.json': ghostExport({}) })).toEqual([
      'garden',
    ]);
    expect(await namesIn({ 'a.json': `{"data":{"posts":[${post}]}}` })).toEqual(['a']);
    expect(
      await namesIn({ 'a.json': `{ "meta": {"version":"003"}, "data": {"posts": []}}` }),
    ).toEqual(['a']);
    expect(
      await namesIn({
        'package.json': '{"name":"posts"}',
        'feed.json': '{"version":"https://jsonfeed.org/version/1.1","items":[]}',
        'data.json': '{"data":{"children":[]}}',
        'export.xml': wxr([]),
      }),
    ).toEqual([]);
  });

  it('takes the latest of several exports of a blog', async () => {
    const blog = await openGhost({
      'data/garden.ghost.2020-01-01-00-00-00.json': ghostExport({
        posts: [ghostPost({ title: 'Old' })],
      }),
      'data/garden.ghost.2021-01-01-00-00-00.json': ghostExport({
        posts: [ghostPost({ title: 'New' })],
      }),
    });
    expect(entriesIn(await readItems(blog)).map(({ title }) => title)).toEqual(['New']);
  });
});

it('reads the facts about the blog', async () => {
  const { facts } = await openGhost(ghostExport({}), 'https://garden.example/blog');
  expect(facts).toEqual({
    title: 'Garden',
    description: 'Notes',
    language: 'en',
    timeZone: 'Europe/Berlin',
    url: 'https://garden.example/blog/',
    hosts: [],
  });
});

it('guesses the address from own pictures, or asks for it', async () => {
  const html = '<img src="https://garden.example/content/images/2020/05/a.jpg">';
  const known = await openGhost(ghostExport({ posts: [ghostPost({ html })] }));
  expect(known.facts.url).toBe('https://garden.example/');
  const unknown = await openGhost(ghostExport({ posts: [ghostPost()] }));
  expect(unknown.facts.url).toBeUndefined();
  expect(notices(await readItems(unknown))).toEqual([
    'The export does not tell the address of the blog, which its pictures and links need. Give it with --url.',
  ]);
});

it('never tells a secret', async () => {
  const blog = await openGhost(ghostExport({ posts: [ghostPost()] }));
  expect(JSON.stringify([blog.facts, await readItems(blog)])).not.toContain(SECRET);
});

it('reads authors and tags of published posts, with their old addresses', async () => {
  const items = await readGhost(
    ghostExport({
      posts: [ghostPost(), ghostPost({ id: '2', status: 'draft' })],
      tags: [
        { id: 't1', name: 'Tea', slug: 'tea', description: 'All tea', visibility: 'public' },
        { id: 't2', name: '#import', slug: 'hash-import', visibility: 'internal' },
        { id: 't3', name: 'Draft', slug: 'draft' },
      ],
      posts_tags: [
        { post_id: '5eab1', tag_id: 't1', sort_order: 0 },
        { post_id: '5eab1', tag_id: 't2', sort_order: 1 },
        { post_id: '2', tag_id: 't3', sort_order: 0 },
      ],
    }),
    'https://garden.example/blog/',
  );
  expect(items.filter(({ type }) => type === 'author' || type === 'tag')).toEqual([
    {
      type: 'author',
      name: 'Rosa',
      bio: 'Grows roses.',
      url: 'https://rosa.example',
      avatar: 'https://garden.example/blog/content/images/2020/05/rosa.jpg',
      legacyUrls: ['/blog/author/rosa/'],
    },
    { type: 'tag', name: 'Tea', description: 'All tea', legacyUrls: ['/blog/tag/tea/'] },
  ]);
});

it('takes redirects along', async () => {
  const files = {
    'garden.json': ghostExport({}),
    'content/data/redirects.json': JSON.stringify([
      { from: '^/old/?$', to: '/new/', permanent: true },
      { from: '/a\\.html', to: 'https://other.example/a' },
      { from: '^/(\\d+)/(.*)$', to: '/$2' },
    ]),
  };
  const items = await readGhost(files, 'https://garden.example');
  expect(items.filter(({ type }) => type === 'redirect')).toEqual([
    { type: 'redirect', from: '/old/', to: '/new/' },
    { type: 'redirect', from: '/a.html', to: 'https://other.example/a' },
  ]);
  expect(notices(items)).toEqual([
    'Redirects whose source is a pattern are not imported: ^/(\\d+)/(.*)$. Write them into `redirects.yaml` by hand.',
  ]);
  const yaml = '301:\n  /old/: /new/\n\n302:\n  ^\\/b\\/$: /c/\n';
  const later = await readGhost({ 'garden.json': ghostExport({}), 'redirects.yaml': yaml });
  expect(later.filter(({ type }) => type === 'redirect')).toEqual([
    { type: 'redirect', from: '/old/', to: '/new/' },
    { type: 'redirect', from: '/b/', to: '/c/' },
  ]);
});

it('finds uploads in the content folder, in original size', async () => {
  const blog = await openGhost({
    'garden.json': ghostExport({ posts: [ghostPost()] }),
    'content/images/2020/05/a b.jpg': 'x',
    'content/images/2020/05/c.jpg': 'x',
    'content/images/2020/05/c_o.jpg': 'x',
    'content/images/size/w600/2020/05/a b.jpg': 'x',
    'content/media/2020/05/d.mp3': 'x',
  });
  const [entry] = entriesIn(await readItems(blog));
  if (entry === undefined) throw new Error('there is no entry');
  const find = (url: string) => blog.file?.(url, entry)?.path;
  expect(find('https://x.example/content/images/size/w600/2020/05/a%20b.jpg?v=1')).toBe(
    'content/images/2020/05/a b.jpg',
  );
  expect(find('/content/images/2020/05/c.jpg')).toBe('content/images/2020/05/c_o.jpg');
  expect(find('/content/media/2020/05/d.mp3')).toBe('content/media/2020/05/d.mp3');
  expect(find('/content/images/2020/05/e.jpg')).toBeUndefined();
});

it('tells of a file that was cut, and of damaged rows', async () => {
  const text = ghostExport({ posts: [ghostPost(), ghostPost({ id: '2', title: 'Cut' })] });
  const items = await readGhost(text.slice(0, text.indexOf('"Cut"')), 'https://garden.example');
  expect(entriesIn(items)).toHaveLength(1);
  expect(notices(items)).toEqual([
    'The file has no end: it was cut, or its export stopped. Export the blog again.',
  ]);
  const damaged = ghostExport({ posts: [ghostPost(), ghostPost()] }).replace('"Roses"', 'Roses');
  const rest = await readGhost(damaged, 'https://garden.example');
  expect(entriesIn(rest)).toHaveLength(1);
  expect(notices(rest)).toEqual(['Damaged posts that cannot be read: 1. Export the blog again.']);
});

it('tells what the blog injects into its pages', async () => {
  const settings = [{ key: 'codeinjection_head', value: '<script></script>' }];
  expect(notices(await readGhost(ghostExport({ settings }), 'https://garden.example'))).toEqual([
    'Code that the blog injects into all pages is not imported. See whether readers miss what it did.',
  ]);
});
