/** Warnings about links to this site. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { planSite } from '../../src/addresses/plan.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { Problems, type Problem } from '../../src/lib/problem.ts';
import { NO_BODY } from '../../src/markdown/body.ts';
import { checkLinks } from '../../src/site/check-links.ts';
import { postEntry } from '../support/entries.ts';
import { render } from '../support/render.ts';

const ROSES =
  '# Pruning\n\nSee [^1].\n\n<a name="old place"></a><b id="r&eacute;sum&eacute;">x</b>\n\n[^1]: A note.';

const SETTINGS = siteSchema.parse({
  url: 'https://garden.example/',
  legacyHosts: ['old.blogspot.com'],
});

/** What a post with this text is warned of; the site has a post that holds `ROSES`. */
async function warnings(
  markdown: string,
  settings = SETTINGS,
  hasUnknownFiles = false,
  image?: string,
): Promise<readonly Problem[]> {
  const { pathname } = new URL(settings.url);
  const basePath = pathname.replace(/\/$/, '');
  const posts = [
    postEntry({ slug: 'tulips', tags: ['Red Flowers'], image }),
    {
      ...postEntry({ slug: 'roses', legacyUrl: ['/2009/01/roses.html'] }),
      files: ['rose.jpg'],
      comments: [{ id: 'c7', text: 'Lovely' }],
    },
    postEntry({ slug: 'asters', published: false }),
    {
      ...postEntry({ slug: 'lilies', publishDate: '2027-05-06', legacyUrl: ['/lilies.html'] }),
      files: ['lily.jpg'],
    },
  ];
  const redirects = [
    { from: '/weeds/', status: 410 as const, to: undefined },
    { from: '/old-archive/', status: 301 as const, to: '/archive/' },
  ].map((fields, index) => ({
    fields,
    file: 'redirects.yaml',
    path: `redirects[${index}]`,
  }));
  const content = {
    settings,
    posts,
    pages: [],
    authors: [],
    tags: [],
    series: [],
    redirects,
    feedIds: [],
  };
  const problems = new Problems();
  const options = { drafts: false, now: Date.UTC(2025, 0) };
  const addresses = new Addresses(settings.url);
  const plan = planSite(content, options, [], addresses, problems);
  const { legacyHosts } = settings;
  const legacy = { '/2009/01/roses.html': `${basePath}/2024/03/roses/` };
  const site = { basePath, legacyHosts, legacy, posts: { roses: `${basePath}/2024/03/roses/` } };
  const bodies = new Map([
    [
      'posts/tulips/index.md',
      await render(markdown, { ...site, url: `${basePath}/2024/03/tulips/`, files: ['tulip.jpg'] }),
    ],
    ['posts/roses/index.md', await render(ROSES, { ...site, url: `${basePath}/2024/03/roses/` })],
  ]);
  checkLinks(
    {
      plan,
      content,
      texts: [],
      settingsFile: 'site.yaml',
      files: [{ path: '/2024/03/roses/rose.jpg' }, { path: '/leaf.pdf' }],
      hasUnknownFiles,
      bodyOf: ({ entry }) => bodies.get(entry.file) ?? NO_BODY,
    },
    problems,
  );
  return problems.all;
}

async function found(markdown: string, settings = SETTINGS): Promise<string[]> {
  return (await warnings(markdown, settings)).map(({ code, near }) => `${code} ${near ?? ''}`);
}

