/** The guides for leaving another platform: each command in them works, in their order, with a small export. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT, run } from '../support/build-site.ts';
import { makeZip } from '../support/make-zip.ts';
import { copyProject } from '../support/project-copy.ts';
import { feedOf, FOLDER } from '../support/takeout.ts';
import { wxr, wxrPost } from '../support/wxr.ts';

const POST = { number: 12, title: 'Roses', html: '<p>Red <b>roses</b>.</p>' };
const TAKEOUT = feedOf([{ ...POST, filename: '/2024/05/roses.html' }]);

const GHOST = {
  db: [
    {
      meta: { version: '5.1.0' },
      data: {
        posts: [
          {
            ...{ id: 'a1', slug: 'roses', title: 'Roses', html: '<p>Red roses.</p>' },
            ...{ type: 'post', status: 'published', visibility: 'public' },
            published_at: '2024-05-01T10:00:00.000Z',
          },
        ],
        settings: [{ key: 'title', value: 'Garden' }],
      },
    },
  ],
};

/** Files that the guides name, by guide. */
const EXPORTS: Readonly<Record<string, Readonly<Record<string, string | Buffer>>>> = {
  'leaving-blogger.md': {
    'takeout-20261128.zip': makeZip({
      [`${FOLDER}/feed.atom`]: TAKEOUT,
      [`${FOLDER}/settings.csv`]: 'blog_subdomain,blog_name\ngarden,Garden\n',
    }),
    'Takeout/Blogger/Blogs/garden/feed.atom': TAKEOUT,
    'old-feed.xml': atom(
      'tag:blogger.com,1999:blog-7.post-12',
      'https://garden.blogspot.com/2024/05/roses.html',
    ),
  },
  'leaving-wordpress.md': {
    'garden.WordPress.2026-11-28.xml': wxr([wxrPost()]),
    'old-feed.xml': atom('https://garden.example/?p=14', 'https://garden.example/2011/05/roses/'),
  },
  'leaving-ghost.md': {
    'ghost-export/garden.ghost.json': JSON.stringify(GHOST),
    'old-feed.xml': atom('a1', 'https://garden.example/roses/'),
  },
  'leaving-medium-substack.md': {
    'medium-export.zip': makeZip({
      'posts/2024-05-01_Roses-0123456789ab.html':
        '<!DOCTYPE html><html><head><title>Roses</title></head><body><article class="h-entry"><header><h1 class="p-name">Roses</h1></header><section data-field="body" class="e-content"><p>Red roses.</p></section><footer><p>By <a href="https://medium.com/@rosa" class="p-author h-card">Rosa</a> on <a href="https://medium.com/p/0123456789ab"><time class="dt-published" datetime="2024-05-01T10:00:00.000Z">May 1, 2024</time></a>.</p><p><a href="https://medium.com/@rosa/roses-0123456789ab" class="p-canonical">Canonical link</a></p></footer></article></body></html>',
    }),
    'substack-export.zip': makeZip({
      'posts.csv':
        'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n12.tulips,2024-05-01T10:00:00.000Z,true,,,newsletter,everyone,Tulips,,\n',
      'posts/12.tulips.html': '<p>Yellow tulips.</p>',
    }),
  },
  'leaving-jekyll-hugo.md': {
    '../old-blog/_config.yml': 'title: Garden\nurl: https://garden.example\n',
    '../old-blog/_posts/2024-05-01-roses.md': '---\ntitle: Roses\n---\n\nRed roses.\n',
    'old-feed.xml': atom(
      'https://garden.example/2024/05/01/roses',
      'https://garden.example/2024/05/01/roses.html',
    ),
  },
};

/** Commands that other tests run, or that need a site on the web. */
const ELSEWHERE = /^npm run (?:verify|dev|blogger-theme|build)\b/;

let clone: string;

beforeAll(() => {
  clone = copyProject();
});

describe.each(Object.entries(EXPORTS))('%s', (guide, files) => {
  beforeAll(() => {
    rmSync(path.join(clone, 'content'), { recursive: true });
    mkdirSync(path.join(clone, 'content'));
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(clone, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  });

  it.each(commandsOf(guide).filter((command) => !ELSEWHERE.test(command)))(
    '%s',
    async (command) => {
      const { exitCode, stdout, stderr } = await run('bash', ['-euc', command], { cwd: clone });
      expect(exitCode, stdout + stderr).toBe(0);
      expect(stdout).toMatch(/ import -- /.test(command) ? /\b1 post\b/ : /./);
    },
  );
});

it('has an export for each guide', () => {
  const guides = readdirSync(path.join(ROOT, 'docs')).filter((name) => name.startsWith('leaving-'));
  expect(Object.keys(EXPORTS).toSorted()).toEqual(guides.toSorted());
});

function commandsOf(guide: string): string[] {
  const text = readFileSync(path.join(ROOT, 'docs', guide), 'utf8');
  return [...text.matchAll(/^ *```(?:text|sh)\n(.*?)^ *```$/gms)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('npm ')),
  );
}

function atom(id: string, url: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:garden</id><title>Garden</title><updated>2024-05-01T10:00:00Z</updated>
<entry><id>${id}</id><title>Roses</title><updated>2024-05-01T10:00:00Z</updated><link rel="alternate" href="${url}"/></entry></feed>\n`;
}
