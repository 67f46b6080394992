/**
 * Vercel: `vercel.json`, with patterns in the syntax of path-to-regexp 6.
 * https://vercel.com/docs/project-configuration
 */
import type { Problems } from '../../lib/problem.ts';
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { decodePath, encodePath } from '../../lib/paths.ts';
import type { PageAddress, Redirect } from '../../site/model.ts';
import { SPLAT, partsOf, type Part } from '../../lib/patterns.ts';
import { slashVariants, encodingVariants, percentEncode } from './encoding-variants.ts';
import { headerRules, type HeaderRule } from './headers.ts';
import { reportLimit, type Deployment, type Host } from './host.ts';
import { matchable, reportGone } from './unsupported.ts';

const TITLE = 'Vercel';

/** https://vercel.com/docs/redirects/configuration-redirects */
const MAX_REDIRECTS = 2048;

export const vercelHost: Host = {
  title: TITLE,
  emit: (site, problems) => {
    const { basePath } = site;
    const { exact, patterns, gone } = matchable(site, TITLE, canMatch, problems);
    reportGone(site, TITLE, [...site.redirects.gone, ...gone], problems);
    const root = decodePath(basePath) ?? basePath;
    const redirects = [
      ...exact.flatMap((redirect) => exactRules(root, redirect)),
      ...patterns.map(({ from, to = '/', status }) => ({
        source: textSource(root) + patternSource(from),
        destination: textDestination(basePath) + patternDestination(to),
        statusCode: status,
      })),
    ];
    if (redirects.length > MAX_REDIRECTS) reportMany(site, redirects.length, problems);
    const headers = [...headerRules(site).map(headerRule), ...feedRules(site)];
    // With `trailingSlash`, an old address without an extension would first be sent to one with a slash.
    const config = { cleanUrls: false, redirects, headers };
    return {
      files: [{ path: '/vercel.json', content: `${JSON.stringify(config, null, 2)}\n` }],
      stubs: [],
    };
  },
};

/** Two names in a row could not be told apart in a target, which is a pattern itself. */
function canMatch({ to }: PatternRedirect): boolean {
  return to !== undefined && !/:[a-z]+:[a-z]/i.test(to);
}

function reportMany(site: Deployment, count: number, problems: Problems): void {
  const [most, own] = [MAX_REDIRECTS, count].map((number) => number.toLocaleString('en'));
  const message = `${TITLE} takes ${most} redirects, and the site has ${own}, so it would not be deployed.`;
  const hint =
    'Write patterns in `redirects.yaml` in place of redirects of one shape, or choose another host; `static` has no limit.';
  reportLimit(site, { message, hint }, problems);
}

/** The rules of a redirect, in the order in which they are tried. */
function exactRules(root: string, { from, to, byQuery, status }: Redirect) {
  const source = slashVariants(textSource(root + from), '(/?)');
  const ruleTo = ({ url }: PageAddress) => ({
    source,
    destination: textDestination(url),
    statusCode: status,
  });
  if (byQuery === undefined) return [ruleTo(to)];
  const { name, value } = byQuery;
  return [{ ...ruleTo(byQuery.to), has: [{ type: 'query', key: name, value }] }, ruleTo(to)];
}

function headerRule({ path, headers }: HeaderRule) {
  const folder = path.replace(/\*$/, '');
  return {
    source: `${textSource(decodePath(folder) ?? folder)}(.*)`,
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  };
}

function feedRules({ basePath, feeds }: Deployment) {
  const root = textSource(`${decodePath(basePath) ?? basePath}/`);
  return feeds.map(({ name, type }) => ({
    source: `${root}(|.*/)${textSource(name)}`,
    headers: [{ key: 'Content-Type', value: type }],
  }));
}

/** Only groups that capture are allowed in a source. */
function textSource(text: string): string {
  return encodingVariants(text, '(');
}

function patternSource(pattern: string): string {
  return partsOf(pattern).map(partSource).join('');
}

function partSource(part: Part): string {
  if (part.kind === 'text') return textSource(part.text);
  // A second slash in a target could name another host.
  return part.kind === 'rest' ? `:${SPLAT}(|[^/].*)` : `:${part.name}([^/]+?)`;
}

function patternDestination(target: string): string {
  return partsOf(target)
    .map((part, index) => {
      if (part.kind !== 'text') return part.kind === 'rest' ? '%2A' : `:${part.name}`;
      const text = textDestination(encodePath(part.text));
      // A name would go on in a digit or an underscore.
      return index === 0 ? text : text.replace(/^\w/, percentEncode);
    })
    .join('');
}

/** What would mean something to path-to-regexp, or to Vercel that fills in `$1`. */
function textDestination(url: string): string {
  return url.replace(/[$:()*+]/g, percentEncode);
}
