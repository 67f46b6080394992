/**
 * Azure Static Web Apps: `staticwebapp.config.json`.
 * https://learn.microsoft.com/azure/static-web-apps/configuration
 */
import type { PatternRedirect, Redirect } from '../../addresses/redirect.ts';
import { encodePath } from '../../lib/paths.ts';
import { namesOf, partsOf } from '../../lib/patterns.ts';
import { headerRules } from './headers.ts';
import { defineHost, grouped, type Deployment } from './host.ts';
import { listOf, withOwnJson } from './own-json.ts';
import { reportShadowed, rulesOf } from './own-rules.ts';
import { encodings } from './redirects-file.ts';
import { listUrls, supportedRedirects } from './unsupported.ts';

const FILE = '/staticwebapp.config.json';

/** https://learn.microsoft.com/azure/static-web-apps/quotas */
const MAX_BYTES = 20_000;

/** Wildcard at the end of a route. */
const RESERVED = /\*/;

export const azureHost = defineHost('Azure Static Web Apps', (site, report) => {
  const { exact, patterns } = supportedRedirects(site, report, { canMatch, has307: false });
  const own = site.own.get(FILE);
  const rules = rulesOf(own?.json?.['routes'], ['route', 'redirect']);
  if (own !== undefined) {
    reportShadowed(site, own, rules, report);
    const folders = headerRules(site).filter(({ path }) => rules.some(({ from }) => from === path));
    if (folders.length > 0)
      report.yields(
        own,
        `has routes for ${listUrls(folders.map(({ path }) => ({ from: path })))}, which replace the caching of the build`,
      );
  }
  const hasRoom = (redirects: readonly Redirect[]): boolean =>
    sizeOf(JSON.stringify(configuration(site, redirects, patterns))) + sizeOf(own?.text ?? '') <
    MAX_BYTES;
  const fitting = [exact.flatMap(withoutSlash), exact].find(hasRoom);
  const stubs = fitting === undefined ? exact.filter(isKept) : [];
  const redirects = fitting ?? exact.filter((redirect) => !isKept(redirect));
  const config = withOwnJson(site, FILE, configuration(site, redirects, patterns), report);
  const content = `${JSON.stringify(config)}\n`;
  const bytes = sizeOf(content);
  if (bytes > MAX_BYTES)
    report.limit(
      `reads at most 20 KB of staticwebapp.config.json. The ${grouped(listOf(config['routes']).length)} routes of this site take ${Math.ceil(bytes / 1000)} KB, so deployment would fail.`,
      'Set `host: static`, which also works on Azure: each old address becomes a small page that redirects.',
    );
  return { files: [{ path: FILE, content }], stubs };
});

const sizeOf = Buffer.byteLength;

/** Whether a feed can stay at the old address. */
function isKept({ keeps }: Redirect): boolean {
  return keeps !== undefined;
}

function configuration(
  site: Deployment,
  exact: readonly Redirect[],
  patterns: readonly PatternRedirect[],
) {
  const { basePath, feeds, notFound } = site;
  const [siteWide, ...byFolder] = headerRules(site);
  const routes = [
    ...exact.flatMap((redirect) =>
      encodings(redirect, RESERVED).map((path) => ({
        route: basePath + path,
        redirect: redirect.to.url,
        statusCode: redirect.status,
      })),
    ),
    ...patterns.map(({ from, to = '/', status }) => ({
      route: basePath + encodePath(from),
      redirect: basePath + encodePath(to),
      statusCode: status,
    })),
    ...byFolder.map(({ path, headers }) => ({ route: path, headers })),
    // Wildcards match only at the end, so feeds of tags and authors get the type of their extension.
    ...feeds.map(({ name, type }) => ({
      route: `${basePath}/${name}`,
      headers: { 'Content-Type': type },
    })),
  ];
  return {
    routes,
    responseOverrides: { 404: { rewrite: notFound.url } },
    globalHeaders: siteWide?.headers,
  };
}

/** Azure does not document whether a route with a slash at the end matches without it. */
function withoutSlash(redirect: Redirect): Redirect[] {
  const { from, spellings = [] } = redirect;
  if (!from.endsWith('/')) return [redirect];
  const [bare = '', ...others] = [from, ...spellings].map((path) => path.replace(/\/$/, ''));
  return [redirect, { ...redirect, from: bare, spellings: others }];
}

/** Azure matches only a trailing wildcard, and cannot insert what it matched. */
function canMatch({ from, to = '' }: PatternRedirect): boolean {
  return namesOf(to).length === 0 && partsOf(from).every(({ kind }) => kind !== 'name');
}
