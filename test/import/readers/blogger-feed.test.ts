import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import type { Source } from '../../../src/import/source/source.ts';
import { entriesIn, leftOutIn, messagesIn, readImport } from '../../support/read-import.ts';

const post = (number: number): string => `tag:blogger.com,1999:blog-7.post-${number}`;

/** A page of a feed. */
function feed(total: number, entries: readonly string[]): string {
  return `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/'><id>tag:blogger.com,1999:blog-7</id><title type='text'>Garden</title><subtitle type='html'>All about &lt;roses&gt;</subtitle><link rel='alternate' type='text/html' href='https://garden.example/'/><openSearch:totalResults>${total}</openSearch:totalResults>${entries.join('')}</feed>`;
}

function entry(number: number, body = `<content type='html'>Words</content>`): string {
  return `<entry><id>${post(number)}</id><published>2015-12-24T15:14:00+08:00</published><title type='text'>Post ${number}</title>${body}<link rel='alternate' type='text/html' href='https://garden.example/2015/12/${number}.html'/></entry>`;
}

interface Blog {
  /** Entries by feed: `posts`, `pages`, `comments`. */
  readonly feeds: Readonly<Record<string, readonly string[]>>;
  /** Entries that a page holds, whatever is asked for. */
  readonly limit?: number;
  readonly total?: number;
  readonly home?: string;
  /** Gives the first page again and again. */
  readonly ignoresStart?: boolean;
}

/** Serves a blog, and fetches from it. */
async function serve({ feeds, limit = 2, total, home, ignoresStart }: Blog) {
  const requests: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    requests.push(url);
    const { pathname, searchParams } = new URL(url, 'http://x');
    const [, name = ''] = /^\/feeds\/(?:7\/)?(\w+)\/default$/.exec(pathname) ?? [];
    const entries = feeds[name];
    const start = ignoresStart === true ? 0 : Number(searchParams.get('start-index') ?? 1) - 1;
    if (entries !== undefined)
      response.end(feed(total ?? entries.length, entries.slice(start, start + limit)));
    else if (pathname === '/' && home !== undefined) response.end(home);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const read = (path: string) =>
    readImport(webSource(origin + path), {
      fetch: async (url) => {
        const response = await fetch(url);
        if (!response.ok) throw new Error(`the server responded with status ${response.status}`);
        return { url: response.url, text: await response.text() };
      },
    });
  return { origin, requests, read };
}

function webSource(url: string): Source {
  return { name: url, url, files: [], close: async () => {} };
}

const PAGE = entry(50).replace('.post-50', '.page-50').replace('2015/12/50', 'p/about');
const COMMENT = `<entry><id>${post(90)}</id><content type='html'>Nice</content><thr:in-reply-to ref='${post(1)}'/><author><name>Ann</name></author></entry>`;

it('reads all pages of the feeds of posts, pages and comments', async () => {
  const { read, requests } = await serve({
    feeds: {
      posts: [1, 2, 3, 4, 5].map((number) => entry(number)),
      pages: [PAGE],
      comments: [COMMENT],
    },
  });
  const { format, facts, items } = await read('/feeds/posts/default?alt=rss');
  expect(format).toBe('blogger-feed');
  expect(facts).toMatchObject({
    title: 'Garden',
    description: 'All about <roses>',
    url: 'https://garden.example/',
    legacy: 'blogger',
  });
  expect(entriesIn(items).map(({ type, guid, legacyUrls }) => [type, guid, legacyUrls[0]])).toEqual(
    [
      ...[1, 2, 3, 4, 5].map((number) => ['post', post(number), `/2015/12/${number}.html`]),
      ['page', 'tag:blogger.com,1999:blog-7.page-50', '/p/about.html'],
    ],
  );
  expect(items.filter(({ type }) => type === 'comment')).toMatchObject([
    { entry: post(1), author: 'Ann', html: 'Nice', anchor: 'c90' },
  ]);
  expect(messagesIn(items)).toEqual([]);
  expect(requests.filter((url) => url.startsWith('/feeds/posts'))).toEqual(
    [1, 3, 5].map(
      (start) => `/feeds/posts/default?max-results=100&start-index=${start}&redirect=false`,
    ),
  );
});

it('tells how many posts the feed does not give', async () => {
  const { read } = await serve({
    feeds: { posts: [entry(1), entry(2), entry(3)], pages: [], comments: [] },
    total: 234,
  });
  const { items } = await read('/feeds/posts/default');
  expect(messagesIn(items)[0]).toContain('there are 234 posts, but gives only 3');
});

it('ends when a server gives the same page again', async () => {
  const { read, requests } = await serve({
    feeds: { posts: [entry(1), entry(2)], pages: [], comments: [] },
    total: 50,
    ignoresStart: true,
  });
  const { items } = await read('/feeds/posts/default');
  expect(entriesIn(items)).toHaveLength(2);
  expect(requests.filter((url) => url.startsWith('/feeds/posts'))).toHaveLength(2);
});

it('finds the feed by the home page, and goes on without feeds of pages and comments', async () => {
  const { read } = await serve({
    feeds: { posts: [entry(1)] },
    home: `<html><head><link rel="alternate" type="application/rss+xml" href="/feeds/posts/default?alt=rss"><link rel="alternate" type="application/atom+xml" href="https://www.blogger.com/feeds/7/posts/default"></head></html>`,
  });
  const { items } = await read('/');
  expect(entriesIn(items)).toHaveLength(1);
  expect(messagesIn(items)).toEqual([
    expect.stringContaining('The pages of the blog are not imported.'),
    expect.stringContaining('The comments of the blog are not imported.'),
  ]);
});

it('reads the feeds on the host of Blogger', async () => {
  const { read, requests } = await serve({
    feeds: { posts: [entry(1)], pages: [PAGE], comments: [] },
  });
  await read('/feeds/7/posts/default');
  expect(requests.every((url) => url.startsWith('/feeds/7/'))).toBe(true);
});

it('refuses summaries of posts, and leaves out those of comments', async () => {
  const short = `<summary type='text'>The begin</summary>`;
  const posts = await serve({ feeds: { posts: [entry(1, short)], pages: [], comments: [] } });
  await expect(posts.read('/feeds/posts/default')).rejects.toThrow('only the beginnings of posts');
  const { read } = await serve({
    feeds: {
      posts: [entry(1)],
      pages: [],
      comments: [COMMENT.replace(/<content.*<\/content>/, short)],
    },
  });
  const { items } = await read('/feeds/posts/default');
  expect(leftOutIn(items)).toHaveLength(1);
});

it('explains an address that cannot be read', async () => {
  const { read, origin } = await serve({ feeds: {} });
  await expect(read('/feeds/posts/default')).rejects.toMatchObject({
    name: 'SourceError',
    message: expect.stringMatching(
      /^http:\S+ cannot be read: the server responded with status 404\. Check the address/,
    ),
  });
  await expect(read('/')).rejects.toThrow(`${origin}/ cannot be read`);
});

it('explains a page without feeds', async () => {
  const { read } = await serve({ feeds: {}, home: '<html><p>Hello</p></html>' });
  await expect(read('/')).rejects.toThrow('The page is no feed and names none.');
});
