/** Vercel, tested with its own routing library. */
import { getTransformedRoutes } from '@vercel/routing-utils';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Addresses } from '../../../src/addresses/address.ts';
import { vercelHost } from '../../../src/outputs/hosts/vercel.ts';
import { encodePath } from '../../../src/lib/paths.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { buildSite, built, type BuiltSite } from '../../support/build-site.ts';
import { RULE_HOSTS, corpusSite, expectations } from '../../support/corpus-site.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWithCorpus } from '../../support/describe-with.ts';
import { linkTarget } from '../../support/dom.ts';
import {
  BY_STATUS,
  FEED_TYPES,
  OLD_FEEDS,
  OLD_PAGES,
  OTHER_SPELLINGS,
  asBlogger,
  asTyped,
  oldBlog,
} from '../../support/old-blog.ts';
import { manyRedirects, pattern } from '../../support/published-site.ts';
import { redirect } from '../../support/redirects.ts';
import { required } from '../../support/required.ts';

describe.each(['', '/blog'])('a blog from Blogger with the base path "%s"', (base) => {
  let site: BuiltSite;
  let vercel: Vercel;
  const get = (path: string): Answer => vercel.get(base + path);
  const to = (path: string, status = 301): Answer => ({ status, location: base + path });

  beforeAll(async () => {
    const content = oldBlog(`https://blog.example.org${base}/`);
    site = built(await buildSite({ content, args: ['--host', 'vercel'] }));
    vercel = new Vercel(site.output.read('vercel.json'));
  });

  it.each([...OLD_PAGES, ...OLD_FEEDS])('redirects $from to $to', ({ from, to: page }) => {
    for (const path of spellingsOf(from)) expect(get(path), path).toEqual(to(page));
  });

  it.each(OTHER_SPELLINGS)('redirects %s', (path) => {
    expect(get(path)).toEqual(to('/archive/'));
  });

  it('chooses the feed by the query', () => {
    for (const from of ['/feeds/posts/default', '/feeds/posts/summary/']) {
      expect(vercel.get(base + from, 'alt=rss')).toEqual(to('/rss.xml'));
      expect(vercel.get(base + from, 'alt=atom')).toEqual(to('/atom.xml'));
    }
  });

  it('ignores the trailing slash of folders', () => {
    for (const path of ['/plain/folder/', '/%E5%BA%AD', '/feeds/posts/default/'])
      expect(get(path).status, path).toBe(301);
    expect(get('/plain/folder/more')).toEqual({});
  });

  it.each(Object.entries(BY_STATUS))('answers %s with status %i', (from, status) => {
    expect(get(from)).toEqual(to('/archive/', status));
  });

  it('matches patterns, even within a segment', () => {
    expect(get('/category/caf%C3%A9/')).toEqual(to('/tags/caf%C3%A9/'));
    expect(get('/category/a/b/')).toEqual({});
    expect(get('/by-2020/c-sharp_more_of_it.html')).toEqual(to('/tags/c-sharp/'));
    expect(get('/journal/c-sharp/')).toEqual(to('/tags/c-sharp/', 302));
    expect(get('/journal/')).toEqual(to('/tags/', 302));
    expect(get('/2020_01_26_archive.html')).toEqual(to('/2020/01/'));
  });

  it('does not redirect pages or unknown URLs', () => {
    for (const path of [
      '/',
      '/2020/01/hello/',
      '/tags/c-sharp/',
      '/2020/',
      '/rss.xml',
      '/css/site.css',
      '/nowhere',
    ])
      expect(get(path), path).toEqual({});
  });

  it('sends the type of feeds, and the headers of the site with everything', () => {
    for (const [feed, type] of FEED_TYPES)
      expect(vercel.headers(base + feed), feed).toMatchObject({ 'Content-Type': type });
    expect(vercel.headers(`${base}/tags/other-rss.xml`)).not.toHaveProperty('Content-Type');
    expect(vercel.headers(`${base}/2020/01/hello/`)).not.toHaveProperty('Content-Type');
    expect(vercel.headers(`${base}/2020/01/hello/`)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=0, must-revalidate',
    });
    expect(vercel.headers(`${base}/css/site.css`)).toMatchObject({
      'Cache-Control': 'public, max-age=86400',
    });
  });

  it('writes no stubs and warns about what the host lacks', () => {
    expect(site.output.stubs()).toEqual([]);
    expect(site.stderr).toContain(
      'Vercel has no status 410, so it answers 404 for /gone/page, /gone/for/*.',
    );
  });
});

it('matches special characters literally', () => {
  const about = new Addresses('https://blog.example.org/').of('/a:b $1 (c)*/');
  const nasty = ['/(a)[b]^c|d+e{f}.html', '/:name', '/a*', '/what?', '/#.html', '/$1.html', '/a.b'];
  const site = deployment({ exact: nasty.map((from) => redirect(from, about)) });
  const vercel = new Vercel(contentOf(site));
  for (const path of nasty.flatMap(spellingsOf)) {
    const { status, location } = vercel.get(path);
    expect(status, path).toBe(301);
    expect(decodeURIComponent(required(location))).toBe('/a:b $1 (c)*/');
  }
  for (const path of ['/x', '/ab', '/aXb', '/(a)[b]^c|dde{f}.html'])
    expect(vercel.get(path), path).toEqual({});
});

