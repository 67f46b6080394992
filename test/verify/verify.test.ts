/** `verifySite` against a local server, correct and with faults. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.ts';
import type { Site } from '../../src/site/model.ts';
import { verifyPlan, type PlanOptions } from '../../src/verify/plan.ts';
import {
  verifySite,
  type Report,
  type Result,
  type VerifyOptions,
} from '../../src/verify/verify.ts';
import { buildSite, built } from '../support/build-site.ts';
import { folderWith } from '../support/scratch.ts';
import { deserted, html, moved, serve, type Override } from './server.ts';

const post = (title: string, day: string, legacyUrl: string): string =>
  `---\ntitle: ${title}\npublishDate: '2024-03-${day}'\ntags: ['micro:bit']\nlegacyUrl: ${legacyUrl}\n---\n\nWords.\n`;

const OLD = '/2024/03/old-one.html';
const NEW = '/2024/03/one/';

let folder: string;
let site: Site;

beforeAll(async () => {
  const content = folderWith({
    'site.yaml':
      'title: Garden\nurl: https://example.org/\nlegacyHosts: [garden.blogspot.com]\nhost: static\n',
    'redirects.yaml': 'redirects: [{ from: /gone.html, status: 410 }]\n',
    'posts/one/index.md': post('One', '10', OLD),
    'posts/two/index.md': post('Two', '11', '/2024/03/old-two.html'),
    'pages/about.md': '---\ntitle: About\n---\n\nWords.\n',
  });
  folder = built(await buildSite({ content })).output.path;
  site = await loadSite({ contentDir: content, publicDir: 'public', drafts: false });
});

const FAST: VerifyOptions = { rate: 10_000, retries: 1, backOff: 1, concurrency: 4 };

async function verify(
  overrides: Readonly<Record<string, Override>> = {},
  planOptions: PlanOptions = {},
  options: VerifyOptions = FAST,
): Promise<Report> {
  const { url } = await serve(folder, overrides);
  return verifySite(verifyPlan(site, url, planOptions), options);
}

/** Findings by path. */
function findings({ home, results }: Report): Record<string, string> {
  return Object.fromEntries(
    results.flatMap(({ expectation, finding }) =>
      finding === undefined
        ? []
        : [[pathBelow(home, expectation.address), `${finding.severity}: ${finding.actual}`]],
    ),
  );
}

/** Requested paths. */
function pathsOf({ home, results }: Report): string[] {
  return results.map(({ expectation }) => pathBelow(home, expectation.address));
}

function at({ home, results }: Report, path: string): Result {
  const found = results.find(({ expectation }) => pathBelow(home, expectation.address) === path);
  if (found === undefined) throw new Error(`${path} was not asked for`);
  return found;
}

function pathBelow(home: string, address: string): string {
  return address.slice(home.length - 1);
}

describe('a correct site', () => {
  it('serves every page, feed and file, and redirects every old address', async () => {
    const report = await verify();
    expect(findings(report)).toEqual({});
    const asked = pathsOf(report);
    expect(asked).toEqual(
      expect.arrayContaining([
        ...['/', NEW, '/about/', '/archive/', '/tags/', '/tags/micro-bit/', '/authors/', '/2024/'],
        ...[
          '/2024/03/',
          '/rss.xml',
          '/sitemap.xml',
          '/robots.txt',
          OLD,
          '/2024_03_01_archive.html',
        ],
        ...['/search/label/micro:bit', '/p/about.html', '/search/', '/feeds/posts/default'],
        ...['/feeds/comments/default', '/feeds/posts/default/-/micro:bit', '/subscribe/'],
        ...['/atom.xml', '/feed.json', '/tags/micro-bit/atom.xml', '/comments/atom.xml'],
      ]),
    );
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('reports hops, final URL and canonical URL', async () => {
    const report = await verify();
    const target = new URL(NEW, report.home).href;
    expect(at(report, OLD)).toMatchObject({
      status: 200,
      hops: [{ kind: 'refresh', status: 200, to: target }],
      final: target,
      canonical: `https://example.org${NEW}`,
    });
    expect(report.p99).toBeGreaterThanOrEqual(report.median);
    expect(report.median).toBeGreaterThan(0);
  });

  it('gets each URL requested once', async () => {
    const { url, asked } = await serve(folder);
    await verifySite(verifyPlan(site, url), FAST);
    expect([...asked].filter(([, times]) => times > 1)).toEqual([]);
  });

  it('can have a base path', async () => {
    const content = folderWith({
      'site.yaml': 'title: Garden\nurl: https://garden.github.io/repo/\n',
      'posts/one/index.md': post('One', '10', OLD),
    });
    const output = built(await buildSite({ content })).output.path;
    const model = await loadSite({ contentDir: content, publicDir: 'public', drafts: false });
    const { url } = await serve(output, {}, '/repo');
    const report = await verifySite(verifyPlan(model, url.replace(/\/$/, '')), FAST);
    expect(report.home).toBe(url);
    expect(findings(report)).toEqual({});
    expect(at(report, OLD).final).toBe(`${url}${NEW.slice(1)}`);
  });
});

describe('old addresses', () => {
  it.each([301, 308])('can redirect with %i', async (status) => {
    const report = await verify({ [OLD]: () => moved(NEW, status) });
    expect(findings(report)).toEqual({});
    expect(at(report, OLD).hops).toMatchObject([{ kind: 'redirect', status }]);
  });

  it.each([
    ['a temporary redirect', () => moved(NEW, 302), /^warning: redirect 302 to/],
    ['nothing', () => ({ status: 404 }), /^error: status 404$/],
    ['the wrong page', () => moved('/2024/03/two/'), /^error: http.*\/2024\/03\/two\/$/],
    ['a loop', () => moved(OLD), /^error: a redirect loop/],
    ['itself, without a hop', () => html('Words.'), /^error: http.*old-one\.html$/],
  ] satisfies [string, Override, RegExp][])('with %s', async (_, override, wrong) => {
    expect(findings(await verify({ [OLD]: override }))).toEqual({
      [OLD]: expect.stringMatching(wrong),
    });
  });

  it('with more than one hop get a warning', async () => {
    const report = await verify({
      [OLD]: () => moved('/a'),
      '/a': () => moved('/b'),
      '/b': () => moved(NEW),
    });
    expect(findings(report)).toEqual({ [OLD]: expect.stringMatching(/^warning: redirect 301/) });
    expect(at(report, OLD).hops).toHaveLength(3);
  });

  it('with too many hops are an error', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`/${index}`, () => moved(`/${index + 1}`)]),
    );
    expect(findings(await verify({ ...chain, [OLD]: () => moved('/0') }))).toEqual({
      [OLD]: expect.stringMatching(/^error: more than 5 redirects, the last to http.*\/5$/),
    });
  });

  it('that are gone must answer 410 or 404', async () => {
    const gone = '/gone.html';
    expect(findings(await verify({ [gone]: () => ({ status: 410 }) }))).toEqual({});
    expect(findings(await verify({ [gone]: () => moved('/') }))).toEqual({
      [gone]: 'error: status 200',
    });
  });
});

