import { readdirSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { PictureUse } from '../../../src/import/body/body.ts';
import type { Blog, ImportedEntry } from '../../../src/import/model.ts';
import { Pictures, type PicturesOptions } from '../../../src/import/pictures/pictures.ts';
import { memoryFile } from '../../support/memory-source.ts';
import { noise } from '../../support/pictures.ts';
import { folderWith } from '../../support/scratch.ts';

const SMALL = await noise(30, 20).png().toBuffer();
const LARGE = await noise(300, 200).jpeg().toBuffer();

const ENTRY: ImportedEntry = {
  type: 'post',
  id: '1',
  place: { file: 'feed.atom', line: 3 },
  status: 'public',
  title: 'Roses',
  authors: [],
  tags: [],
  legacyUrls: ['/2011/05/roses.html'],
  body: { format: 'html', text: '' },
};

const BLOG: Blog = {
  facts: { hosts: [] },
  async *items() {
    yield ENTRY;
  },
};

/** Counts requests by path. */
async function serve(answer: RequestListener) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, requests };
}

function pictures(options: Partial<PicturesOptions> = {}): Pictures {
  return new Pictures({
    cacheDir: folderWith({}),
    download: true,
    allowPrivate: true,
    firstWait: 1,
    ...options,
  });
}

function use(src: string, more: Partial<PictureUse> = {}): PictureUse {
  return { src, others: [], alt: '', ...more };
}

it('names pictures by their bytes, and keeps identical ones once', async () => {
  const { origin } = await serve((_, response) => response.end(LARGE));
  const all = [use(`${origin}/a/roses.png`), use(`${origin}/b/again.jpg`)];
  const found = await pictures().obtain(all, ENTRY, BLOG);
  expect([...found.values()].map(({ name }) => name)).toEqual(['roses.jpg', 'roses.jpg']);
  expect(found.get(`${origin}/a/roses.png`)?.bytes.equals(LARGE)).toBe(true);
});

it('takes pictures from the export before the web', async () => {
  const { requests, origin } = await serve((_, response) => response.end(LARGE));
  const blog: Blog = { ...BLOG, file: () => memoryFile('Albums/My Roses.png', SMALL) };
  const found = await pictures().obtain([use(`${origin}/x.jpg`)], ENTRY, blog);
  expect([...found.values()].map(({ name }) => name)).toEqual(['my-roses.png']);
  expect(requests).toEqual([]);
});

it('tells files of one name apart by their pixels', async () => {
  const blog: Blog = {
    ...BLOG,
    candidates: () => [
      memoryFile('Albums/a.jpg', SMALL),
      memoryFile('Albums/a(1).jpg', LARGE),
      memoryFile('Albums/a(2).jpg', LARGE),
      memoryFile('Albums/a(3).jpg', 'no picture'),
    ],
  };
  const all = pictures({ download: false });
  const uses = [
    use('https://blog.example/1/a.jpg', { width: 300, height: 200 }),
    use('https://blog.example/2/a.jpg', { width: 301, height: 200 }),
    use('https://blog.example/3/a.jpg', { width: 300 }),
  ];
  const found = await all.obtain(uses, ENTRY, blog);
  expect([...found].map(([src, { bytes }]) => [src, bytes.equals(LARGE)])).toEqual([
    ['https://blog.example/1/a.jpg', true],
  ]);
});

it('decodes pictures in the text', async () => {
  const src = `data:image/png;base64,${SMALL.toString('base64')}`;
  const svg = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";
  const found = await pictures({ download: false }).obtain([use(src), use(svg)], ENTRY, BLOG);
  expect([...found.values()].map(({ name }) => name)).toEqual(['picture.png', 'picture.svg']);
  expect(found.get(src)?.bytes.equals(SMALL)).toBe(true);
});

