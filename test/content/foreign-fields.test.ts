/** Front matter of other generators: what is reported, and what to write. */
import { describe, expect, it } from 'vitest';
import { findContent } from '../../src/content/find-content.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { Problems } from '../../src/lib/problem.ts';
import { folderWith } from '../support/scratch.ts';

const DATED = 'title: Roses\npublishDate: 2024-03-10\n';

/** `severity code: hint` of each problem with the front matter of a file. */
async function said(file: string, frontMatter: string): Promise<string[]> {
  const content = folderWith({
    'site.yaml': 'title: Garden\n',
    'posts/other/index.md': '---\ntitle: Tulips\npublishDate: 2024-03-10\n---\n',
    [file]: `---\n${frontMatter}\n---\n\nRed.\n`,
  });
  const problems = new Problems();
  await loadContent(content, findContent(content, problems), () => {}, problems);
  return problems.all.map(({ severity, code, hint }) => `${severity} ${code}: ${hint}`);
}

async function saidOfPost(lines: string): Promise<string[]> {
  return said('posts/roses/index.md', DATED + lines);
}

describe('a draft elsewhere', () => {
  it.each([
    ['draft: true', 'Jekyll, Hugo, Astro'],
    ['draft: yes', 'YAML 1.1'],
    ["draft: 'true'", 'text'],
    ['isDraft: true', 'Astro'],
    ['status: draft', 'WordPress'],
    ['status: Private', 'WordPress'],
    ['hidden: true', 'Pelican'],
    ['private: true', 'Gatsby'],
    ['unlisted: true', 'Docusaurus'],
    ['visible: false', 'Grav'],
    ['publish: no', 'Obsidian'],
    ['visibility: members', 'Ghost'],
    ['password: secret', 'Hexo'],
    ['permalink: false', 'Eleventy'],
    ['eleventyExcludeFromCollections: true', 'Eleventy'],
    ['_build: { list: never, render: never }', 'Hugo'],
    ['build:\n  render: false', 'Hugo'],
  ])('is an error: %s (%s)', async (lines) => {
    expect(await saidOfPost(lines)).toEqual([
      'error post-draft-marker: Write `published: false` instead.',
    ]);
  });

  it('is an error in a page, too', async () => {
    expect(await said('pages/about.md', 'title: About\ndraft: true')).toEqual([
      'error page-draft-marker: Write `published: false` instead.',
    ]);
  });

  it('is a warning in a post that is unpublished here', async () => {
    expect(await saidOfPost('draft: true\npublished: false')).toEqual([
      'warning post-field-foreign: Remove it: `published: false` keeps the text unpublished.',
    ]);
  });

  it.each([
    'draft: false',
    'status: published',
    'hidden: false',
    'visible: true',
    'visibility: public',
    '_build: { publishResources: false }',
  ])('is not: %s', async (lines) => {
    expect(await saidOfPost(lines)).toEqual([
      'warning post-field-foreign: Remove it: a text is published unless it says `published: false`.',
    ]);
  });

  it('does not show a password', async () => {
    const content = folderWith({
      'posts/roses/index.md': `---\n${DATED}password: thorn\n---\n`,
    });
    const problems = new Problems();
    await loadContent(content, findContent(content, problems), () => {}, problems);
    expect(JSON.stringify(problems.all)).not.toContain('thorn');
  });

  it.each(['no', 'off', "'false'"])('`published: %s` is text, which is an error', async (value) => {
    expect(await saidOfPost(`published: ${value}`)).toEqual([
      'error post-published-invalid: Write `published: true` or `published: false`, without quotes.',
    ]);
  });
});

describe('a field of another name', () => {
  it.each([
    ['lastmod: 2024-04-01', 'updatedDate'],
    ['updated: 2024-04-01', 'updatedDate'],
    ['modified: 2024-04-01', 'updatedDate'],
    ['aliases: [/old/]', 'legacyUrl'],
    ['redirect_from: /old/', 'legacyUrl'],
    ['categories: [red]', 'tags'],
    ['category: red', 'tags'],
    ['keywords: [red]', 'tags'],
    ['excerpt: Red', 'description'],
    ['summary: Red', 'description'],
    ['subtitle: Red', 'description'],
    ['coverImage: ./red.png', 'cover'],
    ['featured_image: ./red.png', 'image'],
    ['feature_image: ./red.png', 'image'],
    ['heroImage: ./red.png', 'image'],
    ['thumbnail: ./red.png', 'image'],
    ['cover_alt: Red', 'coverAlt'],
    ['canonical_url: https://red.example/', 'canonicalUrl'],
    ['lang: de', 'language'],
  ])('is named: %s', async (line, ours) => {
    const [name] = line.split(':');
    expect(await saidOfPost(line)).toEqual([
      `warning post-field-foreign: \`${name}\` is \`${ours}\` here; rename it.`,
    ]);
  });

  it.each(['date', 'pubDate', 'published_at'])(
    'is an error where it is required: %s',
    async (name) => {
      expect(await said('posts/roses/index.md', `title: Roses\n${name}: 2024-03-10`)).toEqual([
        `error post-field-foreign: \`${name}\` is \`publishDate\` here; rename it.`,
      ]);
    },
  );

  it('is superfluous beside ours', async () => {
    expect(await saidOfPost('date: 2024-03-10')).toEqual([
      'warning post-field-foreign: `date` is `publishDate` here, which the file has already; keep one of the two.',
    ]);
  });

  it.each([
    ['permalink: /2024/red-roses.html', '`slug: red-roses`', '`legacyUrl: /2024/red-roses.html`'],
    ['url: /blog/red-roses/', '`slug: red-roses`', '`legacyUrl: /blog/red-roses/`'],
    ['permalink: /:year/:title/', '`slug: NAME`', ''],
  ])('an address is part of the site: %s', async (line, slug, legacyUrl) => {
    const [hint] = await saidOfPost(line);
    expect(hint).toContain(slug);
    expect(hint).toContain(legacyUrl);
    expect(hint?.includes('legacyUrl')).toBe(legacyUrl !== '');
  });

  it('the address of a page is its file', async () => {
    const [hint] = await said('pages/about.md', 'title: About\npermalink: /about-us/');
    expect(hint).toContain('rename the file to `about-us.md`');
  });

  it('without a counterpart is to be removed', async () => {
    expect(await saidOfPost('layout: post')).toEqual([
      'warning post-field-foreign: Remove it: all posts have the template `templates/pages/post.11ty.tsx`.',
    ]);
  });

  it('is only unknown where ours does not exist', async () => {
    expect(await said('pages/about.md', 'title: About\ncategories: [red]')).toEqual([
      'warning page-field-unknown: Remove it, or use one of: title, description, language, translationOf, navigation, layout, typography, legacyUrl, published.',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])('is unknown: %s', async (name) => {
    expect((await saidOfPost(`${name}: red`))[0] ?? '').not.toContain('foreign');
  });
});