it.each([
  ['[x](/nope/)', 'link-target-missing /nope/'],
  ['[x](https://garden.example/nope/)', 'link-target-missing https://garden.example/nope/'],
  ['[x](http://www.garden.example/nope/)', 'link-target-missing http://www.garden.example/nope/'],
  ['[x](//garden.example/nope/)', 'link-target-missing //garden.example/nope/'],
  ['[x](/2024/03/tulips.html)', 'link-target-missing /2024/03/tulips.html'],
  ['[x](/2024/03/Roses/)', 'link-target-missing /2024/03/Roses/'],
  ['[x](/%zz/)', 'link-target-missing /%zz/'],
  [
    '[x](//old.blogspot.com/2009/01/tulips.html)',
    'link-legacy-unknown //old.blogspot.com/2009/01/tulips.html',
  ],
  [
    '[x](http://old.blogspot.com/2009/01/roses.html#weeds)',
    'link-fragment-missing http://old.blogspot.com/2009/01/roses.html#weeds',
  ],
  ['[x](../nope/)', 'link-file-missing ../nope/'],
  ['[x](../../../nope/)', 'link-file-missing ../../../nope/'],
  ['[x](gone.pdf)', 'link-file-missing gone.pdf'],
  ['![x](/nope.jpg)', 'image-missing /nope.jpg'],
  ['![x](https://garden.example/nope.jpg)', 'image-missing https://garden.example/nope.jpg'],
  ['<video src="/nope.mp4"></video>', 'image-missing /nope.mp4'],
  ['<video src="/2024/03/roses/rose.jpg" poster="/no.jpg"></video>', 'image-missing /no.jpg'],
  ['<audio><source src="/nope.mp3"></audio>', 'image-missing /nope.mp3'],
  ['<img src="tulip.jpg" alt="x" srcset="tulip.jpg 1x, big.jpg 2x">', 'image-missing big.jpg'],
  [
    '<picture><source srcset="/no.webp"><img src="tulip.jpg" alt="x"></picture>',
    'image-missing /no.webp',
  ],
  ['<map><area href="/nope/" alt="x"></map>', 'link-target-missing /nope/'],
  ['<object data="/nope.pdf">x</object>', 'link-target-missing /nope.pdf'],
  ['[x](/tags/red-flowers/rss.xml)', 'link-target-missing /tags/red-flowers/rss.xml'],
  ['[x](#weeds)', 'link-fragment-missing #weeds'],
  ['[x](?m=1#weeds)', 'link-fragment-missing ?m=1#weeds'],
  ['[x](../roses/index.md#weeds)', 'link-fragment-missing ../roses/index.md#weeds'],
  ['[x](/2024/03/roses/#Pruning)', 'link-fragment-missing /2024/03/roses/#Pruning'],
  [
    '[x](https://garden.example/2024/03/roses/#weeds)',
    'link-fragment-missing https://garden.example/2024/03/roses/#weeds',
  ],
])('a warning tells of %s', async (markdown, expected) => {
  expect((await found(markdown)).filter((text) => !text.startsWith('embed-'))).toEqual([expected]);
});

it.each([
  '## Weeds\n\n[x](#weeds)',
  '[x](/) [x](/2024/03/roses) [x](/2024/03/roses/index.html) [x](/2024/03/) [x](?page=2)',
  '[x](/tags/red-flowers/) [x](/tags/red-flowers/atom.xml) [x](/atom.xml) [x](/sitemap.xml)',
  '[x](/leaf.pdf#page=2) [x](/search/?q=rose) [x](/2009/01/roses.html) [x](/old-archive/)',
  '![x](/2024/03/roses/rose.jpg) ![x](tulip.jpg)',
  '[x](../roses/) [x](../../../2024/03/roses/) [x](../roses/index.md#pruning)',
  '[x](https://garden.example) [x](HTTP://WWW.GARDEN.example/2024/03/roses/#pruning)',
  '[x](/2024/03/roses/#footnote-1) [x](/2024/03/roses/#r%C3%A9sum%C3%A9)',
  '[x](#) [y](#top) [y](#TOP) [z](#main) [z](#:~:text=tulip) [z](../roses/#pruning:~:text=x)',
  '[x](https://elsewhere.example/nope/#weeds) [x](https://rose.garden.example/nope/)',
  '`<a href="/nope/#weeds">x</a>`',
])('nothing is said of %s', async (markdown) => {
  expect(await found(markdown)).toEqual([]);
});

it('finds the comments of the old blog, unless they are hidden', async () => {
  const links = '[x](../roses/#c7) [y](/2024/03/roses/#comments) [z](../tulips/#comments)';
  const fault = 'link-fragment-missing ../tulips/#comments';
  expect(await found(links)).toEqual([fault]);
  const hidden = siteSchema.parse({ url: SETTINGS.url, comments: { archive: false } });
  expect(await found('[x](../roses/#c7)', hidden)).toEqual(['link-fragment-missing ../roses/#c7']);
});

