/** Netlify, tested with its own parsers and matcher. */
import path from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { parseJSON, type Match } from 'netlify-redirector';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { netlifyHost } from '../../../src/outputs/hosts/netlify.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { buildSite, built, type BuiltSite, type OutputFolder } from '../../support/build-site.ts';
import { corpusSite, expectations } from '../../support/corpus-site.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWithCorpus } from '../../support/describe-with.ts';
import { metaContent } from '../../support/dom.ts';
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
import { redirect } from '../../support/redirects.ts';

type Answer = (path: string, query?: string) => Pick<Match, 'to' | 'status' | 'force'> | undefined;

const Rules = z.array(
  z.looseObject({ from: z.string(), query: z.unknown(), path: z.string(), status: z.number() }),
);

/** Netlify's response to a request; every rule must be valid. */
async function answers(output: OutputFolder): Promise<Answer> {
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [path.join(output.path, '_redirects')],
    configRedirects: [],
    minimal: false,
  });
  expect(errors).toEqual([]);
  const rules = Rules.parse(redirects);
  expect(rules).toHaveLength(output.read('_redirects').split('\n').length - 1);
  const json = rules.map(({ from, query, ...rule }) => ({ ...rule, origin: from, params: query }));
  const matcher = await parseJSON(JSON.stringify(json), {});
  return (asked, query = '') => {
    const match = matcher.match({
      scheme: 'https',
      host: 'example.org',
      path: asked,
      query,
      getHeader: () => '',
      getCookie: () => '',
    });
    return match === null ? undefined : { to: match.to, status: match.status, force: match.force };
  };
}

const HeaderRules = z.array(
  z.object({ forRegExp: z.instanceof(RegExp), values: z.record(z.string(), z.string()) }),
);

/** Content types that the header rules set for a path. */
function typesOf(rules: unknown, asked: string): string[] {
  const matching = HeaderRules.parse(rules).filter(({ forRegExp }) => forRegExp.test(asked));
  return [...new Set(matching.flatMap(({ values }) => values['Content-Type'] ?? []))];
}

describe.each(['', '/blog'])('the rules for Netlify below "%s"', (base) => {
  let site: BuiltSite;
  let answer: Answer;

  beforeAll(async () => {
    const content = oldBlog(`https://example.org${base}/`);
    site = built(await buildSite({ content, args: ['--host', 'netlify'] }));
    answer = await answers(site.output);
  });

  /** Where a reader arrives: a rule goes before a file only by force. */
  function arrival(asked: string): string | undefined {
    const rule = answer(asked);
    const file = `${decodeURIComponent(asked).slice(base.length + 1)}/index.html`;
    if (rule?.force === true || !site.output.has(file)) return rule?.to;
    return metaContent(site.output.page(`/${file}`), 'refresh')?.replace('0; url=', '');
  }

  it.each(OLD_FEEDS)('redirect $from to the feed $to', ({ from, to }) => {
    expect(answer(base + asBlogger(from))).toMatchObject({ to: base + to, status: 301 });
  });

  it.each(OLD_PAGES)('redirect $from to $to', ({ from, to }) => {
    const found = answer(base + asBlogger(from));
    expect(found).toMatchObject({ to: base + to, status: 301 });
    expect(arrival(base + asTyped(from))).toBe(base + to);
  });

  it.each(OTHER_SPELLINGS)('redirect %s', (from) => {
    expect(answer(base + from)).toMatchObject({ to: `${base}/archive/`, status: 301 });
  });

  it('choose the feed by the query', () => {
    for (const from of ['/feeds/posts/default', '/feeds/posts/summary']) {
      expect(answer(base + from, 'alt=rss')).toMatchObject({ to: `${base}/rss.xml`, status: 301 });
      expect(answer(base + from, 'alt=atom')).toMatchObject({ to: `${base}/atom.xml` });
    }
  });

  it('take no character of an old address for a placeholder', () => {
    const others = ['/search/label/microphone', '/search/label/anything', '/2020/01/ab.html'];
    for (const other of others) expect(answer(base + other)?.status ?? 404).toBe(404);
  });

  it('take precedence over files, such as stubs of another host', () => {
    expect(answer(`${base}/2020/01/Old_Name.html`)?.force).toBe(true);
    expect(answer(`${base}/category/python-3/`)?.force).toBe(false);
  });

  it('use the statuses that Netlify has', () => {
    const plain = new Map([
      [307, 302],
      [308, 301],
    ]);
    for (const [from, status] of Object.entries(BY_STATUS))
      expect(answer(base + from)).toMatchObject({
        to: `${base}/archive/`,
        status: plain.get(status) ?? status,
      });
    expect(answer(`${base}/journal/python-3/`)).toMatchObject({ status: 302 });
  });

  it('answer 410 with the error page for gone URLs', () => {
    for (const from of GONE)
      expect(answer(base + from)).toMatchObject({ to: `${base}/404.html`, status: 410 });
  });

  it('show the error page below a base path', () => {
    const found = answer(`${base}/no/such/page`);
    expect(found).toEqual(
      base === '' ? undefined : { to: `${base}/404.html`, status: 404, force: false },
    );
  });

  it('come with valid headers', async () => {
    const { headers, errors } = await parseAllHeaders({
      headersFiles: [path.join(site.output.path, '_headers')],
      configHeaders: [],
      minimal: false,
    });
    expect(errors).toEqual([]);
    for (const [feed, type] of FEED_TYPES)
      expect(typesOf(headers, base + feed), feed).toEqual([type]);
    expect(typesOf(headers, `${base}/2020/01/hello/`)).toEqual([]);
    const values = new Map(headers.map((rule) => [rule.for, rule.values]));
    expect(values.get(`${base}/*`)).toMatchObject({
      'Content-Security-Policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
      'X-Content-Type-Options': 'nosniff',
    });
    expect(values.get(`${base}/css/*`)).toEqual({ 'Cache-Control': 'public, max-age=86400' });
  });

  it('come with warnings about what Netlify lacks', () => {
    expect(site.stderr.match(/^ {2}Netlify .*$/gm)).toMatchInlineSnapshot(`
      [
        "  Netlify cannot match the pattern /topic-:name.html, so only the 9 addresses of pages on this site will redirect.",
        "  Netlify cannot match the pattern /by-:year/:name_:rest.html, so none of its addresses redirect.",
        "  Netlify has neither status 307 nor 308, so it answers 302 or 301 for /moved/for-good-308, /moved/for-now-307.",
      ]
    `);
  });
});

