/** Tests of the whole corpus on a real web server. */
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.ts';
import { verifyPlan, type Expectation } from '../../src/verify/plan.ts';
import { verifySite, type Result } from '../../src/verify/verify.ts';
import { built } from './build-site.ts';
import { CORPUS_ORIGIN, RULE_HOSTS, corpusSite, expectations } from './corpus-site.ts';
import { percentEncodeAll } from './raw-request.ts';
import { startServer, type RunningServer, type Subject } from './web-servers.ts';

/** Milliseconds for thousands of requests on a busy machine. */
const LONG = 600_000;

/** Posts whose old addresses are asked for in several spellings. */
const SPELLED = 184;

export function describeCorpus(
  { name, program, abilities: { ignoresCase } }: Subject,
  corpus: string,
): void {
  const posts = [...expectations(corpus).values()];
  /** One post in four is asked for in other spellings too. */
  const spellings = (legacyUrl: string, index: number): readonly string[] =>
    index % 4 === 0
      ? [
          legacyUrl,
          `${legacyUrl}?m=1`,
          legacyUrl.replace(/[^/]+$/, percentEncodeAll),
          ...(ignoresCase ? [legacyUrl.toUpperCase()] : []),
        ]
      : [legacyUrl];
  let server: RunningServer;
  let ofPosts: readonly Result[];
  let ofSite: readonly Result[];

  beforeAll(async () => {
    const { output } = built(await corpusSite(corpus, RULE_HOSTS));
    server = await startServer({ name, program, root: output.path });
    expect(server.complaints()).toEqual([]);
    const site = await loadSite({
      contentDir: path.join(path.dirname(output.path), 'content'),
      publicDir: 'public',
      hosts: RULE_HOSTS,
      drafts: false,
    });
    const plan = verifyPlan(site, server.origin, { variants: true, letterCase: ignoresCase });
    const asked = posts.flatMap((post, index) =>
      oldAddresses(post.url, server.origin, spellings(post.legacyUrl, index)),
    );
    // In one run, because many lead to the same pages.
    const all = { home: plan.home, expectations: [...asked, ...plan.expectations] };
    const { results } = await verifySite(all, { rate: Infinity });
    ofPosts = results.slice(0, asked.length);
    ofSite = results.slice(asked.length);
  }, LONG);

  afterAll(() => server.stop());

  it('redirects each old URL of a post in one hop', () => {
    expect(ofPosts).toHaveLength(733 + SPELLED * (ignoresCase ? 3 : 2));
    expect(ofPosts.filter(({ finding }) => finding !== undefined)).toEqual([]);
    const hops = ofPosts.map((result) => result.hops.map(({ status }) => status).join(', '));
    expect(new Set(hops)).toEqual(new Set(['301']));
    expect(new Set(ofPosts.map(({ canonical }) => canonical)).size).toBe(733);
  });

  it('serves everything else that the site promises', () => {
    expect(ofSite.length).toBeGreaterThan(4000);
    expect(ofSite.filter(({ finding }) => finding !== undefined)).toEqual([]);
  });
}

/** Expected results for the old addresses of a post. */
function oldAddresses(url: string, origin: string, addresses: readonly string[]): Expectation[] {
  return addresses.map((address) => ({
    kind: 'page',
    address: origin + address,
    page: [origin + url, CORPUS_ORIGIN + url],
    isLegacy: true,
    isPermanent: true,
    allows404: false,
  }));
}
