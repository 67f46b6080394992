/**
 * Azure Static Web Apps: `staticwebapp.config.json`.
 * https://learn.microsoft.com/azure/static-web-apps/configuration
 */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { encodePath } from '../../lib/paths.ts';
import { namesOf, partsOf } from '../../lib/patterns.ts';
import type { Problems } from '../../lib/problem.ts';
import { headerRules } from './headers.ts';
import { reportLimit, type Deployment, type Host } from './host.ts';
import { matchable, plainStatus, reportGone, reportStatuses } from './unsupported.ts';
import { spellings } from './redirects-file.ts';

const TITLE = 'Azure Static Web Apps';

/** https://learn.microsoft.com/azure/static-web-apps/quotas */
const MAX_BYTES = 20_000;

/** Stands for any rest at the end of a route. */
const RESERVED = /\*/;

export const azureHost: Host = {
  title: TITLE,
  emit: (site, problems) => {
    const { basePath, feeds, notFound, redirects } = site;
    const { exact, patterns, gone } = matchable(site, TITLE, canMatch, problems);
    reportGone(site, TITLE, [...redirects.gone, ...gone], problems);
    reportStatuses(site, TITLE, problems);
    const [everywhere, ...some] = headerRules(site);
    const config = {
      routes: [
        ...exact.flatMap(({ from, to, status }) =>
          spellings(from, RESERVED).map((path) => ({
            route: basePath + path,
            redirect: to.url,
            statusCode: plainStatus(status),
          })),
        ),
        ...patterns.map(({ from, to = '/', status }) => ({
          route: basePath + encodePath(from),
          redirect: basePath + encodePath(to),
          statusCode: plainStatus(status),
        })),
        ...some.map(({ path, headers }) => ({ route: path, headers })),
        // A star stands at the end alone, so the feeds of tags and authors have the types of their extensions.
        ...feeds.map(({ name, type }) => ({
          route: `${basePath}/${name}`,
          headers: { 'Content-Type': type },
        })),
      ],
      responseOverrides: { 404: { rewrite: notFound.url } },
      globalHeaders: everywhere?.headers,
    };
    const content = `${JSON.stringify(config)}\n`;
    reportSize(site, Buffer.byteLength(content), config.routes.length, problems);
    return { files: [{ path: '/staticwebapp.config.json', content }], stubs: [] };
  },
};

/** Only a star at the end matches, and nothing of the address can be kept. */
function canMatch({ from, to }: PatternRedirect): boolean {
  return (
    to !== undefined &&
    namesOf(to).length === 0 &&
    partsOf(from).every(({ kind }) => kind !== 'name')
  );
}

function reportSize(site: Deployment, bytes: number, routes: number, problems: Problems): void {
  if (bytes <= MAX_BYTES) return;
  const message = `${TITLE} reads 20 KB of staticwebapp.config.json, and with the site's ${routes.toLocaleString('en')} routes it has ${Math.ceil(bytes / 1000)} KB, so it would not be deployed.`;
  const hint =
    'Write `host: static`, which works there too: each old address is then a small page that leads on.';
  reportLimit(site, { message, hint }, problems);
}
