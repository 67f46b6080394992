import { describe, expect, it } from 'vitest';
import { findBlogs } from '../../../src/import/readers/detect.ts';
import { reader as backup } from '../../../src/import/readers/blogger-backup.ts';
import { reader as takeoutReader } from '../../../src/import/readers/blogger-takeout.ts';
import { eleventy } from '../../../src/import/readers/eleventy/reader.ts';
import { reader as feed } from '../../../src/import/readers/feed.ts';
import { reader as ghost } from '../../../src/import/readers/ghost/ghost.ts';
import { hexo } from '../../../src/import/readers/hexo/reader.ts';
import { hugo } from '../../../src/import/readers/hugo/reader.ts';
import { jekyll } from '../../../src/import/readers/jekyll/reader.ts';
import { medium } from '../../../src/import/readers/medium/reader.ts';
import { pelican } from '../../../src/import/readers/pelican/reader.ts';
import { substack } from '../../../src/import/readers/substack/reader.ts';
import { reader as wordpress } from '../../../src/import/readers/wordpress/wordpress.ts';
import { feedOf } from '../../support/takeout.ts';
import { PRIVATE, find, guardedSource } from '../../support/read-blog.ts';

const READERS = [
  ...[takeoutReader, backup, wordpress, ghost, medium, substack],
  ...[jekyll, hugo, hexo, eleventy, pelican, feed],
];

const YAML = '---\ntitle: Roses\ndate: 2020-01-31\n---\nText';
const ARTICLE =
  '<html><body><article class="h-entry"><h1 class="p-name">Roses</h1><section data-field="body" class="e-content"><p>x</p></section></article></body></html>';