it('matches any URL literally', () => {
  const about = new Addresses('https://example.org/').of('/about/');
  const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((text) => {
    return text.toWellFormed().replace(/[/\\\s\p{Cc}]/gu, '-');
  });
  fc.assert(
    fc.property(part, part, (first, second) => {
      const from = `/${first}/${second}`;
      const vercel = new Vercel(contentOf(deployment({ exact: [redirect(from, about)] })));
      for (const path of spellingsOf(from))
        expect(vercel.get(path), path).toEqual({ status: 301, location: '/about/' });
      expect(vercel.get(`/x${from}`)).toEqual({});
      expect(vercel.get(`${from}x`)).toEqual({});
    }),
    { seed: 1, numRuns: 300 },
  );
});

it('inserts names before characters that could extend them, and never redirects to another host', () => {
  const site = deployment({
    patterns: [
      pattern('/a-:year.html', '/x/:year_1/:year/'),
      pattern('/b/:year:month:rest.html', '/:year/:month/'),
      pattern('/old/*', '/:splat'),
      pattern('/c/:year', '/:year:year/'),
    ],
  });
  const vercel = new Vercel(contentOf(site));
  const { location } = vercel.get('/a-2020.html');
  expect(decodeURIComponent(required(location))).toBe('/x/2020_1/2020/');
  expect(vercel.get('/c/2020')).toEqual({});
  expect(vercel.get('/b/20.html')).toEqual({});
  expect(vercel.get('/b/201.html').status).toBe(301);
  expect(vercel.get('/old/a/b')).toEqual({ status: 301, location: '/a/b' });
  expect(vercel.get('/old//evil.example/')).toEqual({});
});

it('reports the limit of redirects', () => {
  const problems = new Problems();
  vercelHost.emit(deployment({ exact: manyRedirects(2048) }), problems);
  expect(problems.all).toEqual([]);
  vercelHost.emit(deployment({ exact: manyRedirects(2049) }), problems);
  expect(problems.all).toMatchInlineSnapshot(`
    [
      {
        "code": "host-limit",
        "field": "host",
        "file": "content/site.yaml",
        "hint": "Replace redirects of the same shape with a pattern in \`redirects.yaml\`, or choose another host; \`static\` has no limit.",
        "message": "Vercel takes at most 2,048 redirects. This site has 2,049, so deployment would fail.",
        "severity": "error",
      },
    ]
  `);
});

describeWithCorpus('the corpus on Vercel', (corpus) => {
  it('redirects every old address to its page', async () => {
    const { output } = built(await corpusSite(corpus, RULE_HOSTS));
    const vercel = new Vercel(output.read('vercel.json'));
    const expected = [...expectations(corpus).values()];
    expect(expected).toHaveLength(733);
    for (const { legacyUrl, url } of expected) {
      expect(vercel.get(encodePath(legacyUrl)), legacyUrl).toEqual({ status: 301, location: url });
      expect(linkTarget(output.page(url), 'canonical')).toBe(`https://blog.example.org${url}`);
    }
    expect(output.stubs()).toEqual([]);
  });
});

/** Vercel does not document whether it compares encoded or decoded paths. */
function spellingsOf(path: string): string[] {
  return [path, asTyped(path), asBlogger(path)];
}

interface Answer {
  readonly status?: number;
  readonly location?: string;
}

function contentOf(site: ReturnType<typeof deployment>): string {
  const { files } = vercelHost.emit(site, new Problems());
  return required(files.find(({ path }) => path === '/vercel.json')).content;
}

const Query = z.strictObject({ type: z.literal('query'), key: z.string(), value: z.string() });

const Config = z.strictObject({
  cleanUrls: z.boolean(),
  redirects: z.array(
    z.strictObject({
      source: z.string(),
      destination: z.string(),
      statusCode: z.number(),
      has: z.array(Query).exactOptional(),
    }),
  ),
  headers: z.array(
    z.strictObject({
      source: z.string(),
      headers: z.array(z.strictObject({ key: z.string(), value: z.string() })),
    }),
  ),
});

const Route = z.object({
  src: z.string().transform((source) => new RegExp(source)),
  has: z.array(Query).default([]),
  status: z.number().optional(),
  headers: z.record(z.string(), z.string()).default({}),
});

/** Matches the routes of a configuration against raw request paths. */
class Vercel {
  readonly #routes: z.output<typeof Route>[];

  constructor(json: string) {
    const complaints = vi.spyOn(console, 'error');
    const { routes, error } = getTransformedRoutes(Config.parse(JSON.parse(json)));
    const [complaint] = complaints.mock.calls;
    complaints.mockRestore();
    if (error !== null) throw new Error(error.message);
    // The library also compiles routes with a later version of path-to-regexp.
    if (complaint !== undefined) throw new Error(complaint.join(' '));
    this.#routes = z.array(Route).parse(routes);
  }

  get(path: string, query = ''): Answer {
    const asked = new URLSearchParams(query);
    for (const { src, has, status, headers } of this.#routes) {
      if (has.some(({ key, value }) => asked.get(key) !== value)) continue;
      const found = src.exec(path);
      const target = headers['Location'];
      if (found === null || status === undefined || target === undefined) continue;
      return { status, location: target.replace(/\$(\d)/g, (_, n: string) => found[+n] ?? '') };
    }
    return {};
  }

  /** Later ones win. */
  headers(path: string): Record<string, string> {
    const rules = this.#routes.filter(({ src, status }) => {
      return status === undefined && src.test(path);
    });
    return Object.assign({}, ...rules.map(({ headers }) => headers));
  }
}
