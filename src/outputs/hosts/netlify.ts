/**
 * Netlify: `_redirects` and `_headers`.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 * https://docs.netlify.com/manage/routing/headers/
 */
import { encodePath } from '../../lib/paths.ts';
import type { Redirect } from '../../site/model.ts';
import { defineHost } from './host.ts';
import { ruleLines } from './own-rules.ts';
import {
  encodings,
  hasWholeSegments,
  headersFile,
  ownRedirects,
  patternLine,
  redirectLine,
  redirectsFile,
} from './redirects-file.ts';
import { allocate } from './rule-limit.ts';
import { supportedRedirects } from './unsupported.ts';

/** Netlify advises against 10,000 and more. */
const MAX_RULES = 9_999;

/** Placeholders and splats. */
const RESERVED = /\/:|\*/;

export const netlifyHost = defineHost('Netlify', (site, report) => {
  const { basePath, notFound } = site;
  const { exact, patterns } = supportedRedirects(site, report, {
    // A splat may begin with a slash, and `//example.org` is another host.
    canMatch: ({ from, to = '' }) =>
      hasWholeSegments(from) && !(basePath + to).startsWith('/:splat'),
    has410: true,
    has307: false,
  });
  const last = [
    ...site.redirects.gone.flatMap((gone) =>
      encodings(gone, RESERVED).map((path) => redirectLine(basePath + path, notFound.url, '410!')),
    ),
    ...patterns.map(({ from, to = notFound.path, status }) =>
      patternLine(basePath, from, to, status),
    ),
    // Netlify finds the error page at the root by itself, but not in a folder.
    ...(basePath === '' ? [] : [redirectLine(`${basePath}/*`, notFound.url, 404)]),
  ];
  const own = ownRedirects(site, report);
  const { lines, stubs } = allocate(exact, (redirect) => linesOf(basePath, redirect), {
    lines: MAX_RULES - last.length - ruleLines(own).length,
    bytes: Infinity,
  });
  const reserved = exact.filter(({ from }) => RESERVED.test(encodePath(from)));
  return {
    files: [...redirectsFile([...own, ...lines, ...last]), headersFile(site, report)],
    stubs: [...stubs, ...reserved],
  };
});

/** Rules for one redirect. `!` makes them win over files, such as the stubs of another host. */
function linesOf(basePath: string, redirect: Redirect): string[] {
  const { to, byQuery, status } = redirect;
  const end = `${status}!`;
  return encodings(redirect, RESERVED).flatMap((path) => [
    ...(byQuery === undefined
      ? []
      : [`${basePath + path} ${byQuery.name}=${byQuery.value} ${byQuery.to.url} ${end}`]),
    redirectLine(basePath + path, to.url, end),
  ]);
}
