/** Tests of redirects, headers and errors on a real web server. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import type { RedirectStatus } from '../../src/addresses/redirect.ts';
import { encodePath } from '../../src/lib/paths.ts';
import { Problems } from '../../src/lib/problem.ts';
import { deployment } from './deployment.ts';
import { FEEDS, pattern, publishSite } from './published-site.ts';
import { askRaw, percentEncodeAll, type Reply } from './raw-request.ts';
import { redirect } from './redirects.ts';
import { required } from './required.ts';
import { temporaryFolder, writeFiles } from './scratch.ts';
import { startServer, type RunningServer, type Subject } from './web-servers.ts';

/** Paths with special characters of one configuration or another. */
const NASTY = [
  '/a b.html',
  '/say "hi".html',
  "/it's 'quoted'.html",
  '/cost $1.html',
  '/${path}.html',
  '/{path} {$HOME} {{x}}.html',
  '/%{REQUEST_URI} ${redirects:x}.html',
  '/100% %1 %20.html',
  '/a*b?c#d;e&f=g,h+i@j!k~l.html',
  '/(a)[b]^c|d<e>`f`.html',
  '/caf\u00e9.html',
  '/\u{1f600}.html',
  '/#hash.html',
  '/~regular.html',
  '/search/label/micro:bit',
  '/search/label/C#',
  '/search/label/why not?',
  '/search/label/\u5ead $& {x}',
  '/default',
  `/${'long'.repeat(60)}.html`,
];

/** Files beside a post. */
const FILES = [
  '100% fun.jpg',
  '50%25.JPG',
  '#1 why?.png',
  'R&D + "x".pdf',
  '[a] (1).png',
  'a\u0301.png',
];

/** Files beside a post that must not run. */
const DOWNLOADS = [
  'demo.html',
  'sub/index.html',
  "it's 100% (#1) $x {y} %{z} [a].js",
  'a*b?c\u00e9.html',
  'Upper.HTML',
];

function typeOf(feed: string): string {
  if (feed.endsWith('.json')) return 'application/feed+json';
  if (feed.endsWith('.opml')) return 'text/x-opml; charset=utf-8';
  return `application/${feed.endsWith('rss.xml') ? 'rss' : 'atom'}+xml; charset=utf-8`;
}

const STATUSES: readonly RedirectStatus[] = [301, 302, 307, 308];

/** Pages of the test site. */
const PAGES = ['/', '/about/', '/t & $1 \u00fc/', '/tags/a b/', '/2009/05/'];

