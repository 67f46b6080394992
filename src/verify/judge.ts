/** Whether what came is what was expected, and what to do when it is not. */
import type { Answer } from './client.ts';
import { MOST_HOPS, type Journey } from './follow.ts';
import { isHtml } from './page-facts.ts';
import type { Expectation } from './plan.ts';
import { isFolderOf, isSamePlace } from './variants.ts';

/** What is wrong with an address. A warning is for what readers do not notice, but search engines do. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Ends of the sentences "Expected ..." and "There came ...". */
  readonly expected: string;
  readonly came: string;
  /** What to do: a sentence. */
  readonly todo: string;
}

const REBUILD = 'Build the site from this content again, and deploy the whole output folder.';

/** The finding, or `undefined` when all is well. */
export function judge(expectation: Expectation, journey: Journey): Finding | undefined {
  const { answer, hops, final, hasEnd } = journey;
  const { kind } = expectation;
  if (answer.status === undefined)
    return error(
      expected(expectation),
      `no answer: ${answer.reason}`,
      'See whether the server is up, and verify again; a lower `--rate` or a longer `--timeout` may help.',
    );
  if (!hasEnd)
    return error(
      expected(expectation),
      hops.length > MOST_HOPS
        ? `more than ${MOST_HOPS} hops, the last to ${final}`
        : `a loop of redirects that comes back to ${final}`,
      'Look for a second rule that redirects the target: of the host, or of your own.',
    );
  if (isTolerated(expectation, answer)) return undefined;
  if (kind === 'gone' || kind === 'absent') return judgeAbsence(expectation, answer);
  if (answer.status !== 200) return judgeStatus(expectation, answer, journey);
  const fault =
    kind === 'page'
      ? judgePage(expectation.page, final, answer)
      : kind === 'feed'
        ? judgeFeed(expectation, answer)
        : judgeFile(answer);
  return fault ?? judgeHops(expectation, journey);
}

/** Whether a 404 came where it is allowed. */
export function isTolerated(
  { mayBeAbsent }: Expectation,
  { status }: { status: number | undefined },
): boolean {
  return mayBeAbsent && status === 404;
}

function judgeAbsence({ kind }: Expectation, { status }: Answer): Finding | undefined {
  if (status === 404 || (status === 410 && kind === 'gone')) return undefined;
  return kind === 'gone'
    ? error(
        'status 410, or 404, as nothing will stand here again',
        `status ${status}`,
        'Look for a file or a rule that answers for this address, and remove it.',
      )
    : error(
        'status 404, as the site has no such page',
        `status ${status}`,
        'Set the host up to answer unknown addresses with `404.html` and status 404; otherwise search engines take mistyped addresses for pages.',
      );
}

function judgeStatus(
  expectation: Expectation,
  { status }: Answer,
  { hops, final }: Journey,
): Finding {
  const came = hops.length > 0 ? `status ${status} at ${final}` : `status ${status}`;
  if (status === 429 || status >= 500)
    return error(
      expected(expectation),
      `${came}, several times`,
      'See the log of the server; when it was only busy, verify again with a lower `--rate`.',
    );
  return error(
    expected(expectation),
    came,
    expectation.isLegacy
      ? 'Build with `host` in `site.yaml` set to where the site runs, and deploy the whole output folder, files with a leading dot or underscore too.'
      : REBUILD,
  );
}

function judgePage(
  page: readonly string[],
  final: string,
  { canonical, type }: Answer,
): Finding | undefined {
  const [home = ''] = page;
  if (!page.some((address) => isSamePlace(address, final)))
    return error(
      `to arrive at ${home}`,
      `${final}`,
      'Look for a rule of the host that sends this address elsewhere; if there is none, build and deploy again.',
    );
  if (!isHtml(type))
    return error(
      'a page (text/html)',
      type === '' ? 'an answer without a content type' : type,
      'Set the host up to serve files that end in `.html` as text/html.',
    );
  if (canonical === undefined || !page.some((address) => isSamePlace(address, canonical)))
    return error(
      `the canonical address ${page.at(-1) ?? home}`,
      canonical ?? 'a page without one',
      'Set `url` in `site.yaml` to the address of the home page, then build and deploy again.',
    );
  return undefined;
}

function judgeFeed(
  { ids, isLegacy }: Expectation & { readonly kind: 'feed' },
  answer: Answer,
): Finding | undefined {
  if (answer.ids === undefined)
    return error(
      'a feed (application/rss+xml, or another type of XML or JSON)',
      isHtml(answer.type) ? 'an HTML page, which no feed reader can read' : describeType(answer),
      isLegacy
        ? 'Build with `host` in `site.yaml` set to where the site runs: the host must redirect this address to the feed, or serve a copy of it as XML.'
        : 'Set the host up to serve the file as application/rss+xml, and look for a rule that puts a page in its place.',
    );
  // A feed that would be too large for readers is cut at its end.
  const due = ids.slice(0, Math.max(answer.ids.length, 1));
  const lacking = due.filter((id) => !answer.ids?.includes(id));
  const foreign = answer.ids.filter((id) => !ids.includes(id));
  if (lacking.length === 0 && foreign.length === 0) return undefined;
  return error(
    `the ${ids.length} newest posts by their ids`,
    [
      ...(lacking.length > 0 ? [`${lacking.length} are missing, the first ${lacking[0]}`] : []),
      ...(foreign.length > 0 ? [`${foreign.length} are others, the first ${foreign[0]}`] : []),
    ].join('; '),
    `${REBUILD} Readers of a feed see a post with another id as a new one.`,
  );
}

function judgeFile({ type }: Answer): Finding | undefined {
  return isHtml(type) ? error('a file that is no page', 'an HTML page', REBUILD) : undefined;
}

function judgeHops(
  { address, isLegacy, isPermanent }: Expectation,
  { hops }: Journey,
): Finding | undefined {
  // A host of files can lead to a folder in no other way.
  const counted = hops[0] !== undefined && isFolderOf(hops[0].to, address) ? hops.slice(1) : hops;
  const came = counted.map(({ kind, status, to }) => `${kind} ${status} to ${to}`).join(', ');
  if (counted.length > (isLegacy ? 1 : 0))
    return {
      severity: 'warning',
      expected: isLegacy ? 'one hop' : 'no hop',
      came,
      todo: 'Verify the address that your readers use, with https:// and www. as it is; if there are still too many hops, look for a rule of the host that adds one.',
    };
  if (isPermanent && counted.some(({ kind, status }) => kind === 'redirect' && isTemporary(status)))
    return {
      severity: 'warning',
      expected: 'a redirect for good (301 or 308)',
      came,
      todo: 'Build with `host` in `site.yaml` set to where the site runs: search engines keep the old address while the redirect is a temporary one.',
    };
  return undefined;
}

function isTemporary(status: number): boolean {
  return status === 302 || status === 303 || status === 307;
}

function describeType({ type }: Answer): string {
  return type === ''
    ? 'an answer without a content type'
    : `something of type ${type} that is no feed`;
}

function expected(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'page':
      return expectation.isLegacy ? `to arrive at ${expectation.page[0]}` : 'the page';
    case 'feed':
      return 'the feed';
    case 'file':
      return 'the file';
    case 'gone':
      return 'status 410 or 404';
    case 'absent':
      return 'status 404';
  }
}

function error(what: string, came: string, todo: string): Finding {
  return { severity: 'error', expected: what, came, todo };
}