const BACKUP = `<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1.archive</id><title>Garden</title><entry><id>tag:blogger.com,1999:blog-1.post-2</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><title>A</title><content type='html'>x</content></entry></feed>`;
const WXR = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Garden</title><wp:wxr_version>1.2</wp:wxr_version></channel></rss>`;

/** Exports as they are downloaded or lie on a disk, by the format that must be found in them. */
const EXPORTS: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['a Takeout', 'blogger-takeout', { 'Takeout/Blogger/Blogs/Garden/feed.atom': feedOf([]) }],
  ['a backup', 'blogger-backup', { 'blog-01-31-2020.xml': BACKUP }],
  ['an export of WordPress', 'wordpress', { 'garden.WordPress.2020-01-31.xml': WXR }],
  [
    'an export of Ghost',
    'ghost',
    { 'garden.ghost.json': '{"db":[{"meta":{"version":"5.0.0"},"data":{"posts":[]}}]}' },
  ],
  [
    'an export of Medium',
    'medium',
    {
      'posts/2020-01-31_Roses-aaaaaaaaaa01.html': ARTICLE,
      'README.html': PRIVATE,
      'ips.html': PRIVATE,
      'sessions/sessions.html': PRIVATE,
    },
  ],
  [
    'an export of Substack',
    'substack',
    {
      'posts.csv': 'post_id,post_date,is_published\n1.roses,2020-01-31T00:00:00Z,true\n',
      'posts/1.roses.html': '<p>x</p>',
      'posts/1.opens.csv': PRIVATE,
      'email_list.garden.csv': PRIVATE,
    },
  ],
  [
    'a site of Jekyll',
    'jekyll',
    {
      '_config.yml': 'title: Garden',
      Gemfile: "gem 'jekyll'",
      '_posts/2020-01-31-roses.md': YAML,
      'index.html': '---\n---\n',
      'package.json': '{"devDependencies": {"prettier": "3"}}',
    },
  ],
  ['a site of Jekyll without settings', 'jekyll', { 'blog/_posts/2020-01-31-roses.md': YAML }],
  ['a folder of posts of Jekyll', 'jekyll', { '2020-01-31-roses.md': YAML }],
  [
    'a site of Octopress',
    'jekyll',
    {
      '_config.yml': 'title: Garden\nsource: source\npermalink: /blog/:title/',
      Rakefile: '',
      'source/_posts/2020-01-31-roses.markdown': YAML,
    },
  ],
  [
    'a site of Hugo',
    'hugo',
    {
      'hugo.toml': "title = 'Garden'",
      'content/posts/roses.md': YAML,
      'themes/x/exampleSite/config.toml': "title = 'x'",
      'package.json': '{"dependencies": {"autoprefixer": "1"}}',
    },
  ],
  [
    'a site of Hugo with old settings',
    'hugo',
    {
      'config.yaml': 'baseURL: https://ada.example\ntitle: Garden',
      'content/posts/roses.md': YAML,
    },
  ],
  [
    'a site of Hugo with settings in a folder',
    'hugo',
    { 'config/_default/config.toml': "title = 'Garden'", 'content/posts/roses.md': YAML },
  ],
  ['the content of a site of Hugo', 'hugo', { 'posts/_index.md': YAML, 'posts/roses.md': YAML }],
  [
    'a site of Hexo',
    'hexo',
    {
      '_config.yml': 'title: Garden\nsource_dir: source',
      'package.json': '{"dependencies": {"hexo": "7"}}',
      'source/_posts/roses.md': YAML,
      'themes/next/_config.yml': 'x: y',
      'scaffolds/post.md': YAML,
    },
  ],
  [
    'a site of Hexo without its package',
    'hexo',
    { '_config.yml': 'title: Garden\nnew_post_name: :title.md', 'source/_posts/roses.md': YAML },
  ],
  [
    'a site of Eleventy',
    'eleventy',
    {
      '.eleventy.js': 'module.exports = {}',
      'posts/roses.md': YAML,
      'package.json': '{"dependencies": {"@11ty/eleventy": "3"}}',
      '_data/metadata.json': '{}',
    },
  ],
  [
    'a site of Eleventy that has posts as Jekyll names them',
    'eleventy',
    { 'eleventy.config.js': 'export default {}', 'src/_posts/2020-01-31-roses.md': YAML },
  ],
  [
    'a site of Pelican',
    'pelican',
    {
      'pelicanconf.py': "SITENAME = 'Garden'",
      'content/roses.md': 'Title: Roses\nDate: 2020-01-31\n\nText',
      Makefile: '',
    },
  ],
  [
    'the content of a site of Pelican',
    'pelican',
    { 'roses.md': 'Title: Roses\nDate: 2020-01-31\n\nText' },
  ],
  [
    'the content of a site of Pelican in reStructuredText',
    'pelican',
    { 'roses.rst': 'Roses\n=====\n:date: 2020-01-31\n\nText' },
  ],
  [
    'a feed',
    'feed',
    {
      'feed.xml':
        '<rss version="2.0"><channel><title>Garden</title><item><title>A</title></item></channel></rss>',
    },
  ],
];

/** What lies on disks, too, but is no export. */
const OTHERS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'the content of Perennial',
    { 'site.yaml': 'title: Garden', 'posts/roses/index.md': YAML.replace('date', 'publishDate') },
  ],
  ['notes', { 'a.md': 'Text', 'b.md': '# Text', 'c/d.md': 'Note: this\n\nText' }],
  [
    'a program',
    {
      'package.json': '{"dependencies": {"react": "18"}}',
      'README.md': '# x',
      'config.json': '{"a": 1}',
      'content/a.txt': 'x',
      'posts/index.html': '<p>x</p>',
    },
  ],
  ['nothing', {}],
];

describe.each(EXPORTS)('%s', (_name, format, files) => {
  it.each(READERS.map((reader) => [reader.format, reader] as const))(
    'and the reader of %s',
    async (own, reader) => {
      expect(await find(reader, files)).toHaveLength(own === format ? 1 : 0);
    },
  );

  it('is found, and private files are not read', async () => {
    const { reader } = await findBlogs(guardedSource(files), {
      fetch: () => Promise.reject(new Error('No reader of files asks the web.')),
    });
    expect(reader.format).toBe(format);
  });
});

it.each(OTHERS)('nobody finds a blog in %s', async (_name, files) => {
  for (const reader of READERS) expect(await find(reader, files), reader.format).toEqual([]);
});

it('finds several sites in one folder, each by the name of its own', async () => {
  const found = await find(hugo, {
    'a/hugo.toml': "title = 'A'",
    'a/content/posts/x.md': YAML,
    'b/hugo.toml': "title = 'B'",
    'b/content/posts/x.md': YAML,
  });
  expect(found.map(({ name }) => name)).toEqual(['a', 'b']);
});

it('takes a site inside of another for a part of it', async () => {
  const files = {
    '_config.yml': 'title: A',
    '_posts/2020-01-31-roses.md': YAML,
    'docs/_config.yml': 'title: B',
    'docs/hugo.toml': "title = 'C'",
  };
  expect(await find(jekyll, files)).toHaveLength(1);
  expect(await find(hugo, files)).toEqual([]);
});
