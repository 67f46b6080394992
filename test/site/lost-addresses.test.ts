/** Addresses of the earlier site that a new one does not answer. */
import { describe, expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import type { Published } from '../../src/site/model.ts';
import { folderWith } from '../support/scratch.ts';

type Files = Readonly<Record<string, string>>;

const SITE = 'title: A garden\nurl: https://garden.example/\n';

function post(title: string, fields = '', text = `All about ${title}.`): string {
  return `---\ntitle: ${title}\npublishDate: 2024-03-10\n${fields}\n---\n\n${text}\n`;
}

/** Without problems of ids, which `earlier-ids.test.ts` is about. */
async function load(files: Files, previous?: Published, drafts = false) {
  const { site, problems: all } = await loadWithProblems({
    contentDir: folderWith({ 'site.yaml': SITE, ...files }),
    publicDir: folderWith({ 'public.html': '' }),
    previous,
    drafts,
    now: Date.UTC(2025, 0),
  });
  const problems = all.filter(({ code }) => code !== 'feed-id-changed');
  return { published: site.published, problems, codes: problems.map(({ code }) => code) };
}

/** The lines to paste. */
function linesOf(problems: readonly { readonly message: string }[]): string[] {
  return problems.flatMap(
    ({ message }) => / (?<line>- \{ .*)$/.exec(message)?.groups?.['line'] ?? [],
  );
}

/** What a build reports that replaces one version with another, and the lines to paste. */
async function replace(before: Files, after: Files) {
  const { published } = await load(before);
  const { problems } = await load(after, published);
  const lines = linesOf(problems);
  const pasted = { ...after, 'redirects.yaml': `redirects:\n  ${lines.join('\n  ')}\n` };
  const mended = lines.length > 0 ? await load(pasted, published) : undefined;
  return { problems, lines, left: mended?.codes };
}

const ROSES = { 'posts/roses/index.md': post('Roses') };
const TULIPS = { 'posts/tulips/index.md': post('Tulips') };

describe('an address that is lost', () => {
  it.each<[string, Files, Files, string[]]>([
    [
      'when the folder of a post is renamed',
      { ...ROSES, ...TULIPS },
      { 'posts/red-roses/index.md': ROSES['posts/roses/index.md'], ...TULIPS },
      ['- { from: /2024/03/roses/, to: /2024/03/red-roses/ }'],
    ],
    [
      'when folder and title of a post are changed, but not its text',
      { ...ROSES, ...TULIPS },
      { 'posts/red/index.md': post('Red roses', '', 'All about Roses.'), ...TULIPS },
      ['- { from: /2024/03/roses/, to: /2024/03/red/ }'],
    ],
    [
      'when folder and text of a post are changed, but not its title',
      { ...ROSES, ...TULIPS },
      { 'posts/red/index.md': post('Roses', '', 'Rewritten.'), ...TULIPS },
      ['- { from: /2024/03/roses/, to: /2024/03/red/ }'],
    ],
    [
      'when a post gets another date',
      { ...ROSES, ...TULIPS },
      { ...TULIPS, 'posts/roses/index.md': post('Roses').replace('2024-03', '2024-02') },
      ['- { from: /2024/03/roses/, to: /2024/02/roses/ }'],
    ],
    [
      'when a post is deleted',
      { ...ROSES, ...TULIPS },
      TULIPS,
      ['- { from: /2024/03/roses/, status: 410 }'],
    ],
    [
      'when the permalink is changed',
      { ...ROSES, ...TULIPS },
      { ...ROSES, ...TULIPS, 'site.yaml': `${SITE}permalink: /notes/:slug/\n` },
      [
        '- { from: /2024/03/roses/, to: /notes/roses/ }',
        '- { from: /2024/03/tulips/, to: /notes/tulips/ }',
      ],
    ],
    [
      'when a page is renamed',
      { ...ROSES, 'pages/about.md': '---\ntitle: About\n---\n\nWho.\n' },
      { ...ROSES, 'pages/us.md': '---\ntitle: About us\n---\n\nWho.\n' },
      ['- { from: /about/, to: /us/ }'],
    ],
    [
      'when no post has a tag any more',
      { 'posts/roses/index.md': post('Roses', 'tags: [Red]') },
      ROSES,
      ['- { from: /tags/red/, to: /tags/ }', '- { from: /tags/red/atom.xml, to: /atom.xml }'],
    ],
    [
      'when a tag gets another slug',
      { 'posts/roses/index.md': post('Roses', 'tags: [Red]') },
      {
        'posts/roses/index.md': post('Roses', 'tags: [Red]'),
        'tags.yaml': 'Red: { slug: rot }\n',
      },
      [
        '- { from: /tags/red/, to: /tags/rot/ }',
        '- { from: /tags/red/atom.xml, to: /tags/rot/atom.xml }',
      ],
    ],
    [
      'when a month and a year have no posts any more',
      { ...ROSES, 'posts/old/index.md': post('Old').replace('2024-03', '2023-01') },
      ROSES,
      [
        '- { from: /2023/01/old/, status: 410 }',
        '- { from: /2023/, to: /archive/ }',
        '- { from: /2023/01/, to: /archive/ }',
      ],
    ],
    [
      'when a redirect is removed, and when its page is renamed too',
      {
        'posts/roses/index.md': post('Roses', 'legacyUrl: /old.html'),
        'posts/tulips/index.md': post('Tulips', 'legacyUrl: "/100%25/a,b.html"'),
      },
      { ...ROSES, 'posts/tulip/index.md': TULIPS['posts/tulips/index.md'] },
      [
        '- { from: /2024/03/tulips/, to: /2024/03/tulip/ }',
        '- { from: /100%25/a%2Cb.html, to: /2024/03/tulip/ }',
        '- { from: /old.html, to: /2024/03/roses/ }',
      ],
    ],
  ])('is reported %s, with the line that mends it', async (_, before, after, expected) => {
    const { problems, lines, left } = await replace(before, after);
    expect(lines).toEqual(expected);
    expect(new Set(problems.map(({ severity, code }) => `${severity} ${code}`))).toEqual(
      new Set(['warning address-lost']),
    );
    expect(left).toEqual([]);
  });

  it('is named with its title, and the file that needs the line', async () => {
    const { problems } = await replace({ ...ROSES, ...TULIPS }, TULIPS);
    expect(problems).toMatchObject([
      {
        file: expect.stringMatching(/redirects\.yaml$/),
        message: expect.stringContaining('The earlier site had "Roses" at /2024/03/roses/;'),
        hint: expect.stringContaining('`to: /its/path/`'),
      },
    ]);
  });

  it('names the post that is no longer published', async () => {
    const hidden = { 'posts/roses/index.md': post('Roses', 'published: false') };
    const { problems } = await replace({ ...ROSES, ...TULIPS }, { ...hidden, ...TULIPS });
    expect(problems[0]?.hint).toMatch(/^Publish \S+posts\/roses\/index\.md again, or/);
  });

  it('cannot be redirected if only capital letters changed, so its slug is to be kept', async () => {
    const before = { 'posts/Roses/index.md': post('Roses') };
    const { problems } = await replace(before, ROSES);
    expect(problems).toMatchObject([
      { code: 'address-lost', hint: expect.stringContaining('`slug: Roses`') },
    ]);
    const { published } = await load(before);
    const kept = { 'posts/roses/index.md': post('Roses', 'slug: Roses') };
    expect((await load(kept, published)).codes).toEqual([]);
  });

  it('is reported beside a redirect to it, which leads nowhere', async () => {
    const before = {
      ...ROSES,
      'redirects.yaml': 'redirects:\n  - { from: /rose/, to: /2024/03/roses/ }\n',
    };
    const { published } = await load(before);
    const renamed = { 'posts/red/index.md': ROSES['posts/roses/index.md'] };
    const after = { ...renamed, 'redirects.yaml': before['redirects.yaml'] };
    const { problems, codes } = await load(after, published);
    expect(codes).toEqual(['redirect-target-missing', 'address-lost', 'address-lost']);
    expect(problems[2]?.hint).toContain('in place of the line for this address');
    const lines = linesOf(problems);
    expect(lines).toEqual([
      '- { from: /2024/03/roses/, to: /2024/03/red/ }',
      '- { from: /rose/, to: /2024/03/red/ }',
    ]);
    const pasted = { ...renamed, 'redirects.yaml': `redirects:\n  ${lines.join('\n  ')}\n` };
    expect((await load(pasted, published)).codes).toEqual([]);
  });
});

describe('a further page of a list that is lost', () => {
  it.each([
    ['leads to the list', 'tags: [Red]', '/tags/red/'],
    ['leads to the list at its new address', 'tags: [Red]', '/tags/crimson/'],
    ['leads to all tags if no post has this one', 'tags: [Blue]', '/tags/'],
  ])('%s', async (_what, fields, to) => {
    const earlier = [
      { path: '/tags/red/', title: 'Red' },
      { path: '/tags/red/page/2/', title: '' },
    ];
    const { problems } = await load(
      {
        'posts/roses/index.md': post('Roses', fields),
        ...(to.endsWith('crimson/') && { 'tags.yaml': 'Red: { slug: crimson }\n' }),
      },
      { pages: earlier, redirects: [] },
    );
    expect(linesOf(problems)).toContain(`- { from: /tags/red/page/2/, to: ${to} }`);
  });
});

describe('nothing is lost', () => {
  it.each<[string, Files, Files]>([
    ['when nothing changes', ROSES, ROSES],
    ['when posts are added', ROSES, { ...ROSES, ...TULIPS }],
    [
      'when the post names its old address',
      ROSES,
      { 'posts/red/index.md': post('Red', 'legacyUrl: /2024/03/roses/') },
    ],
    [
      'when a pattern redirects it',
      ROSES,
      {
        'posts/red/index.md': post('Red'),
        'redirects.yaml': 'redirects:\n  - { from: /:year/:month/roses/, to: /archive/ }\n',
      },
    ],
    ['when a file of the owner is there', ROSES, ROSES],
  ])('%s', async (_, before, after) => {
    const { published } = await load(before);
    const pages = { ...published, redirects: [{ from: '/public.html', to: '/archive/' }] };
    expect((await load(after, pages)).codes).toEqual([]);
  });

  it('when a draft, or a list of drafts, was only shown', async () => {
    const draft = {
      'posts/draft/index.md': post('Draft', 'published: false\ntags: [Later]').replace('24', '23'),
      'pages/draft.md': '---\ntitle: Draft\npublished: false\n---\n\nText.\n',
    };
    const { published } = await load({ ...ROSES, ...draft }, undefined, true);
    expect((await load(ROSES, published)).codes).toEqual([]);
  });
});

describe('a redirect at an address that has a list of posts again', () => {
  it('has no effect, which is a warning', async () => {
    const { problems } = await load({
      'posts/roses/index.md': post('Roses', 'tags: [Red]'),
      'redirects.yaml':
        'redirects:\n  - { from: /tags/red/, to: /tags/ }\n  - { from: /tags/red/atom.xml, status: 410 }\n',
    });
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'redirect-unneeded', line: 2 },
      { severity: 'warning', code: 'redirect-unneeded', line: 3 },
    ]);
  });
});
