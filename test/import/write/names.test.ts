/** Names for the folders of posts and the files of pages. */
import { describe, expect, it } from 'vitest';
import { isSlug } from '../../../src/content/fields.ts';
import { planPaths, type Nameable } from '../../../src/import/write/names.ts';

let ids = 0;

function entry(fields: Partial<Nameable>): Nameable {
  return {
    id: `id-${++ids}`,
    type: 'post',
    status: 'public',
    title: 'Roses',
    legacyUrls: [],
    ...fields,
  };
}

/** The paths in the order of the entries. */
function pathsOf(
  entries: readonly Nameable[],
  known = new Map<string, string>(),
  taken: string[] = [],
): (string | undefined)[] {
  const paths = planPaths(entries, known, taken);
  return entries.map(({ id }) => paths.get(id));
}

describe('the name of a post', () => {
  it.each([
    ['Red-Roses', 'red-roses'],
    ['blog-post_1', 'blog-post_1'],
    ['roses.html', 'roses'],
    ['v1.2', 'v1.2'],
    ['日本語の薔薇', '日本語の薔薇'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\temp', 'c-temp'],
    ['.hidden', 'hidden'],
    ['roses.', 'roses'],
    ['a b%c?d#e', 'a-b-c-d-e'],
    ['con', 'post-con'],
    ['nul.txt', 'post-nul.txt'],
    ['CAFE\u0301', 'caf\u00e9'],
  ])('comes from the old address: %j', (slug, name) => {
    expect(pathsOf([entry({ slug })])).toEqual([`posts/${name}`]);
  });

  it('comes from the title, or else from the id', () => {
    expect(pathsOf([entry({ title: 'Ten years: a look back' })])).toEqual([
      'posts/ten-years-a-look-back',
    ]);
    expect(
      pathsOf([entry({ slug: '///', title: '', id: 'tag:blogger.com,1999:blog-1.post-23' })]),
    ).toEqual(['posts/post-23']);
    expect(pathsOf([entry({ title: '...', id: '???' })])).toEqual(['posts/post-1']);
  });

  it('is short enough for every file system', () => {
    const paths = pathsOf([entry({ slug: '薔'.repeat(300) }), entry({ slug: '薔'.repeat(299) })]);
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) {
      const name = path?.slice('posts/'.length) ?? '';
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(isSlug(name)).toBe(true);
    }
  });
});

describe('of entries with the same name', () => {
  it('the oldest public one has it, and the others get their year or a number', () => {
    const entries = [
      entry({ slug: 'roses', published: '2020-05-01T10:00:00Z' }),
      entry({ slug: 'Roses', published: '2011-05-01T10:00:00Z' }),
      entry({ slug: 'roses', published: '2020-06-01T10:00:00Z' }),
      entry({ slug: 'roses', published: '2009-01-01T10:00:00Z', status: 'draft' }),
      entry({ slug: 'roses', status: 'draft' }),
    ];
    expect(pathsOf(entries)).toEqual([
      'posts/roses-2020',
      'posts/roses',
      'posts/roses-2',
      'posts/roses-2009',
      'posts/roses-3',
    ]);
  });

  it('the order in the export does not matter', () => {
    const entries = ['b', 'a', 'c'].map((id) => entry({ id, slug: 'roses' }));
    expect(planPaths(entries, new Map(), [])).toEqual(
      new Map([...planPaths(entries.toReversed(), new Map(), [])]),
    );
  });

  it('those of earlier imports keep theirs, and so do files of the owner', () => {
    const old = entry({ slug: 'roses', published: '2020-05-01' });
    const fresh = entry({ slug: 'roses', published: '2011-05-01' });
    const known = new Map([
      [old.id, 'posts/roses'],
      ['gone', 'posts/roses-2011'],
    ]);
    expect(pathsOf([fresh, old], known, ['posts/ROSES-2'])).toEqual([
      'posts/roses-3',
      'posts/roses',
    ]);
  });
});

describe('the name of a page', () => {
  it.each(['2024', 'archive', 'index', '404', 'Search'])(
    'is not that of a page of every site: %s',
    (slug) => {
      const path = pathsOf([entry({ type: 'page', slug })]);
      expect(path).toEqual([`pages/page-${slug.toLowerCase()}`]);
    },
  );

  it('keeps it below the page above it', () => {
    const entries = [
      entry({ type: 'page', slug: 'team', legacyUrls: ['/about/team/'] }),
      entry({ type: 'page', slug: 'about', legacyUrls: ['/about/', '/?page_id=2'] }),
      entry({ type: 'page', slug: 'lost', legacyUrls: ['/nowhere/lost/'] }),
      entry({ type: 'page', slug: 'contact', legacyUrls: ['/p/contact.html'] }),
    ];
    expect(pathsOf(entries)).toEqual([
      'pages/about/team',
      'pages/about',
      'pages/lost',
      'pages/contact',
    ]);
  });

  it('may be that of a post', () => {
    const entries = [entry({ slug: 'about' }), entry({ type: 'page', slug: 'about' })];
    expect(pathsOf(entries)).toEqual(['posts/about', 'pages/about']);
  });
});
