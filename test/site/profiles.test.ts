/** Author profiles. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../src/lib/language/language.ts';
import { Problems } from '../../src/lib/problem.ts';
import { portraitAssets, profileOf } from '../../src/site/profiles.ts';
import { folderWith } from '../support/scratch.ts';

const PAGE = {
  path: '/authors/rosa/',
  url: '/blog/authors/rosa/',
  canonical: 'https://x.example/blog/authors/rosa/',
};

function entry(fields: object, folder = 'content/authors') {
  const none = {
    slug: undefined,
    legacyUrl: [],
    bio: undefined,
    avatar: undefined,
    website: undefined,
    email: undefined,
    github: undefined,
    twitter: undefined,
    bluesky: undefined,
    mastodon: undefined,
    featured: undefined,
    postCount: undefined,
  };
  return { file: 'authors/rosa.json', folder, fields: { name: 'Rosa', ...none, ...fields } };
}

const WORDS = wordsIn('en').profiles;
const portraitAt = (src: string) => ({ sources: [], attributes: { src } });

describe('profileOf', () => {
  it.each([
    [{ github: 'rosa' }, 'https://github.com/rosa'],
    [{ github: '@rosa' }, 'https://github.com/rosa'],
    [{ github: 'https://github.com/rosa/' }, 'https://github.com/rosa'],
    [{ twitter: '@rosa' }, 'https://twitter.com/rosa'],
    [{ bluesky: '@rosa.example.org' }, 'https://bsky.app/profile/rosa.example.org'],
    [{ mastodon: '@rosa@social.example' }, 'https://social.example/@rosa'],
    [{ mastodon: 'https://social.example/@rosa' }, 'https://social.example/@rosa'],
    [{ email: 'rosa@garden.example' }, 'mailto:rosa@garden.example'],
    [{ website: 'https://rosa.example/' }, 'https://rosa.example/'],
  ])('links %j to %s', (fields, url) => {
    expect(profileOf(entry(fields), PAGE, WORDS, portraitAt).links.map((link) => link.url)).toEqual(
      [url],
    );
  });

  it.each([{ github: 'javascript:alert(1)' }, { github: 'a/b"c' }, { twitter: '../evil' }])(
    'gives %j no link',
    (fields) => {
      const [link] = profileOf(entry(fields), PAGE, WORDS, portraitAt).links;
      expect(link?.url).toMatch(/^https:\/\/(?:github|twitter)\.com\/[^/"]+$/);
    },
  );

  it('shows a local portrait, and links to a remote one', () => {
    expect(
      profileOf(entry({ avatar: './my face.png' }), PAGE, WORDS, portraitAt).portrait?.attributes,
    ).toEqual({
      src: '/blog/authors/rosa/my%20face.png',
    });
    expect(
      profileOf(entry({ avatar: 'https://x.example/a.png' }), PAGE, WORDS, portraitAt).portrait,
    ).toBeUndefined();
  });

  it('is empty for an author without a file', () => {
    expect(profileOf(undefined, PAGE, WORDS, portraitAt)).toEqual({
      bio: undefined,
      portrait: undefined,
      links: [],
    });
  });
});

describe('portraitAssets', () => {
  const authors = [{ name: 'Rosa', ...PAGE }];

  it('are published beside the author\u2019s page', () => {
    const folder = folderWith({ 'rosa.png': 'x' });
    const problems = new Problems();
    expect(portraitAssets(authors, [entry({ avatar: './rosa.png' }, folder)], problems)).toEqual([
      { source: `${folder}/rosa.png`, path: '/authors/rosa/rosa.png', isPortrait: true },
    ]);
    expect(problems.all).toEqual([]);
  });

  it.each(['gone.png', '../secret.txt', 'x/../../secret.txt', '/etc/hostname', '..\\secret.txt'])(
    'must be beside the author\u2019s file: %s',
    (avatar) => {
      const parent = folderWith({ 'secret.txt': 'x', 'authors/x/y.png': 'x' });
      const problems = new Problems();
      expect(portraitAssets(authors, [entry({ avatar }, `${parent}/authors`)], problems)).toEqual(
        [],
      );
      expect(problems.all.map(({ code }) => code)).toEqual(['author-avatar-missing']);
    },
  );

  it.each([
    ['link.png', 'attachment-refused'],
    ['linked/face.png', 'attachment-refused'],
    ['folder', 'attachment-refused'],
    ['pipe', 'attachment-refused'],
    ['gone.png', 'author-avatar-missing'],
    ['run.html', 'attachment-refused'],
    ['.htaccess', 'attachment-refused'],
  ])('is not published if it is %s', (avatar, code) => {
    const folder = folderWith({ 'secret/face.png': '', 'a/run.html': '', 'a/.htaccess': '' });
    const authorsFolder = path.join(folder, 'a');
    mkdirSync(path.join(authorsFolder, 'folder'));
    symlinkSync('../secret/face.png', path.join(authorsFolder, 'link.png'));
    symlinkSync('../secret', path.join(authorsFolder, 'linked'));
    execFileSync('mkfifo', [path.join(authorsFolder, 'pipe')]);
    const problems = new Problems();
    expect(portraitAssets(authors, [entry({ avatar }, authorsFolder)], problems)).toEqual([]);
    expect(problems.all.map((problem) => problem.code)).toEqual([code]);
  });
});
