/**
 * Netlify: `_redirects` and `_headers`.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 * https://docs.netlify.com/manage/routing/headers/
 */
import { encodePath } from '../../lib/paths.ts';
import type { Redirect } from '../../site/model.ts';
import type { Host } from './host.ts';
import { matchable, plainStatus, reportGone, reportStatuses } from './unsupported.ts';
import {
  hasWholeSegments,
  headersFile,
  patternLine,
  redirectLine,
  redirectsFile,
  spellings,
} from './redirects-file.ts';
import { byNeed, allocate } from './rule-limit.ts';

const TITLE = 'Netlify';

/** Netlify advises against 10,000 and more. */
const MAX_RULES = 9_999;

/** What a rule takes for a placeholder or a splat. */
const RESERVED = /\/:|\*/;

export const netlifyHost: Host = {
  title: TITLE,
  emit: (site, problems) => {
    const { basePath, notFound, redirects } = site;
    const matched = matchable(
      site,
      TITLE,
      // What a star stands for may begin with a slash, and `//example.org` is another host.
      ({ from, to = '' }) => hasWholeSegments(from) && !(basePath + to).startsWith('/:splat'),
      problems,
    );
    reportGone(site, TITLE, matched.gone, problems);
    reportStatuses(site, TITLE, problems);
    const last = [
      ...redirects.gone.flatMap(({ from }) =>
        spellings(from, RESERVED).map((path) =>
          redirectLine(basePath + path, notFound.url, '410!'),
        ),
      ),
      ...matched.patterns.map(({ from, to = notFound.path, status }) =>
        patternLine(basePath, from, to, plainStatus(status)),
      ),
      // Netlify finds the error page of a whole host by itself, not that of a folder.
      ...(basePath === '' ? [] : [redirectLine(`${basePath}/*`, notFound.url, 404)]),
    ];
    const { lines, others } = allocate(
      byNeed(matched.exact),
      (redirect) => linesOf(basePath, redirect),
      { lines: MAX_RULES - last.length, bytes: Infinity },
    );
    const reserved = matched.exact.filter(({ from }) => RESERVED.test(encodePath(from)));
    return {
      files: [...redirectsFile([...lines, ...last]), headersFile(site)],
      stubs: [...others, ...reserved],
    };
  },
};

/** The rules of a redirect. `!` is for addresses where a file stands, such as the stub of another host. */
function linesOf(basePath: string, { from, to, byQuery, status }: Redirect): string[] {
  const end = `${plainStatus(status)}!`;
  return spellings(from, RESERVED).flatMap((path) => [
    ...(byQuery === undefined
      ? []
      : [`${basePath + path} ${byQuery.name}=${byQuery.value} ${byQuery.to.url} ${end}`]),
    redirectLine(basePath + path, to.url, end),
  ]);
}
