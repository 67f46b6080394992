/** Compares the response of a URL with what the site promises there. */
import { isTransient, type Answer } from './client.ts';
import { isHtml } from './page-facts.ts';
import type { Expectation } from './plan.ts';
import { MAX_HOPS, type RedirectChain } from './redirect-chain.ts';
import { isSameUrl, isWithSlash } from './url-variants.ts';

/** A mismatch. Warnings are for what only search engines notice. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Noun phrase or infinitive. */
  readonly expected: string;
  /** Noun phrase. */
  readonly actual: string;
  /** What to do: a sentence. */
  readonly hint: string;
}

const REDEPLOY = 'Build the site from this content again and deploy the whole output folder.';
const SET_HOST = 'Build with `host` in `site.yaml` set to the actual host';

/** `undefined` if the response is as expected. */
export function checkResponse(expectation: Expectation, chain: RedirectChain): Finding | undefined {
  const { answer, hops, final, isComplete } = chain;
  const { kind } = expectation;
  if (answer.status === undefined)
    return error(
      describe(expectation),
      `no response: ${answer.reason}`,
      'Make sure that the server is up, then verify again. A lower `--rate` or a longer `--timeout` may help.',
    );
  if (!isComplete)
    return error(
      describe(expectation),
      hops.length > MAX_HOPS
        ? `more than ${MAX_HOPS} redirects, the last to ${final}`
        : `a redirect loop that returns to ${final}`,
      'Look for a second rule that redirects the target, on the host or in your own rules.',
    );
  if (isAllowed404(expectation, answer)) return undefined;
  if (kind === 'gone' || kind === 'absent') return checkAbsence(kind, answer);
  if (answer.status !== 200) return checkStatus(expectation, answer, chain);
  return checkContent(expectation, final, answer) ?? checkHops(expectation, chain);
}

/** Whether the response is a 404 that the expectation allows. */
export function isAllowed404(
  { allows404 }: Expectation,
  { status }: { status: number | undefined },
): boolean {
  return allows404 && status === 404;
}

function checkAbsence(kind: 'gone' | 'absent', { status }: Answer): Finding | undefined {
  if (status === 404 || (status === 410 && kind === 'gone')) return undefined;
  return kind === 'gone'
    ? error(
        'status 410 or 404, because this address is gone',
        `status ${status}`,
        'Look for a file or rule that answers this address, and remove it.',
      )
    : error(
        'status 404, because the site has no such page',
        `status ${status}`,
        'Configure the host to answer unknown addresses with `404.html` and status 404. Otherwise search engines index mistyped addresses as pages.',
      );
}

function checkStatus(
  expectation: Expectation,
  { status }: Answer,
  { hops, final }: RedirectChain,
): Finding {
  const actual = hops.length > 0 ? `status ${status} at ${final}` : `status ${status}`;
  if (isTransient(status))
    return error(
      describe(expectation),
      `${actual}, repeatedly`,
      'Check the server log. If the server was only busy, verify again with a lower `--rate`.',
    );
  return error(
    describe(expectation),
    actual,
    expectation.isLegacy
      ? `${SET_HOST}, and deploy the whole output folder, including files that begin with a dot or underscore.`
      : REDEPLOY,
  );
}

function checkContent(
  expectation: Expectation,
  final: string,
  answer: Answer,
): Finding | undefined {
  if (expectation.kind === 'page') return checkPage(expectation.page, final, answer);
  if (expectation.kind === 'feed') return checkFeed(expectation, answer);
  return isHtml(answer.type) ? error('a file', 'an HTML page', REDEPLOY) : undefined;
}

function checkPage(
  page: readonly string[],
  final: string,
  { canonical, type }: Answer,
): Finding | undefined {
  const [home = ''] = page;
  const isPage = (url: string): boolean => page.some((known) => isSameUrl(known, url));
  if (!isPage(final))
    return error(
      `to arrive at ${home}`,
      final,
      'Look for a rule on the host that redirects this address elsewhere. If there is none, build and deploy again.',
    );
  if (!isHtml(type))
    return error(
      'a page (text/html)',
      type === '' ? 'a response without a content type' : type,
      'Configure the host to serve files that end in `.html` as text/html.',
    );
  if (canonical === undefined || !isPage(canonical))
    return error(
      `the canonical URL ${page.at(-1) ?? home}`,
      canonical ?? 'a page without a canonical URL',
      'Set `url` in `site.yaml` to the URL of the home page, then build and deploy again.',
    );
  return undefined;
}

function checkFeed(
  { ids, isLegacy }: Expectation & { readonly kind: 'feed' },
  { ids: actual, type }: Answer,
): Finding | undefined {
  if (actual === undefined)
    return error(
      'a feed (application/rss+xml, or another XML or JSON type)',
      isHtml(type) ? 'an HTML page, which feed readers cannot read' : describeType(type),
      isLegacy
        ? `${SET_HOST}, which must redirect this URL to the feed, or serve a copy of it as XML.`
        : 'Configure the host to serve the file as application/rss+xml, and look for a rule that serves a page instead.',
    );
  // The build drops the oldest posts from a feed that is too large.
  const missing = ids.slice(0, Math.max(actual.length, 1)).filter((id) => !actual.includes(id));
  const unknown = actual.filter((id) => !ids.includes(id));
  if (missing.length === 0 && unknown.length === 0) return undefined;
  return error(
    `the IDs of the ${ids.length} newest posts`,
    [
      ...(missing.length > 0 ? [`${missing.length} missing, first ${missing[0]}`] : []),
      ...(unknown.length > 0 ? [`${unknown.length} unknown, first ${unknown[0]}`] : []),
    ].join('; '),
    `${REDEPLOY} Feed readers show a post with a different ID as new.`,
  );
}

function checkHops(
  { address, isLegacy, isPermanent }: Expectation,
  { hops }: RedirectChain,
): Finding | undefined {
  // Static hosts add the slash of a folder with a redirect, which cannot be avoided.
  const counted = hops[0] !== undefined && isWithSlash(hops[0].to, address) ? hops.slice(1) : hops;
  const actual = counted.map(({ kind, status, to }) => `${kind} ${status} to ${to}`).join(', ');
  if (counted.length > (isLegacy ? 1 : 0))
    return {
      severity: 'warning',
      expected: isLegacy ? 'one redirect' : 'no redirect',
      actual,
      hint: 'Verify the URL that your readers use, with the same https:// and www. If there are still too many redirects, look for a rule on the host that adds one.',
    };
  if (isPermanent && counted.some(({ kind, status }) => kind === 'redirect' && isTemporary(status)))
    return {
      severity: 'warning',
      expected: 'a permanent redirect (301 or 308)',
      actual,
      hint: `${SET_HOST}: search engines keep the old address while the redirect is temporary.`,
    };
  return undefined;
}

function isTemporary(status: number): boolean {
  return status === 302 || status === 303 || status === 307;
}

function describeType(type: string): string {
  return type === ''
    ? 'a response without a content type'
    : `a response of type ${type} that is not a feed`;
}

function describe(expectation: Expectation): string {
  if (expectation.kind === 'gone') return 'status 410 or 404';
  if (expectation.kind === 'absent') return 'status 404';
  if (expectation.kind === 'page' && expectation.isLegacy)
    return `to arrive at ${expectation.page[0]}`;
  return `the ${expectation.kind}`;
}

function error(expected: string, actual: string, hint: string): Finding {
  return { severity: 'error', expected, actual, hint };
}
