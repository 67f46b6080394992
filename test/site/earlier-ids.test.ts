/** Ids in feeds stay those of the earlier site. */
import { describe, expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import type { Published } from '../../src/site/model.ts';
import { folderWith } from '../support/scratch.ts';

type Files = Readonly<Record<string, string>>;

function site(settings = ''): Files {
  return { 'site.yaml': `title: A garden\nurl: https://garden.example/\n${settings}\n` };
}

function post(day: string, fields = '', text = 'All about roses.'): string {
  return `---\ntitle: The post of ${day}\npublishDate: ${day}\n${fields}\n---\n\n${text}\n`;
}

const ID = 'tag:garden.example,2024-03-10:roses';

async function load(files: Files, previous?: Published, strict = false) {
  const { site: loaded, problems } = await loadWithProblems({
    contentDir: folderWith({ ...site(), ...files }),
    publicDir: folderWith({}),
    previous,
    strict,
    drafts: false,
    now: Date.UTC(2025, 0),
  });
  const changes = problems.filter(({ code }) => code === 'feed-id-changed');
  return { published: loaded.published, ids: loaded.posts.map(({ guid }) => guid), changes };
}

describe('a generated id', () => {
  it.each(['UTC', 'Asia/Tokyo', 'America/New_York', 'Europe/Berlin'])(
    'has the day that the author wrote, in %s',
    async (zone) => {
      const days = [
        '2024-03-10',
        '2024-03-11T23:30:00Z',
        '2024-03-12T00:30:00+09:00',
        "'2024-03-13 23:59:59 -0800'",
        '2024-03-14T12:00',
      ];
      const posts = days.map((day, index) => [`posts/p${index}/index.md`, post(day)]);
      const files = { ...Object.fromEntries(posts), ...site(`timeZone: ${zone}`) };
      expect((await load(files)).ids.toSorted()).toEqual(
        [0, 1, 2, 3, 4].map((index) => `tag:garden.example,2024-03-1${index}:p${index}`),
      );
    },
  );
});

describe('the id of a post that is in the earlier site', () => {
  const before = { 'posts/roses/index.md': post('2024-03-10') };

  it.each<[string, Files]>([
    ['the host', { ...before, 'site.yaml': 'title: A garden\nurl: https://new.example/blog/\n' }],
    ['the day', { 'posts/roses/index.md': post('2024-03-11') }],
    ['the month', { 'posts/roses/index.md': post('2024-04-10') }],
    ['the folder', { 'posts/red/index.md': post('2024-03-10') }],
    [
      'folder, day and host',
      {
        'posts/red/index.md': post('2023-01-01'),
        'site.yaml': 'title: A garden\nurl: https://new.example/\n',
      },
    ],
    [
      'the folder, but not the address',
      {
        'posts/red/index.md': post('2024-03-10', 'slug: roses', 'Rewritten.'),
      },
    ],
  ])('stays when %s changes, with a warning that has the line to write', async (_, after) => {
    const { published } = await load(before);
    const { ids, changes } = await load(after, published);
    expect(ids).toEqual([ID]);
    expect(changes).toMatchObject([
      { severity: 'warning', file: expect.stringMatching(/index\.md$/) },
    ]);
    const [, line] = /Missing line: (guid: .*)$/.exec(changes[0]?.message ?? '') ?? [];
    const pasted = Object.entries(after).map(([name, text]) => [
      name,
      text.replace('\npublishDate', `\n${line}\npublishDate`),
    ]);
    const mended = await load(Object.fromEntries(pasted), published);
    expect([mended.ids, mended.changes]).toEqual([[ID], []]);
    expect((await load(Object.fromEntries(pasted))).ids).toEqual([ID]);
  });

  it('is kept again by the build after that', async () => {
    const { published } = await load(before);
    const renamed = { 'posts/red/index.md': post('2024-03-10') };
    const next = await load(renamed, (await load(renamed, published)).published);
    expect([next.ids, next.changes.length]).toEqual([[ID], 1]);
  });

  it('is replaced by another `guid`, with a warning', async () => {
    const { published } = await load(before);
    const after = { 'posts/roses/index.md': post('2024-03-10', "guid: 'urn:roses'") };
    const { ids, changes } = await load(after, published);
    expect(ids).toEqual(['urn:roses']);
    expect(changes).toMatchObject([{ message: expect.stringContaining(`guid: "${ID}"`) }]);
  });

  it('does not pass to a post with another text at another address', async () => {
    const { published } = await load(before);
    const after = { 'posts/red/index.md': post('2024-03-10', '', 'All about tulips.') };
    const { ids, changes } = await load(after, published);
    expect([ids, changes]).toEqual([['tag:garden.example,2024-03-10:red'], []]);
  });

  it('does not pass to one of two posts with its text', async () => {
    const { published } = await load(before);
    const after = {
      'posts/red/index.md': post('2024-03-10'),
      'posts/white/index.md': post('2024-03-11'),
    };
    expect((await load(after, published)).changes).toEqual([]);
  });

  it('is an error if it changes in a strict build', async () => {
    const { published } = await load(before);
    const after = { 'posts/red/index.md': post('2024-03-10') };
    expect((await load(after, published, true)).changes).toMatchObject([{ severity: 'error' }]);
  });
});
