/**
 * Azure Static Web Apps: `staticwebapp.config.json`.
 * https://learn.microsoft.com/azure/static-web-apps/configuration
 */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { encodePath } from '../../lib/paths.ts';
import { namesOf, partsOf } from '../../lib/patterns.ts';
import { headerRules } from './headers.ts';
import { defineHost, grouped } from './host.ts';
import { encodings } from './redirects-file.ts';
import { supportedRedirects } from './unsupported.ts';

/** https://learn.microsoft.com/azure/static-web-apps/quotas */
const MAX_BYTES = 20_000;

/** Wildcard at the end of a route. */
const RESERVED = /\*/;

export const azureHost = defineHost('Azure Static Web Apps', (site, report) => {
  const { basePath, feeds, notFound } = site;
  const { exact, patterns } = supportedRedirects(site, report, { canMatch, has307: false });
  const [siteWide, ...byFolder] = headerRules(site);
  const config = {
    routes: [
      ...exact.flatMap(({ from, to, status }) =>
        encodings(from, RESERVED).map((path) => ({
          route: basePath + path,
          redirect: to.url,
          statusCode: status,
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
    ],
    responseOverrides: { 404: { rewrite: notFound.url } },
    globalHeaders: siteWide?.headers,
  };
  const content = `${JSON.stringify(config)}\n`;
  const bytes = Buffer.byteLength(content);
  if (bytes > MAX_BYTES)
    report.limit(
      `reads at most 20 KB of staticwebapp.config.json. The ${grouped(config.routes.length)} routes of this site take ${Math.ceil(bytes / 1000)} KB, so deployment would fail.`,
      'Set `host: static`, which also works on Azure: each old address becomes a small page that redirects.',
    );
  return { files: [{ path: '/staticwebapp.config.json', content }] };
});

/** Azure matches only a trailing wildcard, and cannot insert what it matched. */
function canMatch({ from, to = '' }: PatternRedirect): boolean {
  return namesOf(to).length === 0 && partsOf(from).every(({ kind }) => kind !== 'name');
}
