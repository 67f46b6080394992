/**
 * Vercel: `vercel.json`, with patterns in the syntax of path-to-regexp 6.
 * https://vercel.com/docs/project-configuration
 */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { encodePath } from '../../lib/paths.ts';
import { SPLAT, partsOf, type Part } from '../../lib/patterns.ts';
import type { PageAddress, Redirect } from '../../site/model.ts';
import {
  encodingVariants,
  percentEncode,
  slashVariants,
  sourceVariants,
} from './encoding-variants.ts';
import { headerRules, type HeaderRule } from './headers.ts';
import { decoded, defineHost, grouped, headerList, type Deployment } from './host.ts';
import { listOf, repeatedHeaders, withOwnJson } from './own-json.ts';
import { reportShadowed, rulesOf } from './own-rules.ts';
import { supportedRedirects } from './unsupported.ts';

const FILE = '/vercel.json';

/** https://vercel.com/docs/redirects/configuration-redirects */
const MAX_REDIRECTS = 2048;

export const vercelHost = defineHost('Vercel', (site, report) => {
  const { basePath } = site;
  const { exact, patterns } = supportedRedirects(site, report, { canMatch });
  const root = decoded(basePath);
  const redirects = [
    ...exact.flatMap((redirect) => exactRules(root, redirect)),
    ...patterns.map(({ from, to = '/', status }) => ({
      source: textSource(root) + partsOf(from).map(partSource).join(''),
      destination: textDestination(basePath) + patternDestination(to),
      statusCode: status,
    })),
  ];
  const headers = [...headerRules(site).map(headerRule), ...feedRules(site)];
  // `trailingSlash` would first redirect old addresses without an extension to one with a slash.
  const written = { cleanUrls: false, redirects, headers };
  const config = withOwnJson(site, FILE, written, report);
  const own = site.own.get(FILE);
  if (own !== undefined)
    reportShadowed(site, own, rulesOf(own.json?.['redirects'], ['source', 'destination']), report);
  const count = listOf(config['redirects']).length;
  if (count > MAX_REDIRECTS)
    report.limit(
      `takes at most ${grouped(MAX_REDIRECTS)} redirects. This site has ${grouped(count)}, so deployment would fail.`,
      'Replace redirects of the same shape with a pattern in `redirects.yaml`, or choose another host; `static` has no limit.',
    );
  const whole = {
    ...config,
    headers: [
      ...listOf(config['headers']),
      ...repeatedHeaders(site, FILE, own?.json?.['headers'], headers, report),
    ],
  };
  return { files: [{ path: FILE, content: `${JSON.stringify(whole, null, 2)}\n` }] };
});

/** A destination is a pattern too, in which two adjacent names would run together. */
function canMatch({ to = '' }: PatternRedirect): boolean {
  return !/:[a-z]+:[a-z]/i.test(to);
}

/** In the order in which Vercel must try them. */
function exactRules(root: string, redirect: Redirect) {
  const { to, byQuery, status } = redirect;
  const source = slashVariants(textSource(root) + sourceVariants(redirect, '('), '(/?)');
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
  const text = textSource(decoded(path.replace(/\*$/, '')));
  return {
    source: path.endsWith('*') ? `${text}(.*)` : text,
    headers: headerList(headers),
  };
}

function feedRules({ basePath, feeds }: Deployment) {
  const root = textSource(`${decoded(basePath)}/`);
  return feeds.map(({ name, type }) => ({
    source: `${root}(|.*/)${textSource(name)}`,
    headers: headerList({ 'Content-Type': type }),
  }));
}

/** Sources allow capturing groups only. */
function textSource(text: string): string {
  return encodingVariants(text, '(');
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
      // A digit or underscore would extend the name before it.
      return index === 0 ? text : text.replace(/^\w/, percentEncode);
    })
    .join('');
}

/** Escapes the syntax of path-to-regexp, and `$1`, which Vercel replaces. */
function textDestination(url: string): string {
  return url.replace(/[$:()*+]/g, percentEncode);
}
