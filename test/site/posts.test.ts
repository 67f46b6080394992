/** Ids and files of posts. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { planSite } from '../../src/addresses/plan.ts';
import type { PostEntry } from '../../src/content/entries.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { wordsIn } from '../../src/lib/language/language.ts';
import { Problems, type Problem } from '../../src/lib/problem.ts';
import type { Post } from '../../src/site/model.ts';
import { NO_BODY } from '../../src/markdown/body.ts';
import { PostIds } from '../../src/site/post-ids.ts';
import { notePdfs } from '../../src/site/pdf-notes.ts';
import { entryAssets } from '../../src/site/entry-assets.ts';
import { postBuilder } from '../../src/site/posts.ts';
import { postEntry } from '../support/entries.ts';
import { folderWith } from '../support/scratch.ts';

const bodyOf = () => NO_BODY;

function postsOf(...posts: PostEntry[]): {
  posts: Post[];
  problems: readonly Problem[];
  paths: string[];
} {
  const problems = new Problems();
  const settings = siteSchema.parse({ permalink: 'preserve' });
  const content = {
    settings,
    posts,
    pages: [],
    authors: [],
    tags: [],
    series: [],
    redirects: [],
    feedIds: [],
  };
  const options = { drafts: false, now: Date.UTC(2025, 0) };
  const addresses = new Addresses('https://g.example/');
  const plan = planSite(content, options, [], addresses, problems);
  const sharing = { settings, words: wordsIn('en'), addresses, images: new Map() };
  const previews = { ...sharing, hasCards: true, sourceOf: () => undefined };
  return {
    posts: plan.posts.map(
      postBuilder(
        plan,
        [],
        settings.language,
        bodyOf,
        new PostIds('g.example', []),
        previews,
        () => undefined,
        () => undefined,
        () => [],
        () => undefined,
        problems,
      ),
    ),
    paths: entryAssets(plan, bodyOf, [], problems).map((asset) => asset.path),
    problems: problems.all,
  };
}

describe('the id of a post', () => {
  it('must be unique', () => {
    const a = postEntry({ slug: 'a', guid: 'urn:same' });
    const b = postEntry({ slug: 'b', guid: 'urn:same' });
    const { problems } = postsOf(a, b);
    expect(problems.map(({ code }) => code)).toEqual(['post-guid-duplicate']);
    expect(`${problems[0]?.file} ${problems[0]?.message}`).toMatch(
      /posts\/b\/index\.md .*posts\/a\/index\.md/,
    );
  });

  it.each(['my own', '12', 'tag:a b', 'urn:<x>'])(
    'that is not a URI, %s, is used with a warning',
    (guid) => {
      const { posts, problems } = postsOf(postEntry({ slug: 'a', guid }));
      expect(posts.map((post) => post.guid)).toEqual([guid]);
      expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        'warning post-guid-no-uri',
      ]);
    },
  );

  it.each(['urn:uuid:6f1b', 'tag:blogger.com,1999:blog-1.post-2', 'https://x.example/?p=1'])(
    'may be %s',
    (guid) => {
      expect(postsOf(postEntry({ slug: 'a', guid })).problems).toEqual([]);
    },
  );

  it('is generated when there is none', () => {
    const { posts, problems } = postsOf(postEntry({ slug: 'a' }), postEntry({ slug: 'b' }));
    expect(posts.map(({ guid }) => guid)).toEqual([
      'tag:g.example,2024-03-10:a',
      'tag:g.example,2024-03-10:b',
    ]);
    expect(problems).toEqual([]);
  });
});

describe('the image of a post', () => {
  it.each(['./my%20photo.jpg', 'my photo.jpg', './a/../my photo.jpg'])(
    'may be written like a link: %s',
    (image) => {
      const { posts, problems, paths } = postsOf({
        ...postEntry({ image }),
        files: ['my photo.jpg'],
      });
      expect(problems).toEqual([]);
      expect(posts[0]?.image?.url).toBe('https://g.example/2024/03/hello/my%20photo.jpg');
      expect(paths).toEqual(['/2024/03/hello/my photo.jpg']);
    },
  );

  it('may use a different Unicode form', () => {
    const entry = { ...postEntry({ image: 'caf\u00e9.jpg' }), files: ['cafe\u0301.jpg'] };
    expect(postsOf(entry).problems).toEqual([]);
  });

  it.each(['/photo.jpg', '../photo.jpg', 'other.jpg'])('must exist: %s', (image) => {
    const { problems } = postsOf({ ...postEntry({ image }), files: ['photo.jpg'] });
    expect(problems.map(({ code }) => code)).toEqual(['post-image-missing']);
  });

  it('must be a file that may be published', () => {
    const { problems } = postsOf({ ...postEntry({ image: 'x.html' }), withheld: ['x.html'] });
    expect(problems.map(({ code }) => code)).toEqual(['attachment-refused']);
  });

  it.each([
    ['/api/', 'attachment-address'],
    ['/functions/', 'attachment-address'],
    ['/apis/', undefined],
    ['/_worker.js/', 'redirect-source-invalid'],
    ['/a/.htaccess', 'redirect-source-invalid'],
  ])('of a post that was at %s: %s', (legacyUrl, code) => {
    const entry = postEntry({ image: 'photo.jpg', legacyUrl: [legacyUrl] });
    const { problems } = postsOf({ ...entry, files: ['photo.jpg'] });
    expect(problems[0]?.code).toBe(code);
  });
});

it('notes each PDF of a text that holds scripts', () => {
  const folder = folderWith({
    'form.PDF': '%PDF-1.7 /S /JavaScript /JS (grow();)',
    'paper.pdf': '%PDF-1.7 /JSON /JavaScripts',
    'note.txt': '/JS',
  });
  const problems = new Problems();
  const assets = readdirSync(folder).map((file) => ({
    source: path.join(folder, file),
    path: `/a/${file}`,
  }));
  notePdfs([...assets, ...assets.map((asset) => ({ ...asset, isOwn: true }))], problems);
  expect(problems.all.map(({ code, file }) => `${code} ${path.basename(file)}`)).toEqual([
    'attachment-script form.PDF',
  ]);
});
