/** Builds that replace an earlier site, and warn about the addresses that it loses. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, run, type BuiltSite, type Outcome } from '../support/build-site.ts';
import { folderWith } from '../support/scratch.ts';
import { withServer } from '../support/text-server.ts';

const SITE = { 'site.yaml': 'title: A garden\nurl: https://garden.example/blog/\n' };
const ROSES = '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nAll about roses.\n';
const TULIPS =
  '---\ntitle: Tulips\npublishDate: 2024-03-11\nlegacyUrl: /old.html\n---\n\nAll about tulips.\n';

const BEFORE = folderWith({
  ...SITE,
  'posts/roses/index.md': ROSES,
  'posts/tulips/index.md': TULIPS,
});
/** A post is renamed. */
const AFTER = folderWith({ ...SITE, 'posts/red/index.md': ROSES, 'posts/tulips/index.md': TULIPS });

const WITHOUT_LEGACY = folderWith({
  ...SITE,
  'posts/red/index.md': ROSES,
  'posts/tulips/index.md': TULIPS.replace('legacyUrl: /old.html\n', ''),
});

const LINE = '- { from: /2024/03/roses/, to: /2024/03/red/ }';
/** If nothing but the address is known of the earlier page. */
const GONE = '- { from: /2024/03/roses/, status: 410 }';

const ARGS = ['--no-search', '--no-cards', '--no-images'];

function build(content: string, output: string, ...args: string[]): Promise<BuiltSite> {
  return buildSite({ content, output, args: [...ARGS, ...args] });
}

function check(...args: string[]): Promise<Outcome> {
  return run(process.execPath, ['src/start.mjs', 'check', '--content', AFTER, ...args]);
}

function freshOutput(): string {
  return path.join(folderWith({}), 'out');
}

describe('a build', () => {
  it('compares its addresses with those in the output folder', async () => {
    const output = freshOutput();
    expect(built(await build(BEFORE, output)).stderr).toBe('');
    const refused = await build(AFTER, output, '--strict');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('error address-lost');
    expect(refused.stderr).toContain('Nothing was published.');
    expect(refused.output.has('2024/03/roses/index.html')).toBe(true);
    const second = built(await build(AFTER, output));
    expect(second.stderr).toContain('warning address-lost');
    expect(second.stderr).toContain(`Missing line: ${LINE}\n`);
    expect(built(await build(AFTER, output)).stderr).not.toContain('address-lost');
  });

  it('shows every line, even of many lost addresses', async () => {
    const output = freshOutput();
    const posts = Array.from({ length: 12 }, (_, day): [string, string] => [
      `posts/p${day}/index.md`,
      ROSES.replace('-10', `-${day + 10}`).replaceAll('Roses', `Roses ${day}`),
    ]);
    built(await build(folderWith({ ...SITE, ...Object.fromEntries(posts) }), output));
    const { stderr } = built(await build(AFTER, output));
    expect(stderr.match(/- \{ from: \/2024\/03\/p\d+\/, status: 410 \}$/gm)).toHaveLength(12);
  });
});

