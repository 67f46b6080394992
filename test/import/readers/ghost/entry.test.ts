import { describe, expect, it } from 'vitest';
import { ghostExport, ghostPost, readGhost, readGhostPost } from '../../../support/ghost.ts';
import { entriesIn, leftOut, notices } from '../../../support/wxr.ts';

it('has all that is public about a post', async () => {
  const entry = await readGhostPost(
    {
      title: 'Tea & toast',
      feature_image: '__GHOST_URL__/content/images/2020/05/a.jpg',
      custom_excerpt: 'Short.',
      canonical_url: 'https://mag.example/tea/',
      locale: 'de',
      html: '<p><a href="__GHOST_URL__/other/">x</a></p>',
    },
    {
      posts_meta: [
        {
          post_id: '5eab1',
          meta_description: 'For search engines',
          feature_image_alt: 'A cup',
          feature_image_caption: '<span>By <b>Rosa</b></span>',
        },
      ],
      users: [
        { id: 'u1', name: 'Rosa', slug: 'rosa' },
        { id: 'u2', name: 'Tom', slug: 'tom' },
      ],
      posts_authors: [
        { post_id: '5eab1', author_id: 'u1', sort_order: 1 },
        { post_id: '5eab1', author_id: 'u2', sort_order: 0 },
      ],
      tags: [
        { id: 't1', name: 'Tea', slug: 'tea' },
        { id: 't2', name: 'Toast', slug: 'toast' },
        { id: 't3', name: '#x', slug: 'hash-x', visibility: 'internal' },
      ],
      posts_tags: [
        { post_id: '5eab1', tag_id: 't1', sort_order: 2 },
        { post_id: '5eab1', tag_id: 't2', sort_order: 1 },
        { post_id: '5eab1', tag_id: 't3', sort_order: 0 },
      ],
    },
  );
  expect(entry).toEqual({
    type: 'post',
    id: '5eab1',
    place: { file: 'garden.json' },
    status: 'public',
    guid: '5eab1',
    title: 'Tea & toast',
    slug: 'roses',
    published: '2020-05-01T10:00:00Z',
    updated: '2020-05-02T10:00:00Z',
    authors: ['Tom', 'Rosa'],
    tags: ['Toast', 'Tea'],
    description: 'Short.',
    cover: { url: 'https://garden.example/content/images/2020/05/a.jpg', alt: 'A cup' },
    legacyUrls: ['/roses/'],
    canonicalUrl: 'https://mag.example/tea/',
    language: 'de',
    body: {
      format: 'html',
      text: '<p><a href="https://garden.example/other/">x</a></p>',
      base: 'https://garden.example/roses/',
    },
  });
});

it('tells of a caption that has no place', async () => {
  const post = ghostPost({ feature_image: '/a.jpg' });
  const meta = {
    post_id: '5eab1',
    feature_image_alt: 'A cup',
    feature_image_caption: 'By <b>Rosa</b>',
  };
  const read = async (row: object) =>
    readGhost(ghostExport({ posts: [post], posts_meta: [{ ...row }] }), 'https://garden.example');
  expect(leftOut(await read(meta))).toEqual(['captions of covers: By Rosa']);
  const items = await read({ ...meta, feature_image_alt: null });
  expect(leftOut(items)).toEqual([]);
  expect(entriesIn(items)[0]?.cover?.alt).toBe('By Rosa');
});

it('has root-relative addresses if that of the blog is unknown', async () => {
  const html = '<img src="__GHOST_URL__/content/images/a.jpg">';
  const [entry] = entriesIn(await readGhost(ghostExport({ posts: [ghostPost({ html })] })));
  expect(entry?.body).toEqual({ format: 'html', text: '<img src="/content/images/a.jpg">' });
});

it.each([
  [{}, 'public'],
  [{ visibility: undefined }, 'public'],
  [{ status: 'draft', published_at: null }, 'draft'],
  [{ status: 'scheduled' }, 'scheduled'],
  [{ status: 'sent' }, 'members'],
  [{ visibility: 'members' }, 'members'],
  [{ visibility: 'paid' }, 'members'],
  [{ visibility: 'tiers' }, 'members'],
  [{ visibility: 'product:gold' }, 'members'],
  [{ status: 'hidden' }, 'unknown'],
])('with %j is %s', async (fields, status) => {
  expect((await readGhostPost(fields)).status).toBe(status);
});

it('that was only mailed is not public', async () => {
  const posts_meta = [{ post_id: '5eab1', email_only: 1 }];
  expect((await readGhostPost({}, { posts_meta })).status).toBe('members');
});

it('may be a page', async () => {
  expect((await readGhostPost({ type: 'page' })).type).toBe('page');
  expect((await readGhostPost({ type: undefined, page: 1 })).type).toBe('page');
  expect((await readGhostPost({ type: undefined, page: 0 })).type).toBe('post');
});

describe('versions before 1.0', () => {
  it('have numbers for ids and times, Markdown, and other names', async () => {
    const entry = await readGhostPost(
      {
        id: 7,
        type: undefined,
        visibility: undefined,
        markdown: '![](/content/images/2014/05/a.jpg)\n\n# Words',
        html: '<h1>Words</h1>',
        image: '/content/images/2014/05/b.jpg',
        meta_description: 'About',
        language: 'en_US',
        author_id: undefined,
        created_by: 1,
        published_at: 1_398_938_400_000,
        updated_at: '2014-05-02 10:00:00',
      },
      {
        users: [{ id: 1, name: 'Rosa', slug: 'rosa' }],
        posts_tags: [{ id: 1, post_id: 7, tag_id: 3 }],
        tags: [{ id: 3, name: 'Tea', slug: 'tea' }],
      },
      '009',
    );
    expect(entry).toMatchObject({
      id: '7',
      guid: 'c0ffee',
      published: '2014-05-01T10:00:00Z',
      updated: '2014-05-02T10:00:00Z',
      authors: ['Rosa'],
      tags: ['Tea'],
      description: 'About',
      cover: { url: '/content/images/2014/05/b.jpg' },
      body: { format: 'markdown', text: '![](/content/images/2014/05/a.jpg)\n\n# Words' },
    });
    expect(entry.language).toBeUndefined();
  });

  it('have no `db` in some exports', async () => {
    const text = JSON.stringify({ meta: { version: '003' }, data: { posts: [ghostPost()] } });
    expect(entriesIn(await readGhost(text))).toMatchObject([{ title: 'Roses', guid: 'c0ffee' }]);
    const bare = JSON.stringify({ data: { posts: [ghostPost()], users: [] } });
    expect(entriesIn(await readGhost(bare))).toMatchObject([{ title: 'Roses', authors: [] }]);
  });
});

it('tells of injected code and of an unknown status', async () => {
  const posts = [
    ghostPost({ codeinjection_foot: '<script></script>' }),
    ghostPost({ status: 'hidden' }),
  ];
  expect(notices(await readGhost(ghostExport({ posts }), 'https://garden.example'))).toEqual([
    'Code that "Roses" injects into its page is not imported. See whether readers miss what it did.',
    'The status "hidden" of "Roses" is unknown, so this is not published. Publish it by hand if it was public.',
  ]);
});
