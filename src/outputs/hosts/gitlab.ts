/**
 * GitLab Pages: `_redirects`, which it reads only up to a limit, and stubs for the rest.
 * https://docs.gitlab.com/user/project/pages/redirects/
 * https://gitlab.com/gitlab-org/gitlab-pages/-/tree/master/internal/redirects
 */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import type { Redirect } from '../../site/model.ts';
import { percentEncode } from './encoding-variants.ts';
import { decoded, defineHost, type Deployment, type HostReport } from './host.ts';
import {
  encodePattern,
  hasWholeSegments,
  ownRedirects,
  redirectLine,
  redirectsFile,
} from './redirects-file.ts';
import { ruleLines } from './own-rules.ts';
import { allocate, sizeOf } from './rule-limit.ts';
import { reportDownloads, supportedRedirects } from './unsupported.ts';

const MAX_RULES = 1_000;
/** GitLab ignores a larger file altogether. */
const MAX_BYTES = 65_536;
const MAX_SLASHES = 25;

export const gitlabHost = defineHost('GitLab Pages', (site, report) => {
  const { exact, patterns } = supportedRedirects(site, report, {
    canMatch: (pattern) => canMatch(site, pattern),
    has307: false,
  });
  // GitLab decodes the request and compares it with the rule as written.
  const root = decoded(site.basePath);
  const patternLines = patterns.map(({ from, to = '', status }) =>
    redirectLine(
      root + from,
      site.basePath + encodePattern(to).replaceAll('$', percentEncode),
      status,
    ),
  );
  const own = ownRedirects(site, report);
  const fixed = [...own, ...patternLines];
  const limit = {
    lines: MAX_RULES - ruleLines(fixed).length,
    bytes: MAX_BYTES - sizeOf(fixed),
  };
  if (limit.lines < 0 || limit.bytes < 0)
    report.limit(
      `reads at most 1,000 rules and 64 KB of \`_redirects\`. The patterns of this site${own.length === 0 ? '' : ' and the rules of `public/_redirects`'} exceed that, so it would ignore the file.`,
      'Write fewer patterns in `redirects.yaml`, or choose another host, such as `netlify`.',
    );
  const { lines, stubs } = allocate(exact, (redirect) => linesOf(root, redirect), limit);
  reportFeeds(report, stubs);
  reportDownloads(report, site);
  return { files: redirectsFile([...own, ...lines, ...patternLines]), stubs };
});

/** The stub of a feed is an `index.xml`, which GitLab does not serve as the index of a folder. */
function reportFeeds(report: HostReport, stubs: readonly Redirect[]): void {
  const lost = stubs.filter(({ kind, from }) => kind === 'feed' && !/\.xml$/i.test(from));
  const [first] = lost;
  if (first === undefined) return;
  report.unsupported(
    `has no room for rules for ${lost.length} old feed URLs, such as ${first.from}, so their subscribers will get no new posts.`,
    'Choose another host, such as `netlify`, if these feeds have readers.',
  );
}

function linesOf(root: string, { from, to, status }: Redirect): string[] {
  const source = root + from;
  if (!isReadable(source) || /\/(?::[a-z]+|\*)(?:\/|$)/i.test(source)) return [];
  // Placeholders in a target, even if the source has none.
  return [redirectLine(source, to.url.replace(/[$:*]/g, percentEncode), status)];
}

function canMatch({ basePath }: Deployment, { from, to = '' }: PatternRedirect): boolean {
  return (
    isReadable(decoded(basePath) + from) &&
    hasWholeSegments(from) &&
    // A name may begin with a backslash, and `/\example.org` is another host.
    !(basePath + to).startsWith('/:')
  );
}

/** Whether GitLab can read a rule for this decoded path. */
function isReadable(path: string): boolean {
  return !/[\s\p{Cc}%?#]/u.test(path) && path.split('/').length - 1 <= MAX_SLASHES;
}
