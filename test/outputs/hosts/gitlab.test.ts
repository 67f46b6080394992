/** GitLab Pages: rules up to its limit, stubs for the rest. */
import { beforeAll, describe, expect, it } from 'vitest';
import { gitlabHost } from '../../../src/outputs/hosts/gitlab.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { buildSite, built, type BuiltSite } from '../../support/build-site.ts';
import { corpusSite, expectations, sharedCorpusContent } from '../../support/corpus-site.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWithCorpus } from '../../support/describe-with.ts';
import { metaContent } from '../../support/dom.ts';
import { GitlabPages } from '../../support/gitlab-pages.ts';
import {
  BY_STATUS,
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

const PAGE = { path: '/a/', url: '/a/', canonical: 'https://example.org/a/' };

/** Response for a URL: rule, file or error page. */
function arrival(
  site: BuiltSite,
  host: GitlabPages,
  path: string,
): { by: 'rule' | 'stub' | 'page'; to: string } | undefined {
  const answer = host.get(path);
  if (answer === undefined) return undefined;
  if ('to' in answer) return { by: 'rule', to: answer.to };
  const refresh = metaContent(site.output.page(`/${answer.file}`), 'refresh');
  return refresh === undefined
    ? { by: 'page', to: path }
    : { by: 'stub', to: refresh.replace('0; url=', '') };
}

/** Whether GitLab can read a rule for an old address. */
function isReadable(path: string): boolean {
  return !/[ %#]|\/:/.test(path);
}

describe.each(['', '/blog'])('the rules for GitLab Pages below "%s"', (base) => {
  let site: BuiltSite;
  let host: GitlabPages;

  beforeAll(async () => {
    const content = oldBlog(`https://example.org${base}/`);
    site = built(await buildSite({ content, args: ['--host', 'gitlab'] }));
    host = new GitlabPages(site.output, base);
  });

  it.each(OLD_FEEDS.filter(({ from }) => isReadable(from)))(
    'redirect $from to the feed $to',
    ({ from, to }) => {
      expect(host.get(base + asTyped(from))).toEqual({ to: base + to, status: 301 });
    },
  );

  it.each(OLD_FEEDS.filter(({ from }) => !isReadable(from)))(
    'leave a copy of the feed at $from',
    ({ from, to }) => {
      const copy = site.output.read(`${from.slice(1)}/index.xml`);
      expect(copy).toBe(site.output.read(to.slice(1)));
    },
  );

  it.each(OLD_PAGES)('redirect $from to $to', ({ from, to }) => {
    for (const asked of [asTyped(from), asBlogger(from)]) {
      expect(arrival(site, host, base + asked)?.to).toBe(base + to);
      expect(arrival(site, host, base + to)).toEqual({ by: 'page', to: base + to });
    }
  });

  it.each(OTHER_SPELLINGS)('redirect %s', (asked) => {
    expect(arrival(site, host, base + asked)?.to).toBe(`${base}/archive/`);
  });

  it('come with stubs only where GitLab cannot read a rule', () => {
    const stubs = OLD_PAGES.filter(
      ({ from }) => arrival(site, host, base + asTyped(from))?.by === 'stub',
    );
    expect(stubs.map(({ from }) => from)).toEqual([
      '/2020/01/100%.html',
      '/search/label/:colon',
      '/search/label/C#',
      '/search/label/Grün (neu)',
      '/search/label/100%',
      '/search/label/Python 3',
      '/my place/café/index.php',
      '/my place/café/',
    ]);
  });

  it('take no character of an old address for a placeholder', () => {
    const others = ['/search/label/microphone', '/search/label/anything', '/2020/01/ab.html'];
    for (const other of others) expect(host.get(base + other)).toBeUndefined();
  });

  it('ignore case and a trailing slash', () => {
    const answer = { to: `${base}/2020/01/hello/`, status: 301 };
    expect(host.get(`${base}/2020/01/CAF%C3%89-$1-%C3%A9.HTML/`)).toEqual(answer);
  });

  it('use the statuses that GitLab has', () => {
    const statuses = Object.keys(BY_STATUS).map((from) => host.get(base + from));
    expect(statuses).toEqual([302, 302, 301].map((status) => ({ to: `${base}/archive/`, status })));
    expect(host.get(`${base}/journal/python-3/`)).toMatchObject({ status: 302 });
  });

  it('leave gone URLs to the error page', () => {
    for (const from of GONE) expect(host.get(base + from)).toBeUndefined();
  });

  it('come without headers', () => {
    expect(site.output.has('_headers')).toBe(false);
  });

  it('come with warnings about what GitLab lacks', () => {
    expect(site.stderr.match(/^ {2}GitLab Pages .*$/gm)).toMatchInlineSnapshot(`
      [
        "  GitLab Pages cannot match the pattern /topic-:name.html, so only the 9 addresses of pages on this site will redirect.",
        "  GitLab Pages cannot match the pattern /by-:year/:name_:rest.html, so none of its addresses redirect.",
        "  GitLab Pages has no status 410, so it answers 404 for /gone/page, /gone/for/*.",
        "  GitLab Pages has neither status 307 nor 308, so it answers 302 or 301 for /moved/for-good-308, /moved/for-now-307.",
        "  GitLab Pages has no room for rules for 10 old feed URLs, such as /feeds/posts/default/-/100%, so their subscribers will get no new posts.",
      ]
    `);
  });
});

describe('a pattern whose target begins with a name', () => {
  it.each([
    ['/blog/*', '/:splat'],
    ['/blog/:name/', '/:name/'],
  ])('%s to %s gets no rule, because it could redirect to another host', (from, to) => {
    const problems = new Problems();
    const owner = { file: 'redirects.yaml', field: 'redirects[0].from' };
    const known = [redirect('/blog/a/', PAGE)];
    const site = deployment({ patterns: [{ from, to, status: 301, kind: 'page', known, owner }] });
    const { files } = gitlabHost.emit(site, problems);
    expect(files).toEqual([{ path: '/_redirects', content: '/blog/a/ /a/ 301\n' }]);
    expect(problems.all.map(({ code }) => code)).toEqual(['host-unsupported']);
  });
});

describe('a target with placeholder characters', () => {
  it('is percent-encoded', () => {
    const exact = [redirect('/old.html', { ...PAGE, url: '/$1/a:b/c*/' })];
    const { files } = gitlabHost.emit(deployment({ exact }), new Problems());
    expect(files[0]?.content).toBe('/old.html /%241/a%3Ab/c%2A/ 301\n');
  });
});

describe('the limits of GitLab Pages', () => {
  const owner = { file: 'redirects.yaml', field: 'redirects[0].from' };

  it('reserve rules for URLs that a stub serves worst', () => {
    const pages = Array.from({ length: 1_000 }, (_, index) =>
      redirect(`/old/a${index}.html`, PAGE),
    );
    const exact = [
      redirect('/2020/a.html', PAGE),
      ...pages,
      redirect('/search/label/A', PAGE),
      { ...redirect('/atom.xml', PAGE), kind: 'feed' as const },
    ];
    const patterns = [
      {
        from: '/tag/:name/',
        to: '/tags/:name/',
        status: 301,
        kind: 'page',
        known: [],
        owner,
      } as const,
    ];
    const { files, stubs } = gitlabHost.emit(deployment({ exact, patterns }), new Problems());
    const lines = files[0]?.content.trimEnd().split('\n') ?? [];
    expect(lines).toHaveLength(1_000);
    expect(lines.slice(0, 3)).toEqual([
      '/atom.xml /a/ 301',
      '/search/label/A /a/ 301',
      '/old/a0.html /a/ 301',
    ]);
    expect(lines.at(-1)).toBe('/tag/:name/ /tags/:name/ 301');
    expect(stubs.map(({ from }) => from)).toEqual([
      '/old/a997.html',
      '/old/a998.html',
      '/old/a999.html',
      '/2020/a.html',
    ]);
  });

  it('give a stub to URLs with too many segments', () => {
    const deep = `${'/a'.repeat(26)}.html`;
    const { files, stubs } = gitlabHost.emit(
      deployment({ exact: [redirect(deep, PAGE)] }),
      new Problems(),
    );
    expect(files).toEqual([]);
    expect(stubs.map(({ from }) => from)).toEqual([deep]);
  });

  it('are reported if the patterns alone exceed them', () => {
    const patterns = Array.from({ length: 1_001 }, (_, index) => ({
      from: `/old-${index}/*`,
      to: '/a/',
      status: 301 as const,
      kind: 'page' as const,
      known: [],
      owner,
    }));
    const problems = new Problems();
    gitlabHost.emit(deployment({ patterns }), problems);
    expect(problems.all.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "host-limit: GitLab Pages reads at most 1,000 rules and 64 KB of \`_redirects\`. The patterns of this site exceed that, so it would ignore the file.",
      ]
    `);
  });
});

describeWithCorpus('the corpus on GitLab Pages', (corpus) => {
  it('has a rule or stub for every old address within the limits', async () => {
    await corpusSite(corpus);
    const site = built(
      await buildSite({ content: sharedCorpusContent(), args: ['--host', 'gitlab', '--no-cards'] }),
    );
    const text = site.output.read('_redirects');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    const host = new GitlabPages(site.output);
    expect(text.trimEnd().split('\n')).toHaveLength(host.rules.length);
    const expected = [...expectations(corpus).values()];
    expect(expected).toHaveLength(733);
    const sources = new Set(host.rules.map(({ from }) => from));
    for (const { legacyUrl, url } of expected) {
      const by = sources.has(legacyUrl) ? 'rule' : 'stub';
      expect(arrival(site, host, encodeURI(legacyUrl))).toEqual({ by, to: url });
      expect(site.output.has(legacyUrl.slice(1))).toBe(by === 'stub');
      expect(arrival(site, host, url)).toEqual({ by: 'page', to: url });
    }
    for (const { from, to } of OLD_SITE_FEEDS) expect(host.get(from)).toEqual({ to, status: 301 });
    const renamed = expected.filter(({ legacyUrl, url }) => nameOf(legacyUrl) !== nameOf(url));
    expect(renamed).toHaveLength(65);
    for (const { legacyUrl } of renamed) expect(sources).toContain(legacyUrl);
  });
});

function nameOf(url: string): string | undefined {
  return /\/([^/]+?)(?:\.html|\/)$/.exec(url)?.[1];
}
