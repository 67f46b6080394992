/** Post IDs: where they come from, and the check that they do not change. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bloggerAtom,
  bloggerEntry,
  bloggerExport,
  bloggerId,
  bloggerRss,
  bloggerTakeout,
  type BloggerPost,
} from '../../support/blogger-feed.ts';
import { buildSite, built, run, type Outcome } from '../../support/build-site.ts';
import { FEED_FORMATS } from '../../support/feeds.ts';
import { folderWith } from '../../support/scratch.ts';

const SITE = 'title: A garden\nurl: https://garden.example/\nlegacyHosts: [garden.blogspot.com]\n';

function post(title: string, publishDate: string, legacyUrl?: string, more = ''): string {
  const old = legacyUrl === undefined ? '' : `legacyUrl: ${legacyUrl}\n`;
  return `---\ntitle: ${title}\npublishDate: ${publishDate}\n${old}${more}---\n\nWords.\n`;
}

/** A blog with two posts from the old blog and a new one. */
function blog(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({
    'site.yaml': SITE,
    'posts/ten-years/index.md': post('Ten years', '2009-05-01', '/2009/05/ten-years.html'),
    'posts/cafe/index.md': post('Café', '2010-06-01', '/2010/06/caf%C3%A9.html'),
    'posts/new/index.md': post('New', '2024-01-01'),
    ...files,
  });
}

const OLD: readonly BloggerPost[] = [
  {
    id: bloggerId(2),
    path: '/2010/06/caf%C3%A9.html',
    title: 'Café',
    published: '2010-06-01T08:00:00Z',
  },
  {
    id: bloggerId(1),
    path: '/2009/05/ten-years.html',
    title: 'Ten years',
    published: '2009-05-01T08:00:00Z',
  },
];

const IDS = {
  '/2009/05/ten-years.html': bloggerId(1),
  '/2010/06/caf%C3%A9.html': bloggerId(2),
};

function command(...args: readonly string[]): Promise<Outcome> {
  return run(process.execPath, ['src/start.mjs', ...args]);
}

function importFrom(content: string, files: Readonly<Record<string, string>>): Promise<Outcome> {
  const folder = folderWith(files);
  const paths = Object.keys(files).map((name) => path.join(folder, name));
  return command('import-feed-ids', ...paths, '--content', content);
}

function idsIn(content: string): unknown {
  return JSON.parse(readFileSync(path.join(content, 'feed-ids.json'), 'utf8'));
}

/** A page of a feed that links to the next. */
function withNext(feed: string, href: string): string {
  return feed.replace(
    '<entry>',
    `<link rel='next' type='application/atom+xml' href='${href}' /><entry>`,
  );
}

/** Codes of the errors and warnings of a check. */
async function codes(content: string): Promise<string[]> {
  const { stdout } = await command('check', '--content', content, '--format', 'json');
  return [...stdout.matchAll(/"code": "([^"]+)"/g)].map(([, code = '']) => code);
}

describe('the ID of a post', () => {
  it('is its guid, else that of the old blog, else generated, in every format', async () => {
    const content = blog({
      'posts/own/index.md': post('Own', '2011-01-01', '/2011/01/own.html', 'guid: my-own\n'),
      'feed-ids.json': JSON.stringify({ ...IDS, '/2011/01/own.html': bloggerId(3) }),
    });
    const { output } = built(await buildSite({ content }));
    for (const { file, read } of FEED_FORMATS)
      expect(read(output.read(file)).items.map(({ id }) => id)).toEqual([
        'tag:garden.example,2024-01-01:new',
        'my-own',
        bloggerId(2),
        bloggerId(1),
      ]);
  });

  it('is found in any spelling of the URL', async () => {
    const content = blog({
      'feed-ids.json': JSON.stringify({ '/2010/06/Café.html': bloggerId(2) }),
    });
    const { output } = built(await buildSite({ content }));
    expect(output.read('rss.xml')).toContain(bloggerId(2));
  });
});

