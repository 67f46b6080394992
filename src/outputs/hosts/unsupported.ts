/** Narrows redirects to what a host's rules can express, and warns about the rest. */
import type {
  Gone,
  Owner,
  PatternRedirect,
  Redirect,
  RedirectStatus,
  RedirectTable,
} from '../../addresses/redirect.ts';
import { firstFew } from '../../lib/wording.ts';
import type { Deployment, HostReport } from './host.ts';

/** What a host's rules can express. */
export interface RuleSupport {
  /** Whether the host matches this pattern as it is meant. */
  readonly canMatch: (pattern: PatternRedirect) => boolean;
  /** Whether it can answer 410. */
  readonly has410?: boolean;
  /** Whether it can answer 307 and 308. */
  readonly has307?: boolean;
}

export interface SupportedRedirects {
  /** Includes the known URLs of patterns that the host cannot match. */
  readonly exact: readonly Redirect[];
  readonly patterns: readonly PatternRedirect[];
}

/** Redirects that the host can express. Warns only about those that the content asks for. */
export function supportedRedirects(
  { redirects }: Deployment,
  report: HostReport,
  { canMatch, has410 = false, has307 = true }: RuleSupport,
): SupportedRedirects {
  const isSupported = (pattern: PatternRedirect): boolean =>
    (has410 || pattern.to !== undefined) && canMatch(pattern);
  const others = redirects.patterns.filter((pattern) => !isSupported(pattern));
  const gone = others.filter(({ to }) => to === undefined);
  reportPatterns(
    report,
    others.filter(({ to }) => to !== undefined),
  );
  reportGone(report, has410 ? gone : [...redirects.gone, ...gone]);
  const exact = [...redirects.exact, ...others.flatMap(({ known }) => known)];
  const patterns = redirects.patterns.filter(isSupported);
  if (has307) return { exact, patterns };
  reportStatuses(report, [...redirects.exact, ...redirects.patterns]);
  return { exact: exact.map(withPlainStatus), patterns: patterns.map(withPlainStatus) };
}

function reportPatterns(report: HostReport, patterns: readonly PatternRedirect[]): void {
  for (const { from, known } of patterns.filter(isFromContent)) {
    const effect =
      known.length === 0
        ? 'none of its addresses redirect'
        : `only the ${known.length === 1 ? 'address' : `${known.length} addresses`} of pages on this site will redirect`;
    report.unsupported(
      `cannot match the pattern ${from}, so ${effect}.`,
      'List the addresses one by one, or use a pattern in which every name fills a whole segment between slashes.',
    );
  }
}

/** Warns that a host without status 410 answers 404. */
export function reportGone(report: HostReport, gone: readonly Gone[]): void {
  const written = gone.filter(isFromContent);
  if (written.length === 0) return;
  report.unsupported(
    `has no status 410, so it answers 404 for ${listUrls(written)}.`,
    'Do nothing: search engines drop these addresses anyway, only later.',
  );
}

/** Warns that a host without headers cannot keep browsers from showing files. */
export function reportDownloads(report: HostReport, { downloads }: Deployment): void {
  if (downloads.length === 0) return;
  report.unsupported(
    `sends no headers of yours, so browsers run what you allow with \`attachments\` as part of the site: ${firstFew(downloads, 3)}.`,
    'Remove `attachments` from `site.yaml` unless you trust these files, or choose another host, such as `netlify`.',
  );
}

/** Warns that links with an encoded slash are not found. */
export function reportEncodedSlashes(report: HostReport, { exact, gone }: RedirectTable): void {
  const lost = [...exact, ...gone].flatMap(({ spellings = [] }) =>
    spellings.filter((spelling) => /%2F/i.test(spelling)).map((from) => ({ from })),
  );
  if (lost.length === 0) return;
  report.unsupported(
    `may answer 404 where a slash is written %2F, as in ${listUrls(lost)}; with a plain slash these addresses work.`,
    'Do nothing if only few links lead there: the error page shows the new address.',
  );
}

function reportStatuses(
  report: HostReport,
  redirects: readonly (Redirect | PatternRedirect)[],
): void {
  const changed = redirects.filter(({ status }) => PLAIN_STATUS.has(status));
  if (changed.length === 0) return;
  report.unsupported(
    `has neither status 307 nor 308, so it answers 302 or 301 for ${listUrls(changed)}.`,
    'Write `status: 302` or `status: 301`, which do the same for pages.',
  );
}

/** Statuses with the same effect on GET requests. RFC 9110, section 15.4 */
const PLAIN_STATUS: ReadonlyMap<number, RedirectStatus> = new Map([
  [307, 302],
  [308, 301],
]);

function withPlainStatus<Rule extends Redirect | PatternRedirect>(rule: Rule): Rule {
  return { ...rule, status: PLAIN_STATUS.get(rule.status) ?? rule.status };
}

/** Whether a line of the content asks for it; other redirects come from the old platform. */
function isFromContent({ owner }: { readonly owner: Owner }): boolean {
  return owner.field !== undefined;
}

/** `/a, /b, /c and 2 more` */
export function listUrls(redirects: readonly { readonly from: string }[]): string {
  return firstFew(
    redirects.map(({ from }) => from),
    3,
  );
}
