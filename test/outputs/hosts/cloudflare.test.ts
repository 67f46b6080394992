/** Cloudflare, tested with its own runtime. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cloudflareHost } from '../../../src/outputs/hosts/cloudflare.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { buildSite, built, type BuiltSite } from '../../support/build-site.ts';
import { Cloudflare, type Answer } from '../../support/cloudflare.ts';
import { corpusSite, expectations, sharedCorpusContent } from '../../support/corpus-site.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWithCorpus } from '../../support/describe-with.ts';
import { metaContent, parsePage } from '../../support/dom.ts';
import {
  BY_STATUS,
  FEED_TYPES,
  GONE,
  OLD_FEEDS,
  OLD_PAGES,
  OLD_SITE_FEEDS,
  OTHER_SPELLINGS,
  asBlogger,
  asTyped,
  oldBlog,
} from '../../support/old-blog.ts';
import { publishBelow } from '../../support/published-site.ts';
import { redirect } from '../../support/redirects.ts';

describe.each(['', '/blog'])('Cloudflare with the base path "%s"', (base) => {
  let site: BuiltSite;
  let server: Cloudflare;

  beforeAll(async () => {
    const content = oldBlog(`https://example.org${base}/`);
    site = built(await buildSite({ content, args: ['--host', 'cloudflare'] }));
    server = new Cloudflare(publishBelow(base, site.output, ['_redirects', '_headers']));
  });

  afterAll(() => server.stop());

  /** Where a reader arrives, by redirects and by the refresh of a stub. */
  async function arrival(asked: string): Promise<{ at: string; answer: Answer }> {
    let at = asked;
    for (let hop = 0; hop < 5; hop++) {
      const answer = await server.get(at);
      const next = answer.location ?? refreshOf(answer);
      if (next === undefined) return { at, answer };
      at = next;
    }
    throw new Error(`${asked} leads on for ever`);
  }

  it('reads every rule', async () => {
    const lines = site.output.read('_redirects').split('\n').length - 1;
    const said = await server.says();
    expect(said).toContainEqual(expect.stringContaining(`Parsed ${lines} valid redirect rules`));
    expect(said.filter((line) => /invalid|performant/i.test(line))).toEqual([]);
  });

  it.each(OLD_FEEDS)('redirects $from to the feed $to', async ({ from, to }) => {
    const answer = await server.get(base + asBlogger(from));
    expect(answer).toMatchObject({ status: 301, location: base + to });
    expect((await server.get(base + to)).status).toBe(200);
  });

  it.each(OLD_PAGES)('redirects $from to $to', async ({ from, to }) => {
    const answer = await server.get(base + asBlogger(from));
    expect(answer).toMatchObject({ status: 301, location: base + to });
    const { at, answer: last } = await arrival(base + asTyped(from));
    expect({ at, status: last.status }).toEqual({ at: base + to, status: 200 });
  });

  it.each(OTHER_SPELLINGS)('redirects %s, with and without its slash', async (from) => {
    for (const asked of [from, from.replace(/\/$/, '')])
      expect(await server.get(base + asked)).toMatchObject({
        status: 301,
        location: `${base}/archive/`,
      });
  });

  it('takes no character of an old address for a placeholder', async () => {
    const others = ['/search/label/microphone', '/search/label/anything', '/2020/01/ab.html'];
    for (const other of others) expect((await server.get(base + other)).status).toBe(404);
  });

  it('keeps the query', async () => {
    const { location } = await server.get(`${base}/search?q=words`);
    expect(location).toBe(`${base}/search/?q=words`);
  });

  it('supports every status', async () => {
    for (const [from, status] of Object.entries({ ...BY_STATUS, '/journal/python-3/': 302 }))
      expect((await server.get(base + from)).status).toBe(status);
  });

  it('answers 404 with the error page for gone URLs', async () => {
    for (const from of [...GONE, '/no/such/page']) {
      const { status, body } = await server.get(base + from);
      expect(status).toBe(404);
      expect(body).toBe(site.output.read('404.html'));
    }
  });

  it('sends each header once', async () => {
    const home = await server.get(`${base}/`);
    expect(home.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(home.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const css = await server.get(`${base}/css/site.css`);
    expect(css.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  it.each(FEED_TYPES)('serves %s as %s', async (feed, type) => {
    const { status, headers } = await server.get(base + feed);
    expect([status, headers.get('content-type')]).toEqual([200, type]);
  });

  it('warns about what Cloudflare lacks', () => {
    expect(site.stderr.match(/^ {2}Cloudflare .*$/gm)).toMatchInlineSnapshot(`
      [
        "  Cloudflare cannot match the pattern /by-:year/:name_:rest.html, so none of its addresses redirect.",
        "  Cloudflare has no status 410, so it answers 404 for /gone/page, /gone/for/*.",
      ]
    `);
  });
});

function refreshOf({ body, status }: Answer): string | undefined {
  if (status !== 200 || !body.startsWith('<!DOCTYPE html>')) return undefined;
  return metaContent(parsePage(body), 'refresh')?.replace('0; url=', '');
}

const PAGE = { path: '/a/', url: '/a/', canonical: 'https://example.org/a/' };

describe('the limits of Cloudflare', () => {
  it('are reported for too many redirects', async () => {
    const from = Array.from({ length: 2_001 }, (_, index) => `/old/${index}.html`);
    const content = oldBlog('https://example.org/', {
      'site.yaml': 'title: Old blog\nurl: https://garden.example/\nhost: cloudflare\n',
      'redirects.yaml': `redirects:\n${from.map((old) => `  - { from: ${old}, to: /archive/ }\n`).join('')}`,
      'posts/hello/index.md': "---\ntitle: Hello\npublishDate: '2020-01-02'\n---\n\nWords.\n",
    });
    const { exitCode, stderr } = await buildSite({ content });
    expect(exitCode).toBe(1);
    expect(stderr.replaceAll(content, 'content')).toMatchInlineSnapshot(`
      "error host-limit
        content/site.yaml:3:1
        Cloudflare reads at most 2,000 redirects. This site has 2,001, so it would ignore the last ones.

          2 | url: https://garden.example/
        > 3 | host: cloudflare
            | ^
          4 |

        To do: Replace redirects of the same shape with a pattern in \`redirects.yaml\`, or choose \`host: static\`, whose pages at the old addresses also work on Cloudflare, only slower.

      1 error. Nothing was published.
      "
    `);
  });

  it('are reported for too many patterns', () => {
    const patterns = Array.from({ length: 101 }, (_, index) => ({
      from: `/old-${index}/*`,
      to: '/a/',
      status: 301 as const,
      kind: 'page' as const,
      known: [],
      owner: { file: 'redirects.yaml', field: `redirects[${index}].from` },
    }));
    const problems = new Problems();
    cloudflareHost.emit(deployment({ patterns }), problems);
    expect(problems.all.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "host-limit: Cloudflare reads at most 100 patterns. This site has 101, so it would ignore the last ones.",
      ]
    `);
  });

  it('are reported for a header that is too long', () => {
    const framed = Array.from({ length: 100 }, (_, index) => `frames-${index}.example.org`);
    const problems = new Problems();
    cloudflareHost.emit(deployment({}, '', { framed }), problems);
    expect(problems.all.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "host-limit: Cloudflare reads at most 2,000 characters of a header. The one that lists the hosts of frames is longer, so it would be dropped.",
      ]
    `);
  });

  it('turn a rule that is too long into a stub', () => {
    const long = `/${'long'.repeat(250)}.html`;
    const exact = [redirect(long, PAGE), redirect('/short.html', PAGE)];
    const { files, stubs } = cloudflareHost.emit(deployment({ exact }), new Problems());
    expect(files[0]?.content).toBe('/short.html /a/ 301\n');
    expect(stubs.map(({ from }) => from)).toEqual([long]);
  });

  it('leave stubs for rules late in a large file', () => {
    const exact = Array.from({ length: 1_500 }, (_, index) =>
      redirect(`/old/a-rather-long-name-of-a-post-such-as-blogs-have-${index}.html`, PAGE),
    );
    const { files, stubs } = cloudflareHost.emit(deployment({ exact }), new Problems());
    const lines = files[0]?.content.trimEnd().split('\n') ?? [];
    expect(lines).toHaveLength(1_500);
    const beyond = new Set(stubs.map(({ from }) => `${from} /a/ 301`));
    const sure = lines.filter((line) => !beyond.has(line));
    expect(lines.slice(0, sure.length)).toEqual(sure);
    expect(sure.join('\n').length).toBeLessThan(100_000);
    expect(beyond.size).toBe(1_500 - sure.length);
  });
});

describe('a pattern that Cloudflare would misread', () => {
  it.each(['/:year_:month/', '/:a-:b/', '/:a1/', '/:a/:ab/'])('%s gets no rule', (from) => {
    const owner = { file: 'redirects.yaml', field: 'redirects[0].from' };
    const known = [redirect('/2020_01/', PAGE)];
    const problems = new Problems();
    const { files } = cloudflareHost.emit(
      deployment({ patterns: [{ from, to: '/a/', status: 301, kind: 'page', known, owner }] }),
      problems,
    );
    expect(files[0]?.content).toBe('/2020_01/ /a/ 301\n/2020_01 /a/ 301\n');
    expect(problems.all.map(({ code }) => code)).toEqual(['host-unsupported']);
  });
});

describe('pages whose URLs end in .html', () => {
  it('are reported, and old addresses redirect straight to where Cloudflare serves them', async () => {
    const content = oldBlog('https://example.org/', {
      'site.yaml': 'title: Old blog\nurl: https://example.org/\npermalink: /:year/:slug.html\n',
      'redirects.yaml': "redirects:\n  - { from: '/posts/:name', to: '/2020/:name.html' }\n",
    });
    const { output, stderr } = built(await buildSite({ content, args: ['--host', 'cloudflare'] }));
    expect(stderr.match(/^ {2}Cloudflare .*$/gm)).toMatchInlineSnapshot(`
      [
        "  Cloudflare serves pages that end in .html at the URL without the extension, and redirects there (307): /2020/hello.html.",
      ]
    `);
    const server = new Cloudflare(output);
    onTestFinished(() => server.stop());
    for (const old of ['/2020/01/Old_Name.html', '/posts/hello'])
      expect(await server.get(old)).toMatchObject({ status: 301, location: '/2020/hello' });
    expect((await server.get('/2020/hello')).body).toBe(output.read('2020/hello.html'));
  });
});

describeWithCorpus('the corpus on Cloudflare', (corpus) => {
  it('redirects every old address to its page or feed in one hop', async () => {
    await corpusSite(corpus);
    const { output } = built(
      await buildSite({
        content: sharedCorpusContent(),
        args: ['--host', 'cloudflare', '--no-cards'],
      }),
    );
    const server = new Cloudflare(output);
    onTestFinished(() => server.stop());
    const expected = [...expectations(corpus).values()];
    expect(expected).toHaveLength(733);
    for (const { legacyUrl, url } of expected) {
      const { status, location } = await server.get(encodeURI(legacyUrl));
      expect({ status, location }).toEqual({ status: 301, location: url });
      expect(output.has(`${url.slice(1)}index.html`)).toBe(true);
    }
    for (const { url } of expected.filter((_post, index) => index % 10 === 0))
      expect((await server.get(url)).status).toBe(200);
    for (const { from, to } of OLD_SITE_FEEDS) {
      expect(await server.get(from)).toMatchObject({ status: 301, location: to });
      const { status, headers } = await server.get(to);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    }
  });
});