it('tries again when a server is busy, and gives up on what is not there', async () => {
  let count = 0;
  const { origin, requests } = await serve(({ url }, response) => {
    if (url === '/gone.jpg') response.writeHead(404).end();
    else if (count++ === 0) response.writeHead(503, { 'retry-after': '0' }).end();
    else response.end(LARGE);
  });
  const all = pictures();
  const found = await all.obtain([use(`${origin}/a.jpg`), use(`${origin}/gone.jpg`)], ENTRY, BLOG);
  expect([...found.keys()]).toEqual([`${origin}/a.jpg`]);
  expect(requests.toSorted()).toEqual(['/a.jpg', '/a.jpg', '/gone.jpg']);
  expect([...all.missing]).toEqual([
    {
      url: `${origin}/gone.jpg`,
      reason: 'the server responded with status 404',
      entry: { id: ENTRY.id, title: ENTRY.title, place: ENTRY.place },
    },
  ]);
});

it('asks nothing again in a second run', async () => {
  const cacheDir = folderWith({});
  const { origin, requests } = await serve((_, response) => response.end(LARGE));
  for (let run = 0; run < 2; run++) {
    const found = await pictures({ cacheDir }).obtain([use(`${origin}/a.jpg`)], ENTRY, BLOG);
    expect(found.size).toBe(1);
  }
  expect(requests).toEqual(['/a.jpg']);
});

it('takes the next address when the first answers with a page, or with less than promised', async () => {
  const { origin } = await serve(({ url }, response) => {
    response.end(
      url === '/large.jpg' ? LARGE : url === '/small.png' ? SMALL : '<html>Sorry</html>',
    );
  });
  const found = await pictures().obtain(
    [
      use(`${origin}/page.jpg`, { others: [`${origin}/small.png`] }),
      use(`${origin}/small.png`, { others: [`${origin}/large.jpg`], width: 300 }),
    ],
    ENTRY,
    BLOG,
  );
  expect([...found.values()].map(({ name }) => name)).toEqual(['small.png', 'large.jpg']);
});

it('refuses private networks unless they are allowed', async () => {
  const { origin, requests } = await serve((_, response) => response.end(LARGE));
  const all = pictures({ allowPrivate: false });
  const found = await all.obtain([use(`${origin}/a.jpg`)], ENTRY, BLOG);
  expect(found.size).toBe(0);
  expect(requests).toEqual([]);
  expect([...all.missing][0]?.reason).toContain('in a private network');
});

it('asks no host when downloads are off', async () => {
  const { origin, requests } = await serve((_, response) => response.end(LARGE));
  const all = pictures({ download: false });
  await all.obtain([use(`${origin}/a.jpg`), use('nowhere.jpg')], ENTRY, BLOG);
  expect(requests).toEqual([]);
  expect(Array.from(all.missing, ({ reason }) => reason)).toEqual([
    'downloads are off',
    'the export does not hold it, and it has no address on the web',
  ]);
});

it('keeps a long list of pictures that stay linked on disk', async () => {
  const folder = folderWith({});
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const all = pictures({ download: false });
  const urls = Array.from({ length: 1000 }, (_, number) => `https://x.example/${number}.jpg`);
  await all.obtain(
    urls.map((url) => use(url)),
    ENTRY,
    BLOG,
  );
  expect(Array.from(all.missing, ({ url }) => url)).toEqual(urls);
  const [file] = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  expect(statSync(path.join(file?.parentPath ?? '', file?.name ?? '')).size).toBeGreaterThan(1e5);
});

it('sends six requests at a time to a host', async () => {
  let received = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const answerAll = () => waiting.splice(0).forEach((answer) => answer());
  const { origin } = await serve((_, response) => {
    received++;
    waiting.push(() => response.end(LARGE));
    most = Math.max(most, waiting.length);
    if (waiting.length === 6 || received === 20) setImmediate(answerAll);
    else setTimeout(answerAll, 5000).unref();
  });
  const uses = Array.from({ length: 20 }, (_, index) => use(`${origin}/${index}.jpg`));
  await pictures().obtain(uses, ENTRY, BLOG);
  expect(most).toBe(6);
});
