/** Firebase Hosting, tested with its own local server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Addresses } from '../../../src/addresses/address.ts';
import { firebaseHost } from '../../../src/outputs/hosts/firebase.ts';
import { encodePath } from '../../../src/lib/paths.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { buildSite, built, type BuiltSite } from '../../support/build-site.ts';
import { RULE_HOSTS, corpusSite, expectations } from '../../support/corpus-site.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWithCorpus } from '../../support/describe-with.ts';
import { linkTarget, parsePage } from '../../support/dom.ts';
import { serveLikeFirebase, type FirebaseServer } from '../../support/firebase-server.ts';
import {
  BY_STATUS,
  FEED_TYPES,
  GONE,
  OLD_FEEDS,
  OLD_PAGES,
  OTHER_SPELLINGS,
  asBlogger,
  asTyped,
  oldBlog,
} from '../../support/old-blog.ts';
import { pattern, publishBelow } from '../../support/published-site.ts';
import { askRaw, type Reply } from '../../support/raw-request.ts';
import { redirect } from '../../support/redirects.ts';

const ATOM = 'application/atom+xml; charset=utf-8';

describe.each(['', '/blog'])('a blog from Blogger with the base path "%s"', (base) => {
  let site: BuiltSite;
  let server: FirebaseServer;
  const get = (address: string): Promise<Reply> => askRaw(server.origin, base + address);
  const to = (address: string, status = 301): object => ({ status, location: base + address });

  beforeAll(async () => {
    const content = oldBlog(`https://blog.example.org${base}/`);
    site = built(await buildSite({ content, args: ['--host', 'firebase'] }));
    const { path } = publishBelow(base, site.output, ['firebase.json', '404.html']);
    server = await serveLikeFirebase(path);
  });

  afterAll(() => server.stop());

  it.each(OLD_PAGES)('redirects $from to $to', async ({ from, to: page }) => {
    for (const address of [asTyped(from), asBlogger(from), asBlogger(from).toLowerCase()]) {
      const { status, location } = await get(address);
      // A pattern keeps the case of what it inserts.
      expect({ status, location }, address).toEqual(to(page));
    }
    expect(await get(page)).toMatchObject({ status: 200 });
  });

  it.each(OTHER_SPELLINGS)('redirects %s', async (address) => {
    expect(await get(address)).toMatchObject(to('/archive/'));
  });

  it.each(OLD_FEEDS)('redirects the feed $from to the feed $to', async ({ from, to: feed }) => {
    expect(await get(asTyped(from))).toMatchObject(to(feed));
    const { status, headers } = await get(feed);
    expect([status, headers['content-type']]).toEqual([200, ATOM]);
  });

  it.each(FEED_TYPES)('serves %s as %s', async (feed, type) => {
    const { status, headers } = await get(feed);
    expect([status, headers['content-type']]).toEqual([200, type]);
  });

  it('ignores case and trailing slashes', async () => {
    expect(await get('/SEARCH/Label/MICRO:BIT')).toMatchObject(to('/tags/micro-bit/'));
    expect(await get('/plain/Folder/')).toMatchObject(to('/2020/01/hello/'));
    expect((await get('/plain/folder/more')).status).toBe(404);
  });

  it.each(Object.entries(BY_STATUS))('answers %s with status %i', async (from, status) => {
    expect(await get(from)).toMatchObject(to('/archive/', status));
  });

  it('matches patterns, even within a segment, and keeps the query', async () => {
    expect(await get('/category/caf%C3%A9/')).toMatchObject(to('/tags/caf%C3%A9/'));
    expect((await get('/category/a/b/')).status).toBe(404);
    expect(await get('/by-2020/c-sharp_more_of_it.html')).toMatchObject(to('/tags/c-sharp/'));
    expect(await get('/journal/c-sharp/')).toMatchObject(to('/tags/c-sharp/', 302));
    expect(await get('/journal/')).toMatchObject(to('/tags/', 302));
    expect(await get('/2020_01_26_archive.html?m=1')).toMatchObject(to('/2020/01/?m=1'));
    expect(await get('/search?q=python')).toMatchObject(to('/search/?q=python'));
  });

  it('shows the error page for gone and unknown URLs', async () => {
    for (const address of [...GONE, '/nowhere'])
      expect(await get(address), address).toMatchObject({
        status: 404,
        body: site.output.read('404.html'),
      });
    expect(site.stderr).toContain(
      'Firebase Hosting has no status 410, so it answers 404 for /gone/page, /gone/for/*.',
    );
  });

  it('sends the headers of the site', async () => {
    expect((await get('/2020/01/hello/')).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=0, must-revalidate',
    });
    expect((await get('/css/site.css')).headers['cache-control']).toBe('public, max-age=86400');
  });

  it('writes no stub', () => {
    expect(site.output.stubs()).toEqual([]);
  });
});

it('warns about patterns it cannot match, and redirects their known URLs', () => {
  const problems = new Problems();
  const owner = { file: 'redirects.yaml', field: 'redirects[0].from' };
  const known = [redirect('/a/x', new Addresses('https://example.org/').of('/new-x/'))];
  const patterns = [
    { ...pattern('/old/*', '/:splat'), owner },
    { ...pattern('/a/:name', '/new-:name/'), owner, known },
    pattern('/b/:name', '/new/:name/'),
  ];
  const { files } = firebaseHost.emit(deployment({ patterns }), problems);
  expect(problems.all.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
    [
      "host-unsupported: Firebase Hosting cannot match the pattern /old/*, so none of its addresses redirect.",
      "host-unsupported: Firebase Hosting cannot match the pattern /a/:name, so only the address of pages on this site will redirect.",
    ]
  `);
  expect(files[0]?.content.match(/"regex": .*/g)).toMatchInlineSnapshot(`
    [
      ""regex": "(?i)^/a/x/?$",",
      ""regex": "^/b/([^/]+?)$",",
    ]
  `);
});

describeWithCorpus('the corpus on Firebase', (corpus) => {
  it('redirects every old address to its page', async () => {
    const { output } = built(await corpusSite(corpus, RULE_HOSTS));
    const server = await serveLikeFirebase(output.path);
    const get = (address: string): Promise<Reply> => askRaw(server.origin, address);
    const expected = [...expectations(corpus).values()];
    expect(expected).toHaveLength(733);
    for (const [index, { legacyUrl, url }] of expected.entries()) {
      const old = encodePath(legacyUrl);
      expect(await get(old), old).toMatchObject({ status: 301, location: url });
      // The server reads all rules anew for each address.
      if (index % 10 !== 0) continue;
      expect(await get(`${old}?m=1`), old).toMatchObject({ status: 301, location: `${url}?m=1` });
      const page = await get(`${url}?m=1`);
      expect(page.status, url).toBe(200);
      expect(linkTarget(parsePage(page.body), 'canonical')).toBe(`https://blog.example.org${url}`);
    }
    server.stop();
  });
});