describe('feed-ids.json', () => {
  it.each([
    ['no JSON', '{', ['feed-ids-json']],
    ['a list', '[]', ['feed-ids-not-a-map']],
    ['what is no path', '{ "ten-years": "x" }', ['feed-ids-path-invalid']],
    ['an address with a query', '{ "/a.html?m=1": "x" }', ['feed-ids-path-invalid']],
    ['what is no id', '{ "/2009/05/ten-years.html": 12 }', ['feed-ids-id-invalid']],
    ['an empty id', '{ "/2009/05/ten-years.html": " " }', ['feed-ids-id-invalid']],
    [
      'one id for two posts',
      '{ "/2009/05/ten-years.html": "x", "/2010/06/café.html": "x" }',
      ['feed-ids-id-duplicate'],
    ],
    [
      'one address in two spellings',
      '{ "/2010/06/caf%C3%A9.html": "x", "/2010/06/café.html": "y" }',
      ['feed-ids-path-duplicate'],
    ],
    [
      'one address twice',
      '{ "/2009/05/ten-years.html": "x", "/2009/05/ten-years.html": "y" }',
      ['feed-ids-path-duplicate'],
    ],
    ['what no post has', '{ "/2008/gone.html": "x" }', ['feed-ids-path-unknown']],
    ['too much', JSON.stringify({ '/a.html': 'x'.repeat(5_000_000) }), ['file-too-large']],
  ])('with %s is reported', async (_, source, expected) => {
    expect(await codes(blog({ 'feed-ids.json': source }))).toEqual(expected);
  });

  it('must not be a symbolic link', async () => {
    const content = blog();
    const elsewhere = folderWith({ 'ids.json': JSON.stringify(IDS) });
    symlinkSync(path.join(elsewhere, 'ids.json'), path.join(content, 'feed-ids.json'));
    expect(await codes(content)).toEqual(['symbolic-link']);
  });
});