describe('variants of old addresses', () => {
  const UPPER = OLD.toUpperCase();
  const LABEL = '/search/label/micro%3abit';

  it('are requested on demand', async () => {
    const variants = [`${OLD}?m=1`, UPPER, LABEL];
    expect(pathsOf(await verify())).not.toEqual(expect.arrayContaining([variants[0]]));
    const report = await verify({}, { variants: true });
    expect(pathsOf(report)).toEqual(expect.arrayContaining(variants));
    expect(findings(report)).toEqual({});
  });

  it('may answer 404 in upper case, but not redirect elsewhere', async () => {
    const report = await verify({ [UPPER]: () => moved('/') }, { variants: true });
    expect(findings(report)).toEqual({ [UPPER]: expect.stringMatching(/^error: http.*\d\/$/) });
    expect(at(report, '/2024/03/OLD-TWO.HTML'.toUpperCase()).isAllowed404).toBe(true);
  });

  it('must work in upper case on demand', async () => {
    const report = await verify({}, { variants: true, letterCase: true });
    expect(findings(report)).toMatchObject({ [UPPER]: 'error: status 404' });
  });
});

describe('posts that keep their old addresses', () => {
  it('are requested in all variants, without redirects', async () => {
    const content = folderWith({
      'site.yaml': 'title: Garden\nurl: https://example.org/\npermalink: preserve\n',
      'posts/one/index.md': post('One', '10', OLD),
    });
    const output = built(await buildSite({ content })).output.path;
    const model = await loadSite({ contentDir: content, publicDir: 'public', drafts: false });
    const { url } = await serve(output);
    const report = await verifySite(verifyPlan(model, url, { variants: true }), FAST);
    expect(findings(report)).toEqual({});
    for (const path of [OLD, `${OLD}?m=1`])
      expect(at(report, path)).toMatchObject({
        status: 200,
        hops: [],
        final: new URL(path, url).href,
      });
    expect(at(report, OLD.toUpperCase()).isAllowed404).toBe(true);
  });
});

describe('pages', () => {
  it.each([
    ['of another site', 'https://example.com/2024/03/one/', /example\.com/],
    ['of another page', `https://example.org/2024/03/two/`, /two/],
    ['that is not there', undefined, /a page without a canonical URL/],
  ])('with a canonical address %s', async (_, canonical, wrong) => {
    const page = readFileSync(`${folder}${NEW}index.html`, 'utf8');
    const changed = page.replace(
      /<link rel="canonical"[^>]*>/,
      canonical === undefined ? '' : `<link rel="canonical" href="${canonical}">`,
    );
    expect(changed).not.toBe(page);
    const finding = expect.stringMatching(wrong);
    expect(findings(await verify({ [NEW]: () => html(changed) }))).toEqual({
      [NEW]: finding,
      [OLD]: finding,
    });
  });

  it('that are missing', async () => {
    expect(findings(await verify({ '/about/': () => ({ status: 404 }) }))).toMatchObject({
      '/about/': 'error: status 404',
    });
  });

  it('for unknown URLs', async () => {
    const nowhere = '/no-page-has-this-address/';
    expect(findings(await verify({ [nowhere]: () => html('Not found') }))).toEqual({
      [nowhere]: 'error: status 200',
    });
  });
});