/** @param base base path */
export function describeRules({ name, program, host, abilities }: Subject, base: string): void {
  const addresses = new Addresses(`https://example.org${base}/`);
  const about = addresses.of('/about/');
  const strange = addresses.of('/t & $1 \u00fc/');
  const site = deployment(
    {
      exact: [
        ...NASTY.map((from) => redirect(from, about)),
        ...STATUSES.map((status) => ({ ...redirect(`/status-${status}.html`, about), status })),
        redirect('/strange.html', strange),
        redirect('/strange', strange),
        redirect('/Two.html', about),
        redirect('/two.html', about),
        redirect('/Capital.html', about),
        redirect('/folder', about),
        redirect('/category/exact/', about),
        redirect('/exact/rss.xml', addresses.of('/rss.xml')),
        ...['/posts/default', '/posts/label/C++'].map((from) => ({
          ...redirect(from, addresses.of('/atom.xml')),
          byQuery: { name: 'alt', value: 'rss', to: addresses.of('/rss.xml') },
        })),
      ],
      gone: [
        { from: '/gone.html', owner: { file: 'redirects.yaml' } },
        { from: '/feeds/gone', owner: { file: 'redirects.yaml' } },
      ],
      patterns: [
        pattern('/category/:name/', '/tags/:name/'),
        pattern('/series/:name/feed.json', '/series/:name/atom.xml'),
        pattern('/:year_:month_:day_archive.html', '/:year/:month/', 302),
        pattern('/temporary/:name/', '/t & $1 \u00fc/', 307),
        pattern('/old ($1) "x"/*', '/:splat', 308),
        pattern('/old/*', '/:splat'),
        pattern('/lost/*', undefined, 410),
      ],
    },
    base,
    {
      framed: ['www.youtube-nocookie.com'],
      searchFolder: addresses.of('/pagefind/'),
      downloads: DOWNLOADS.map((file) => `/about/${file}`),
    },
  );
  let server: RunningServer;
  const get = (address: string): Promise<Reply> => askRaw(server.origin, base + address);
  const leads = (to: string, status = 301): object => ({ status, location: base + to });

  beforeAll(async () => {
    const root = temporaryFolder('root');
    const published = path.join(root, base);
    mkdirSync(published, { recursive: true });
    publishSite(host, site, PAGES, published);
    writeFiles(
      path.join(published, 'about'),
      Object.fromEntries([...FILES, ...DOWNLOADS].map((file) => [file, file])),
    );
    server = await startServer({ name, program, root, published });
  });

  afterAll(() => server.stop());

  it('starts without warnings', () => {
    expect(server.complaints()).toEqual([]);
  });

  it.each(FILES)('sends the file %s', async (file) => {
    expect(await get(encodePath(`/about/${file}`))).toMatchObject({ status: 200, body: file });
  });

  it.each(NASTY)('redirects %s', async (from) => {
    const strict = from.split('/').map(encodeURIComponent).join('/');
    expect(await get(strict)).toMatchObject(leads(about.path));
    expect(await get(encodePath(from))).toMatchObject(leads(about.path));
    const inLowerCase = strict.replace(/%../g, (code) => code.toLowerCase());
    expect(await get(inLowerCase)).toMatchObject(leads(about.path));
    // A name does not match slashes.
    if (!from.slice(1).includes('/'))
      expect(await get(`/${percentEncodeAll(from.slice(1))}`)).toMatchObject(leads(about.path));
  });

  it('finds an encoded slash', async () => {
    expect((await get('/search/label%2Fmicro:bit')).status).toBe(
      abilities.decodesSlashes ? 301 : 404,
    );
  });

  it.each(STATUSES)('redirects with status %i', async (status) => {
    expect(await get(`/status-${status}.html`)).toMatchObject(leads(about.path, status));
  });

  it('redirects to any page URL', async () => {
    for (const from of ['/strange.html', '/strange', '/strange/']) {
      const { status, location } = await get(from);
      expect(status).toBe(301);
      const page = await askRaw(server.origin, required(location));
      expect(page.status).toBe(200);
      expect(page.body).toContain(strange.canonical.replace('&', '&amp;'));
    }
  });

  it('handles differently encoded URLs', async () => {
    for (const from of ['/Two.html', '/two.html', '/Capital.html'])
      expect(await get(from)).toMatchObject(leads(about.path));
    for (const from of [
      '/TWO.HTML',
      '/capital.html',
      '/CAPITAL.html',
      '/FOLDER/',
      '/SEARCH/label/MICRO:Bit',
    ])
      expect((await get(from)).status, from).toBe(abilities.ignoresCase ? 301 : 404);
  });

  it('redirects a folder with and without its slash, but nothing below it', async () => {
    expect(await get('/folder')).toMatchObject(leads(about.path));
    expect(await get('/folder/')).toMatchObject(leads(about.path));
    expect((await get('/folder/more')).status).toBe(404);
    expect((await get('/folders')).status).toBe(404);
  });

  it('keeps the query where it matters', async () => {
    expect(await get('/about?q=a+b%20c&m=1')).toMatchObject(leads('/about/?q=a+b%20c&m=1'));
    expect(await get('/about')).toMatchObject(leads('/about/'));
    expect(await get('/two.html?m=1')).toMatchObject(
      leads(abilities.dropsQuery ? '/about/' : '/about/?m=1'),
    );
  });

  it('answers 410 with the error page for gone URLs', async () => {
    for (const from of ['/gone.html', '/feeds/gone', '/feeds/gone/', '/lost/', '/lost/a/b'])
      expect(await get(from)).toMatchObject({
        status: 410,
        body: expect.stringContaining('Not found'),
      });
  });

  it('tries patterns after exact URLs', async () => {
    expect(await get('/category/exact/')).toMatchObject(leads('/about/'));
    expect(await get('/category/a%20b/')).toMatchObject(leads('/tags/a%20b/'));
    expect(await get('/category/caf%C3%A9/')).toMatchObject(leads('/tags/caf%C3%A9/'));
    expect((await get('/category/a/b/')).status).toBe(404);
    expect((await get('/category/a')).status).toBe(404);
    expect(await get('/2009_05_17_archive.html')).toMatchObject(leads('/2009/05/', 302));
    expect(
      (await askRaw(server.origin, required((await get('/temporary/x/')).location))).status,
    ).toBe(200);
    expect((await get('/temporary/x/')).status).toBe(307);
    expect(await get('/old%20($1)%20%22x%22/a/b.html')).toMatchObject(leads('/a/b.html', 308));
    expect(await get('/old/')).toMatchObject(leads('/'));
  });

  it('redirects by a pattern where feeds have rules of their own', async () => {
    expect(await get('/series/a%20b/feed.json')).toMatchObject(leads('/series/a%20b/atom.xml'));
  });

  it('never redirects to another host', async () => {
    for (const rest of ['/evil.example', '%2Fevil.example', '\\evil.example', '%5Cevil.example']) {
      const { location = '/' } = await get(`/old/${rest}`);
      expect(new URL(location, server.origin).origin).toBe(server.origin);
    }
  });

  it('prevents header injection', async () => {
    for (const rest of ['a%0d%0aX-Evil:1', 'a%0aX-Evil:1'])
      expect((await get(`/category/${rest}/`)).headers).not.toHaveProperty('x-evil');
  });

  it.each([...DOWNLOADS, 'sub/'])('sends %s as a download that runs nothing', async (file) => {
    const { status, headers } = await get(encodePath(`/about/${file}`));
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-disposition': 'attachment',
      'content-security-policy': expect.stringMatching(/^sandbox;/),
      'x-content-type-options': 'nosniff',
    });
  });

  it('shows pages, and the files beside them', async () => {
    for (const address of ['/about/', encodePath(`/about/${FILES[0]}`)])
      expect((await get(address)).headers).not.toHaveProperty('content-disposition');
  });

  it('sends the headers of the site with pages, redirects and errors', async () => {
    for (const address of [
      '/',
      '/about/',
      '/two.html',
      '/nowhere/',
      '/gone.html',
      '/css/site.css',
      '/rss.xml',
    ])
      expect((await get(address)).headers, address).toMatchObject({
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; .*frame-src https:\/\/www\.youtube-nocookie\.com; .*frame-ancestors 'none'$/,
        ),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'cross-origin-opener-policy': 'same-origin',
        'cache-control':
          address === '/css/site.css'
            ? 'public, max-age=86400'
            : 'public, max-age=0, must-revalidate',
      });
  });

  it('lets browsers cache hashed files', async () => {
    for (const [address, kept] of [
      ['/hashed/site.0123456789ab.css', 'public, max-age=31536000, immutable'],
      ['/pagefind/fragment/en_0123456.pf_fragment', 'public, max-age=31536000, immutable'],
      ['/pagefind/pagefind.js', 'public, max-age=0, must-revalidate'],
    ])
      expect((await get(address ?? '')).headers, address).toMatchObject({
        'cache-control': kept,
        'x-content-type-options': 'nosniff',
      });
  });

  it.each(FEEDS)('serves %s with the type of a feed', async (feed) => {
    const { status, headers } = await get(feed);
    expect([status, headers['content-type']]).toEqual([200, typeOf(feed)]);
  });

  it('redirects old addresses that end like feeds', async () => {
    expect(await get('/exact/rss.xml')).toMatchObject(leads('/rss.xml'));
    expect(await get('/old/feed.json')).toMatchObject(leads('/feed.json'));
    expect((await get('/nowhere/atom.xml')).headers['content-type']).toBe(
      'text/html; charset=utf-8',
    );
  });

  it('chooses the feed by the query', async () => {
    for (const from of ['/posts/default', '/posts/default/', '/posts/label/C++'])
      for (const [query, to] of Object.entries({
        '': '/atom.xml',
        '?alt=atom': '/atom.xml',
        '?salt=rss': '/atom.xml',
        '?alt=rsss': '/atom.xml',
        '?alt=rss': '/rss.xml',
        '?alt=rss&max-results=5': '/rss.xml',
        '?orderby=updated&alt=rss': '/rss.xml',
      })) {
        const { status, location } = await get(from + query);
        expect([status, location?.replace(/\?.*/, '')], from + query).toEqual([301, base + to]);
      }
  });

  it('sends the type of a page', async () => {
    expect((await get('/about/')).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('serves precompressed files', async () => {
    const plain = await get('/css/site.css');
    const asked = { 'accept-encoding': 'gzip' };
    const packed = await askRaw(server.origin, `${base}/css/site.css`, asked);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    const { 'content-encoding': encoding, 'content-type': type } = packed.headers;
    expect(encoding).toBe(abilities.sendsCompressed ? 'gzip' : undefined);
    expect(type).toBe(plain.headers['content-type']);
  });

  it('answers unknown URLs with the error page', async () => {
    for (const address of ['/nowhere/', '/Nowhere.html', '/about/more'])
      expect(await get(address), address).toMatchObject({
        status: 404,
        body: expect.stringContaining('Not found'),
      });
  });

  it('lists no folders', async () => {
    const { status, body } = await get('/tags/');
    expect([403, 404]).toContain(status);
    expect(body).toContain('Not found');
  });

  it('hides files that are not part of the site', async () => {
    const files = host.emit(site, new Problems()).files.map((file) => file.path);
    for (const file of ['/_hosts/', '/_hosts', '/.perennial', ...files]) {
      const { status, body } = await get(file);
      expect(status, file).toBe(404);
      expect(body).toContain('Not found');
    }
  });
}
