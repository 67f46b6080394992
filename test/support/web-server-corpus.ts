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

export function describeCorpus(
  { name, program, abilities: { ignoresCase } }: Subject,
  corpus: string,
): void {
  const posts = [...expectations(corpus).values()];
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
    const asked = posts.flatMap((post) => oldAddresses(post, server.origin, ignoresCase));
    // In one run, because many lead to the same pages.
    const all = { home: plan.home, expectations: [...asked, ...plan.expectations] };
    const { results } = await verifySite(all, { rate: Infinity });
    ofPosts = results.slice(0, asked.length);
    ofSite = results.slice(asked.length);
  }, LONG);

  afterAll(() => server.stop());

  it('redirects each old URL of a post in one hop', () => {
    expect(ofPosts).toHaveLength(733 * (ignoresCase ? 4 : 3));
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

/** Expected results for an old post URL in every spelling. */
function oldAddresses(
  { legacyUrl, url }: { readonly legacyUrl: string; readonly url: string },
  origin: string,
  ignoresCase: boolean,
): Expectation[] {
  const addresses = [
    legacyUrl,
    `${legacyUrl}?m=1`,
    legacyUrl.replace(/[^/]+$/, percentEncodeAll),
    ...(ignoresCase ? [legacyUrl.toUpperCase()] : []),
  ];
  return addresses.map((address) => ({
    kind: 'page',
    address: origin + address,
    page: [origin + url, CORPUS_ORIGIN + url],
    isLegacy: true,
    isPermanent: true,
    allows404: false,
  }));
}
