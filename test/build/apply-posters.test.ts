/** Pictures of videos on pages, and what the owner is told of those without one. */
import { beforeAll, expect, it } from 'vitest';
import { LoadCache, loadWithProblems, type LoadResult } from '../../src/build/load-site.ts';
import { png } from '../support/pictures.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

let picture: Buffer;

beforeAll(async () => {
  picture = await png(480, 360);
});

const film = (address: string): string => `<iframe src="${address}" title="A film"></iframe>\n\n`;
const FILMS = [
  film('https://www.youtube.com/embed/found'),
  film('https://www.youtube.com/embed/gone'),
  film('https://player.vimeo.com/video/123'),
].join('');

const asked: string[] = [];

/** Two sites: one answers, the other is out of reach. */
function answer(address: string): Promise<Buffer> {
  asked.push(address);
  if (address.includes('/found/')) return Promise.resolve(picture);
  const answered = new Error('the server responded with status 404');
  return Promise.reject(
    address.includes('vimeo') ? new Error('fetch failed', { cause: 'offline' }) : answered,
  );
}

function load(settings: string): Promise<LoadResult> {
  const contentDir = folderWith({
    'site.yaml': `title: Films\nurl: https://films.test/blog/\n${settings}`,
    'posts/a/index.md': `---\ntitle: A\npublishDate: 2024-01-01\n---\n\n${FILMS}`,
    'pages/b.md': `---\ntitle: B\n---\n\n${film('https://youtu.be/found')}`,
  });
  const cache = new LoadCache(temporaryFolder(), contentDir, { fetch: answer });
  return loadWithProblems({ contentDir, publicDir: 'public', drafts: false, cache });
}

function postersOf({ site }: LoadResult): (string | undefined)[] {
  return [...site.posts, ...site.pages].flatMap(({ body }) =>
    body.flatMap((part) => (part.kind === 'embed' ? [part.poster?.attributes['src']] : [])),
  );
}

it('are published once, and shown wherever the video is', async () => {
  const loaded = await load('embeds: { posters: true }\n');
  const address = expect.stringMatching(/^\/blog\/hashed\/poster-\w{16}\.png$/);
  expect(postersOf(loaded)).toEqual([address, undefined, undefined, address]);
  const files = loaded.site.assets.filter(({ path }) => path.startsWith('/hashed/poster-'));
  expect(files).toHaveLength(1);
  const told = loaded.problems.map(({ code, file, line, message }) => [
    `${code} ${file.split('/').slice(-2).join('/')}:${line}`,
    message,
  ]);
  expect(told).toContainEqual([
    'embed-poster-missing a/index.md:8',
    'The video https://www.youtube.com/watch?v=gone has a drawn picture, because that of its site cannot be had: the server responded with status 404.',
  ]);
  expect(told).toContainEqual([
    expect.stringMatching(/^embed-posters-unreachable \S+site\.yaml:3$/),
    'vimeo.com gives no pictures, because offline: 1 video has a drawn one.',
  ]);
});

it('are not asked for without leave', async () => {
  asked.length = 0;
  expect(postersOf(await load(''))).toEqual([undefined, undefined, undefined, undefined]);
  expect(asked).toEqual([]);
});