describe('a pattern whose target begins with a star', () => {
  it('gets no rule, because it could redirect to another host', () => {
    const problems = new Problems();
    const pattern = {
      from: '/blog/*',
      to: '/:splat',
      status: 301,
      kind: 'page',
      known: [],
    } as const;
    const owner = { file: 'redirects.yaml', field: 'redirects[0].from' };
    const site = deployment({ patterns: [{ ...pattern, owner }] });
    const { files } = netlifyHost.emit(site, problems);
    expect(files.map(({ path: name }) => name)).toEqual(['/_headers']);
    expect(problems.all.map(({ code }) => code)).toEqual(['host-unsupported']);
    const below = deployment({ patterns: [{ ...pattern, owner }] }, '/site');
    expect(netlifyHost.emit(below, problems).files[0]?.content).toContain(
      '/site/blog/* /site/:splat 301\n',
    );
  });
});

describe('more redirects than Netlify recommends', () => {
  const exact = Array.from({ length: 10_500 }, (_, index) =>
    redirect(`/old/${index}.html`, {
      path: '/a/',
      url: '/a/',
      canonical: 'https://example.org/a/',
    }),
  );

  it('become stubs', () => {
    const { files, stubs } = netlifyHost.emit(deployment({ exact }), new Problems());
    const lines = files[0]?.content.trimEnd().split('\n') ?? [];
    expect(lines).toHaveLength(9_999);
    const answered = [...lines.map((line) => line.split(' ')[0]), ...stubs.map(({ from }) => from)];
    expect(new Set(answered)).toEqual(new Set(exact.map(({ from }) => from)));
    expect(answered).toHaveLength(10_500);
  });
});

describeWithCorpus('the rules of the corpus for Netlify', (corpus) => {
  it('redirect every old address to its page or feed in one hop', async () => {
    const { output } = built(await corpusSite(corpus, ['netlify']));
    const answer = await answers(output);
    const expected = [...expectations(corpus).values()];
    expect(expected).toHaveLength(733);
    for (const { legacyUrl, url } of expected) {
      expect(answer(encodeURI(legacyUrl))).toEqual({ to: url, status: 301, force: true });
      expect(answer(url)).toBeUndefined();
      expect(output.has(`${url.slice(1)}index.html`)).toBe(true);
    }
    for (const { from, to } of OLD_SITE_FEEDS)
      expect(answer(from)).toEqual({ to, status: 301, force: true });
    expect(output.stubs()).toEqual([]);
  });
});