it('on a site below a path, only links to that path count', async () => {
  const settings = siteSchema.parse({ url: 'https://garden.example/blog/' });
  const links =
    '[a](https://garden.example/nope/) [b](/blog/2024/03/roses/) [c](/2024/03/roses/) [d](/blog/no/) [e](https://garden.example/blog/no/)';
  expect(await found(links, settings)).toEqual([
    'link-target-missing /blog/no/',
    'link-target-missing https://garden.example/blog/no/',
  ]);
});

describe('the message', () => {
  it.each([
    ['[x](/roses/)', 'Did you mean /2024/03/roses/?'],
    ['[x](/2024/03/rosse/)', 'Did you mean /2024/03/roses/?'],
    ['[x](/tags/red-flower/)', 'Did you mean /tags/red-flowers/?'],
    ['[x](../rosses/)', 'Did you mean /2024/03/roses/?'],
    ['![x](/rose.jpg)', 'Did you mean /2024/03/roses/rose.jpg?'],
    ['[x](/2024/03/roses/#prunning)', 'Did you mean #pruning?'],
    ['[x](/2024/03/roses/#%20Pruning)', 'Did you mean #pruning?'],
  ])('about %s suggests what is near', async (markdown, expected) => {
    expect((await warnings(markdown))[0]?.hint).toContain(expected);
  });

  it('suggests nothing that is far away', async () => {
    expect((await warnings('[x](/nope/) [y](/page/2/)')).map(({ hint }) => hint)).toEqual(
      Array(2).fill('Correct the address, or remove the link.'),
    );
  });

  it.each([
    ['[x](../lilies/)', 'the post posts/lilies/index.md is scheduled for 2027-05-06'],
    ['[x](/2027/05/lilies/#bulbs)', 'scheduled for 2027-05-06'],
    ['[x](/lilies.html)', 'scheduled for 2027-05-06'],
    ['[x](https://old.blogspot.com/lilies.html)', 'scheduled for 2027-05-06'],
    ['![x](/2027/05/lilies/lily.jpg)', 'scheduled for 2027-05-06'],
    ['[x](../asters/)', 'the post posts/asters/index.md is not published'],
    ['[x](/2024/03/asters/)', 'the post posts/asters/index.md is not published'],
    ['[x](/weeds/)', '`redirects.yaml` says is gone'],
  ])('about %s says why nothing is there', async (markdown, expected) => {
    expect((await warnings(markdown))[0]?.message).toContain(expected);
  });
});

it('a link to a file that Eleventy may copy is taken to be right', async () => {
  const links = '[x](/plants.txt) ![x](/plant.png) [x](/nope/) [x](/nope.html)';
  expect((await warnings(links, SETTINGS, true)).map(({ near }) => near)).toEqual([
    '/nope/',
    '/nope.html',
  ]);
});

it('links of the settings are checked too', async () => {
  const settings = siteSchema.parse({
    url: 'https://garden.example/',
    navigation: [
      { text: 'A', url: '/2024/03/roses/#pruning' },
      { text: 'B', url: '/2024/03/roses/#weeds' },
      { text: 'C', url: 'https://garden.example/nope/' },
      { text: 'D', url: 'https://elsewhere.example/nope/' },
    ],
    social: [{ text: 'E', url: 'https://garden.example/gone/' }],
  });
  expect((await warnings('', settings)).map(({ code, field }) => [code, field])).toEqual([
    ['link-fragment-missing', 'navigation[1].url'],
    ['link-target-missing', 'navigation[2].url'],
    ['link-target-missing', 'social[0].url'],
  ]);
});

it.each([
  ['https://garden.example/2024/03/roses/rose.jpg', []],
  ['https://garden.example/2024/03/roses/none.jpg', ['link-target-missing']],
  ['https://elsewhere.example/none.jpg', []],
])('looks for the `image` %s', async (image, codes) => {
  const problems = await warnings('', SETTINGS, false, image);
  expect(problems.map(({ code }) => code)).toEqual(codes);
  for (const { file, field } of problems)
    expect([file, field]).toEqual(['posts/tulips/index.md', 'image']);
});