describe('--previous', () => {
  const earlier = freshOutput();

  beforeAll(async () => {
    built(await build(BEFORE, earlier));
  });

  it('reads the addresses of another folder', async () => {
    const { stderr } = built(await build(AFTER, freshOutput(), '--previous', earlier));
    expect(stderr).toContain(LINE);
  });

  it('works for a check, which `--strict` fails', async () => {
    expect((await check('--previous', earlier)).exitCode).toBe(0);
    const { exitCode, stderr } = await check('--previous', earlier, '--strict');
    expect([exitCode, stderr.includes(LINE)]).toEqual([1, true]);
  });

  it('reads the pages, redirects and feeds of a folder that another program made', async () => {
    const folder = freshOutput();
    built(await build(BEFORE, folder));
    rmSync(path.join(folder, '.perennial'));
    writeFileSync(path.join(folder, 'feed.xml'), '<rss/>');
    const { stderr } = built(await build(WITHOUT_LEGACY, freshOutput(), '--previous', folder));
    expect(stderr).toContain(LINE);
    expect(stderr).toContain('- { from: /old.html, to: /2024/03/tulips/ }');
    expect(stderr).toContain('- { from: /feed.xml, to: /atom.xml }');
    expect(stderr.match(/address-lost/g)).toHaveLength(3);
    expect(stderr).not.toContain('feed-id-changed');
  });

  it('finds nothing lost in what an earlier version of Perennial made', async () => {
    const content = folderWith({
      'site.yaml': 'title: A garden\nurl: https://garden.example/\nlegacy: blogger\n',
      'posts/roses/index.md': ROSES.replace('---\n\n', 'tags: [St. Red, "a & b", Ä]\n---\n\n'),
      'posts/tulips/index.md': TULIPS,
    });
    const output = freshOutput();
    built(await build(content, output));
    writeFileSync(path.join(output, '.perennial'), 'Perennial made this folder.\n');
    expect(built(await build(content, output)).stderr).toBe('');
  });

  it('reads the ids in the feeds of a folder, and of a home page', async () => {
    const ids =
      '{ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "urn:t", "url": "/blog/2024/03/tulips/" }] }';
    const page = '<link rel="canonical" href="https://garden.example/blog/">';
    const folder = folderWith({
      'index.html': page,
      '2024/03/tulips/index.html': '<title>Tulips</title>',
      'feed.json': ids,
    });
    const fromFolder = built(await build(AFTER, freshOutput(), '--previous', folder));
    expect(fromFolder.stderr).toContain('guid: "urn:t"');
    await withServer(
      (url) => ({
        '/blog/sitemap.xml': `<urlset><url><loc>${url}/blog/2024/03/tulips/</loc></url></urlset>`,
        '/blog/atom.xml': ids,
      }),
      async (url) => {
        const fromWeb = built(await build(AFTER, freshOutput(), '--previous', `${url}/blog/`));
        expect(fromWeb.stderr).toContain('guid: "urn:t"');
        expect(fromWeb.output.read('feed.json')).toContain('"urn:t"');
      },
    );
  });

  it.each([
    ['a home page, which has a sitemap', '/blog/'],
    ['a sitemap', '/blog/sitemap.xml'],
    ['an index of sitemaps', '/blog/sitemaps.xml'],
    ['a feed', '/blog/atom.xml'],
  ])('reads %s', async (_, address) => {
    await withServer(
      (url) => ({
        '/blog/sitemap.xml': `<urlset><url><loc>${url}/blog/2024/03/roses/</loc></url></urlset>`,
        '/blog/sitemaps.xml': `<sitemapindex><sitemap><loc>${url}/blog/sitemap.xml</loc></sitemap></sitemapindex>`,
        '/blog/atom.xml': `<feed><entry><id>x:y</id><link href="${url}/blog/2024/03/roses/"/></entry></feed>`,
      }),
      async (url) => {
        const source = `${url}${address}`;
        const { stderr } = built(await build(AFTER, freshOutput(), '--previous', source));
        expect(stderr).toContain(GONE);
        expect(stderr.match(/address-lost/g)).toHaveLength(1);
      },
    );
  });

  it('reads the list of addresses that a host sends with the site', async () => {
    const marker = readFileSync(path.join(earlier, '.perennial'), 'utf8');
    await withServer(
      () => ({ '/blog/.perennial': marker }),
      async (url) => {
        const { stderr } = built(
          await build(WITHOUT_LEGACY, freshOutput(), '--previous', `${url}/blog`),
        );
        expect(stderr).toContain(LINE);
        expect(stderr).toContain('- { from: /old.html, to: /2024/03/tulips/ }');
      },
    );
  });

  it('says why it cannot be read', async () => {
    const refused = await build(AFTER, freshOutput(), '--previous', 'no-such-folder');
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      '--previous "no-such-folder" is neither a folder nor a URL that starts with https:// or http://. Nothing was published.\n',
    ]);
    await withServer(
      () => ({ '/sitemap.xml': '<html></html>' }),
      async (url) => {
        const { exitCode, stderr } = await build(AFTER, freshOutput(), '--previous', url);
        expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`${url} cannot be read: `)]);
        const missing = await build(AFTER, freshOutput(), '--previous', `${url}/none.xml`);
        expect(missing.stderr).toContain('the server responded with status 404');
      },
    );
  });
});
