/** What lists of posts contain, in the model. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { loadSite } from '../../src/build/load-site.ts';
import { buildYears } from '../../src/site/archives.ts';
import type { Post } from '../../src/site/model.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

function post(title: string, day: string, lines = ''): string {
  return `---\ntitle: ${title}\npublishDate: ${day}\n${lines}---\n\nWords of ${title}.\n`;
}

function load(files: Readonly<Record<string, string>>, settings = '') {
  const contentDir = folderWith({
    'site.yaml': `title: A garden\nurl: https://garden.example/\n${settings}`,
    ...files,
  });
  return loadSite({ contentDir, publicDir: folderWith({}), drafts: false, now: Date.UTC(2030, 0) });
}

/** @param counts number of posts of each year */
function postsIn(counts: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([year, count]) =>
      Array.from({ length: count }, (_, index) => {
        const name = `p${year}-${index}`;
        return [`posts/${name}/index.md`, post(name, `${year}-03-10`)] as const;
      }),
    ),
  );
}

/** @param tags of each post, as its front matter lists them */
function tagged(tags: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    tags.map((tag, index) => [
      `posts/p${index}/index.md`,
      post(`p${index}`, '2024-03-10', `tags: [${tag}]\n`),
    ]),
  );
}

describe('the archive', () => {
  it('opens years until fifty titles are shown, and folds older ones', async () => {
    const { years } = await load(postsIn({ 2024: 20, 2023: 29, 2022: 1, 2021: 1 }));
    expect(years.map(({ title, inArchive }) => `${title} ${inArchive}`)).toEqual([
      '2024 open',
      '2023 open',
      '2022 open',
      '2021 folded',
    ]);
  });

  it('has only the months of years beyond a thousand titles', async () => {
    const site = await load(postsIn({ 2024: 1 }));
    const one = required(site.posts[0]);
    const inYear = (year: string, count: number): Post[] =>
      Array.from({ length: count }, () => ({ ...one, published: { ...one.published, year } }));
    const posts = [...inYear('2024', 60), ...inYear('2023', 940), ...inYear('2022', 1)];
    const addresses = new Addresses('https://garden.example/');
    const years = buildYears(posts, () => undefined, site.words, addresses, '/');
    expect(years.map(({ inArchive }) => inArchive)).toEqual(['open', 'folded', 'months']);
  });
});

describe('the tags', () => {
  const singles = Array.from({ length: 9 }, (_, index) => `t${index}`);

  it('are in the order of use, those of a single post apart if there are many', async () => {
    const twice = ['b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const { tagIndex } = await load(tagged(['z', 'z', 'z', ...twice, ...twice, ...singles]));
    expect(tagIndex.frequent.map(({ name }) => name)).toEqual(['z', ...twice]);
    expect(tagIndex.single.map(({ name }) => name)).toEqual(singles);
  });

  it.each([
    ['only a few have a single post', ['b, a', 'b', 'c']],
    ['only a few have more', ['b', 'b', ...singles]],
  ])('are one list if %s', async (_case, tags) => {
    const { tagIndex } = await load(tagged(tags));
    expect(tagIndex.single).toEqual([]);
    expect(tagIndex.frequent).toHaveLength(new Set(tags.join(', ').split(', ')).size);
  });

  it('have their posts by year', async () => {
    const { tagPages } = await load({
      'posts/a/index.md': post('a', '2024-03-10', 'tags: [x]\n'),
      'posts/b/index.md': post('b', '2024-01-10', 'tags: [x]\n'),
      'posts/c/index.md': post('c', '2020-01-10', 'tags: [x]\n'),
    });
    expect(
      required(tagPages[0]).years.map(({ text, posts }) => `${text}: ${posts.length}`),
    ).toEqual(['2024: 2', '2020: 1']);
  });
});

describe('the home page', () => {
  it('leads with the pinned post, on the first page only', async () => {
    const { homePages } = await load(
      {
        'posts/new/index.md': post('new', '2024-03-10'),
        'posts/old/index.md': post('old', '2020-03-10', 'pinned: true\n'),
      },
      'pageSize: 1\n',
    );
    expect(homePages.map(({ lead }) => lead?.post.title)).toEqual(['old', undefined]);
    expect(homePages.map(({ posts }) => posts.map(({ title }) => title))).toEqual([
      ['old'],
      ['new'],
    ]);
  });

  it.each(['list', 'cards'])('has no lead in the form `%s`', async (form) => {
    const { homePages } = await load(postsIn({ 2024: 2 }), `home: ${form}\n`);
    expect(required(homePages[0]).lead).toBeUndefined();
  });
});

it('holds no texts of posts, so that an edit of one changes no list', async () => {
  const site = await load({
    'posts/rose/index.md': post(
      'Rose',
      '2024-03-10',
      'tags: [Roses]\nauthor: Rosa\nseries: Garden\n',
    ),
  });
  const lists = [site.homePages, site.tags, site.authors, site.series, site.years, site.months];
  expect(JSON.stringify(lists)).toContain('"title":"Rose"');
  expect(JSON.stringify(lists)).not.toContain('<p>Words of Rose.</p>');
  expect(JSON.stringify(site.posts)).toContain('<p>Words of Rose.</p>');
});