describe('feeds', () => {
  it('must not be pages', async () => {
    const old = '/feeds/posts/default';
    const stub = '<meta http-equiv="refresh" content="0; url=/rss.xml">';
    expect(findings(await verify({ [old]: () => html(stub) }))).toEqual({
      [old]: 'error: an HTML page, which feed readers cannot read',
    });
  });

  it('may be reached by a redirect', async () => {
    const report = await verify({ '/feeds/posts/default': () => moved('/rss.xml') });
    expect(findings(report)).toEqual({});
  });

  it('must have the expected IDs', async () => {
    const rss = readFileSync(`${folder}/rss.xml`, 'utf8');
    const [id = ''] = /(?<=<guid[^>]*>)[^<]+/.exec(rss) ?? [];
    expect(id).not.toBe('');
    const body = rss.replace(`>${id}<`, '>https://example.org/other<');
    const headers = { 'content-type': 'application/rss+xml' };
    expect(findings(await verify({ '/rss.xml': () => ({ status: 200, headers, body }) }))).toEqual({
      '/rss.xml': `error: 1 missing, first ${id}; 1 unknown, first https://example.org/other`,
    });
  });
});

function feed(ids: readonly string[]) {
  return {
    status: 200,
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss>${ids.map((id) => `<item><guid>${id}</guid></item>`).join('')}</rss>`,
  };
}

describe('the items of a feed', () => {
  const IDS = ['tag:example.org,2024-03-11:two', 'tag:example.org,2024-03-10:one'];
  it('match the tag in its own feed', async () => {
    const own = '/tags/micro-bit/atom.xml';
    expect(findings(await verify({ [own]: () => feed(IDS) }))).toEqual({});
    expect(findings(await verify({ [own]: () => feed(['other']) }))).toEqual({
      [own]: `error: 1 missing, first ${IDS[0]}; 1 unknown, first other`,
    });
  });

  it('may be cut short, but must include the newest', async () => {
    const [newest = '', oldest = ''] = IDS;
    expect(findings(await verify({ '/rss.xml': () => feed([newest]) }))).toEqual({});
    for (const ids of [[oldest], []])
      expect(findings(await verify({ '/rss.xml': () => feed(ids) }))).toEqual({
        '/rss.xml': `error: 1 missing, first ${newest}`,
      });
  });
});

describe('a server', () => {
  it.each([500, 503, 429])('that answers %i once gets a retry', async (status) => {
    const report = await verify({
      '/about/': (attempt) =>
        attempt === 1 ? { status } : html(readFileSync(`${folder}/about/index.html`, 'utf8')),
    });
    expect(findings(report)).toEqual({});
  });

  it('that closes the connection once gets a retry', async () => {
    const report = await verify({
      '/about/': (attempt) =>
        attempt === 1 ? undefined : html(readFileSync(`${folder}/about/index.html`, 'utf8')),
    });
    expect(findings(report)).toEqual({});
  });

  it('that keeps answering 500 fails', async () => {
    const { url, asked } = await serve(folder, { '/robots.txt': () => ({ status: 500 }) });
    const report = await verifySite(verifyPlan(site, url), { ...FAST, retries: 2 });
    expect(findings(report)).toEqual({ '/robots.txt': 'error: status 500, repeatedly' });
    expect(asked.get('/robots.txt')).toBe(3);
  });

  it('that is too slow fails', async () => {
    const options = { ...FAST, timeout: 1500, retries: 0 };
    const report = await verify({ '/robots.txt': () => 'never' }, {}, options);
    expect(findings(report)).toEqual({
      '/robots.txt': 'error: no response: it took longer than 1.5 s',
    });
  });

  it('gets no more than the allowed number of requests at a time', async () => {
    let waiting = 0;
    let most = 0;
    const slowly: Override = async () => {
      most = Math.max(most, ++waiting);
      await setTimeout(5);
      waiting--;
      return { status: 404 };
    };
    const { expectations } = verifyPlan(site, 'http://127.0.0.1/');
    const paths = expectations.map(({ address }) => new URL(address).pathname);
    await verify(
      Object.fromEntries(paths.map((path) => [path, slowly])),
      {},
      { ...FAST, concurrency: 3 },
    );
    expect(most).toBe(3);
  });

  it('that is unreachable is an error', async () => {
    const url = await deserted();
    await expect(verifySite(verifyPlan(site, url), FAST)).rejects.toThrow(
      `${url} cannot be reached: no server is listening there. Check that the site`,
    );
  });

  it('that stops responding ends the run', async () => {
    const { expectations } = verifyPlan(site, 'http://127.0.0.1/');
    const paths = expectations.map(({ address }) => address.replace('http://127.0.0.1', ''));
    const dead = paths.filter((path) => path !== '/').map((path) => [path, () => undefined]);
    await expect(verify(Object.fromEntries(dead))).rejects.toThrow(/stopped responding/);
  });
});