describe('import-feed-ids', () => {
  it.each([
    ['Atom', bloggerAtom(OLD)],
    ['RSS', bloggerRss(OLD)],
    ['an export of Takeout', bloggerTakeout(OLD)],
    ['an older export', bloggerExport(OLD)],
  ])('reads %s', async (_, feed) => {
    const content = blog();
    const { exitCode, stdout, stderr } = await importFrom(content, { feed });
    expect(exitCode, stderr).toBe(0);
    expect(idsIn(content)).toEqual(IDS);
    expect(stdout).toMatch(/^Found 2 posts in 1 feed; added 2 IDs to .*feed-ids\.json\.\n/);
    expect(stdout).toContain('\nPosts with an old address: 2. Still without an ID: 0.\n');
    expect(await codes(content)).toEqual([]);
  });

  it('reads the pages of a feed in any order, at once or in steps', async () => {
    const [newer = '', older = ''] = OLD.map((one) => bloggerAtom([one]));
    const once = blog();
    await importFrom(once, { newer, older });
    const twice = blog();
    const { stdout } = await importFrom(twice, { older });
    expect(stdout).toMatch(/: 2\. Still without an ID: 1, such as .*posts\/cafe\/index\.md\.\n$/);
    await importFrom(twice, { newer, older });
    const text = readFileSync(path.join(once, 'feed-ids.json'), 'utf8');
    expect(text).toBe(`${JSON.stringify(IDS, null, 2)}\n`);
    expect(readFileSync(path.join(twice, 'feed-ids.json'), 'utf8')).toBe(text);
  });

  it('reports both sides of a conflict, and changes nothing', async () => {
    const before = JSON.stringify({ '/2009/05/ten-years.html': 'another' });
    const content = blog({ 'feed-ids.json': before });
    const { exitCode, stderr } = await importFrom(content, { 'feed.xml': bloggerAtom(OLD) });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('feed-ids-conflict');
    expect(stderr).toMatch(/feed\.xml:1\b/);
    expect(stderr).toMatch(/"tag:blogger\.com,1999:blog-1\.post-1" here, but "another" in .*ids/);
    expect(readFileSync(path.join(content, 'feed-ids.json'), 'utf8')).toBe(before);
  });

  it.each([
    ['text', 'Words.\n'],
    ['a page', '<!DOCTYPE html>\n<html><body><p>Not found</body></html>'],
    ['JSON', '{ "version": 1 }'],
    ['a feed that is cut off', bloggerAtom(OLD).slice(0, -20)],
    ['nothing', ''],
  ])('refuses %s', async (_, source) => {
    const content = blog();
    const { exitCode, stderr } = await importFrom(content, {
      'good.xml': bloggerAtom(OLD),
      'bad.xml': source,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /bad\.xml:\d+: This is not an Atom, RSS or JSON feed .* Nothing was imported\.\n$/,
    );
    expect(existsSync(path.join(content, 'feed-ids.json'))).toBe(false);
  });

  it('reports missing and invalid files', async () => {
    const content = blog();
    const missing = await command('import-feed-ids', 'no-such-file.xml', '--content', content);
    expect([missing.exitCode, missing.stderr]).toEqual([
      1,
      'no-such-file.xml cannot be read: there is no such file. Nothing was imported.\n',
    ]);
    const folder = await command('import-feed-ids', content, '--content', content);
    expect(folder.stderr).toContain('it is a folder');
    expect((await command('import-feed-ids', '--content', content)).exitCode).toBe(2);
  });

  it('does not overwrite an invalid file', async () => {
    const content = blog({ 'feed-ids.json': '{' });
    const { exitCode, stderr } = await importFrom(content, { feed: bloggerAtom(OLD) });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('feed-ids-json');
    expect(readFileSync(path.join(content, 'feed-ids.json'), 'utf8')).toBe('{');
  });

  it('works while other content has errors', async () => {
    const content = blog({ 'posts/broken/index.md': '---\ntitle: 1\n---\n' });
    const { exitCode } = await importFrom(content, { feed: bloggerAtom(OLD) });
    expect(exitCode).toBe(0);
    expect(idsIn(content)).toEqual(IDS);
  });

  it('reads a 12 MB export', async () => {
    const filler = bloggerEntry(bloggerId(9), '/2008/09/long.html', '&lt;p&gt;Words '.repeat(1e6));
    const content = blog();
    const { exitCode, stdout, stderr } = await importFrom(content, {
      feed: bloggerTakeout(OLD, filler),
    });
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toContain('Found 3 posts');
  });
});

describe('a check against the previous feed', () => {
  const content = blog({ 'feed-ids.json': JSON.stringify(IDS) });

  function checkAgainst(feed: string, folder = content): Promise<Outcome> {
    const file = path.join(folderWith({ feed }), 'feed');
    return command('check', '--content', folder, '--previous-feed', file);
  }

  it.each([
    ['Atom', bloggerAtom(OLD)],
    ['RSS', bloggerRss(OLD)],
  ])('is content when all ids stay: %s', async (_, feed) => {
    expect(await checkAgainst(feed)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it.each(['rss.xml', 'atom.xml', 'feed.json'])('reads our own %s', async (file) => {
    const { output } = built(await buildSite({ content }));
    const feed = output.read(file);
    expect((await checkAgainst(feed)).exitCode).toBe(0);
    const moved = blog({ 'posts/new/index.md': post('New', '2024-01-02') });
    const { exitCode, stderr } = await checkAgainst(feed, moved);
    expect(exitCode).toBe(1);
    for (const text of [
      'posts/ten-years/index.md',
      '"tag:blogger.com,1999:blog-1.post-1"',
      '"tag:garden.example,2009-05-01:ten-years"',
      '"tag:garden.example,2024-01-01:new"',
      '"tag:garden.example,2024-01-02:new"',
    ])
      expect(stderr).toContain(text);
    expect(stderr.match(/^error post-guid-changed$/gm)).toHaveLength(3);
  });

  it('reports a post once for several feeds', async () => {
    const folder = folderWith({ atom: bloggerAtom(OLD), rss: bloggerRss(OLD) });
    const { exitCode, stderr } = await command(
      ...['check', '--content', blog()],
      ...['--previous-feed', path.join(folder, 'atom')],
      ...['--previous-feed', path.join(folder, 'rss')],
    );
    expect(exitCode).toBe(1);
    expect(stderr.match(/^error post-guid-changed$/gm)).toHaveLength(2);
  });

  it('finds posts by old and new addresses, also with a base path', async () => {
    const folder = blog({
      'site.yaml': SITE.replace('garden.example/', 'garden.example/blog/'),
      'redirects.yaml': 'redirects: [{ from: /cafe, to: /2010/06/cafe/ }]\n',
    });
    const paths = ['/blog/2024/01/new/', '/2009/05/TEN-years.html', '/cafe', '/not-ours/'];
    const feed = bloggerAtom(
      paths.map((at, index) => ({
        ...{ id: bloggerId(index), path: at },
        ...{ title: 'A title', published: '2009-05-01T08:00:00Z' },
      })),
    );
    const { exitCode, stderr } = await checkAgainst(feed, folder);
    expect(exitCode).toBe(1);
    for (const [index, name] of ['new', 'ten-years', 'cafe'].entries())
      expect(stderr).toMatch(
        new RegExp(`posts/${name}/index\\.md:1:1\\n.*"${bloggerId(index)}" \\(in .*:${name}"`),
      );
    expect(stderr).not.toContain(bloggerId(3));
  });

  it('rejects the feed of another blog', async () => {
    const [one] = OLD.map((old) => ({ ...old, id: bloggerId(77), path: '/elsewhere.html' }));
    const { exitCode, stderr } = await checkAgainst(bloggerAtom(one === undefined ? [] : [one]));
    expect(exitCode).toBe(1);
    expect(stderr).toContain('previous-feed-foreign');
  });

  describe('online', () => {
    const server: Server = createServer(({ url }, response) => {
      const [first, second] = OLD.map((one) => [one]);
      if (url === '/feed') response.end(bloggerAtom(OLD));
      else if (url === '/pages') response.end(withNext(bloggerAtom(first ?? []), '/pages?from=2'));
      else if (url === '/pages?from=2')
        response.end(withNext(bloggerAtom(second ?? []), '/pages?from=2'));
      else response.writeHead(404).end();
    });
    let origin = '';
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('No port');
      origin = `http://127.0.0.1:${address.port}`;
    });
    afterAll(() => {
      server.close();
    });

    it('fetches the feed', async () => {
      const { exitCode, stderr } = await command(
        ...['check', '--content', blog(), '--previous-feed', `${origin}/feed`],
      );
      expect(exitCode).toBe(1);
      expect(stderr).toContain('post-guid-changed');
    });

    it('imports every page once', async () => {
      const old = blog();
      const { exitCode, stdout, stderr } = await command(
        ...['import-feed-ids', `${origin}/pages`, '--content', old],
      );
      expect(exitCode, stderr).toBe(0);
      expect(stdout).toContain('Found 2 posts in 1 feed; added 2 IDs');
      expect(idsIn(old)).toEqual(IDS);
    });

    it('reports why it cannot fetch', async () => {
      const { exitCode, stderr } = await command(
        ...['check', '--content', content, '--previous-feed', `${origin}/nowhere`],
      );
      expect([exitCode, stderr]).toEqual([
        1,
        `${origin}/nowhere cannot be read: the server responded with status 404.\n`,
      ]);
    });
  });

  it('rejects files that are not feeds', async () => {
    const { exitCode, stderr } = await checkAgainst('<html></html>');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /feed:1: This is not an Atom, RSS or JSON feed .*: it begins with <html>\.\n$/,
    );
  });
});
