/**
 * GitLab Pages: `_redirects`, of which it reads a part only, and stubs for the rest.
 * https://docs.gitlab.com/user/project/pages/redirects/
 * https://gitlab.com/gitlab-org/gitlab-pages/-/tree/master/internal/redirects
 */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { decodePath } from '../../lib/paths.ts';
import type { Problems } from '../../lib/problem.ts';
import type { Redirect } from '../../site/model.ts';
import { percentEncode } from './encoding-variants.ts';
import { reportUnsupported, reportLimit, type Deployment, type Host } from './host.ts';
import { matchable, plainStatus, reportGone, reportStatuses } from './unsupported.ts';
import { encodePattern, hasWholeSegments, redirectLine, redirectsFile } from './redirects-file.ts';
import { byNeed, allocate, sizeOf } from './rule-limit.ts';

const TITLE = 'GitLab Pages';

const MAX_RULES = 1_000;
/** Of a larger file nothing is read. */
const MAX_BYTES = 65_536;
const MAX_SLASHES = 25;

export const gitlabHost: Host = {
  title: TITLE,
  emit: (site, problems) => {
    const { exact, patterns, gone } = matchable(
      site,
      TITLE,
      (pattern) => canMatch(site, pattern),
      problems,
    );
    reportGone(site, TITLE, [...site.redirects.gone, ...gone], problems);
    reportStatuses(site, TITLE, problems);
    const shapes = patterns.map(({ from, to = '', status }) =>
      redirectLine(
        basePath(site) + from,
        site.basePath + encodePattern(to).replaceAll('$', percentEncode),
        plainStatus(status),
      ),
    );
    const limit = { lines: MAX_RULES - shapes.length, bytes: MAX_BYTES - sizeOf(shapes) };
    if (limit.lines < 0 || limit.bytes < 0)
      reportLimit(
        site,
        {
          message: `${TITLE} reads 1,000 rules and 64 KB of \`_redirects\`, and the patterns of the site are more, so it would read none.`,
          hint: 'Write fewer patterns in `redirects.yaml`, or choose another host, such as `netlify`.',
        },
        problems,
      );
    const { lines, others } = allocate(byNeed(exact), (redirect) => linesOf(site, redirect), limit);
    reportFeeds(site, others, problems);
    return { files: redirectsFile([...lines, ...shapes]), stubs: others };
  },
};

/** A feed without a rule is a file `index.xml`, which GitLab does not look for in a folder. */
function reportFeeds(site: Deployment, stubs: readonly Redirect[], problems: Problems): void {
  const lost = stubs.filter(({ kind, from }) => kind === 'feed' && !/\.xml$/i.test(from));
  const [first] = lost;
  if (first === undefined) return;
  const message = `${TITLE} has no rule for ${lost.length} old addresses of feeds, such as ${first.from}, so those who follow them hear of no new post.`;
  const hint = 'Choose another host, such as `netlify`, if these feeds have readers.';
  reportUnsupported(site, { message, hint }, problems);
}

/** GitLab decodes what is asked for, and compares it with the rule as it is written. */
function basePath(site: Deployment): string {
  return decodePath(site.basePath) ?? site.basePath;
}

function linesOf(site: Deployment, { from, to, status }: Redirect): string[] {
  const source = basePath(site) + from;
  if (!isReadable(source) || /\/(?::[a-z]+|\*)(?:\/|$)/i.test(source)) return [];
  // In a target, these are the beginnings of names also where nothing is to be filled in.
  const target = to.url.replace(/[$:*]/g, percentEncode);
  return [redirectLine(source, target, plainStatus(status))];
}

function canMatch(site: Deployment, { from, to }: PatternRedirect): boolean {
  return (
    to !== undefined &&
    isReadable(basePath(site) + from) &&
    hasWholeSegments(from) &&
    // What a name stands for may begin with a backslash, and `/\example.org` is another host.
    !(site.basePath + to).startsWith('/:')
  );
}

/** Whether a path, decoded, can stand in a rule. */
function isReadable(path: string): boolean {
  return !/[\s\p{Cc}%?#]/u.test(path) && path.split('/').length - 1 <= MAX_SLASHES;
}
