/** Apache server configuration. https://httpd.apache.org/docs/2.4/rewrite/rewritemap.html */
import {
  errorLines,
  feedLines,
  headerLines,
  hiddenLines,
  queryExpression,
} from './apache-directives.ts';
import type { HeaderRule } from './headers.ts';
import { defineHost, type Deployment } from './host.ts';
import {
  decodedHeaderRules,
  exactRules,
  indent,
  lowerCase,
  pathsExpression,
  patternRules,
  queryRules,
  quote,
  siteName,
} from './web-server.ts';

export const apacheHost = defineHost('Apache', (site) => ({
  files: [
    { path: '/_hosts/apache/site.conf', content: configuration(site) },
    { path: MAP_FILE, content: mapFile(site) },
  ],
}));

const MAP_FILE = '/_hosts/apache/redirects.txt';

/** The folder of the site, defined by the administrator. */
const ROOT = '${PERENNIAL_ROOT}';

function configuration(site: Deployment): string {
  return `# Include this file in <VirtualHost>, after \`Define PERENNIAL_ROOT /srv/www/blog\`.
# It needs the modules alias, dir, headers and rewrite.
<Directory "${ROOT}">
    Require all granted
    Options -Indexes -MultiViews
    AllowOverride None
    DirectoryIndex index.html
    AddDefaultCharset utf-8
${indent(feedLines(site))}</Directory>

# Labels may hold a slash, which Blogger writes as %2F.
AllowEncodedSlashes On
${hiddenLines(site).join('\n')}

RewriteEngine On
RewriteMap lower int:tolower
RewriteMap escape int:escape
RewriteMap ${siteName(site)} "txt:${ROOT}${MAP_FILE}"
${[...queryLines(site), ...exactLines(site), ...patternLines(site)].join('\n')}

${decodedHeaderRules(site)
  .map((rule, index) => location(rule, index === 0 ? errorLines(site) : []))
  .join('\n')}`;
}

/** One row per path: the escaped, lower-case path, then `301:target`. */
function mapFile(site: Deployment): string {
  const rows = exactRules(site).flatMap(({ paths, target = '', status }) =>
    paths.map((path): [string, string] => [mapKey(path), `${status}:${target}`]),
  );
  return [...new Map(rows)].map(([key, value]) => `${key} ${value}\n`).join('');
}

/** The path after `int:tolower` and `int:escape`. */
function mapKey(path: string): string {
  const encoded = encodeURIComponent(path.toWellFormed());
  return lowerCase(encoded.replace(/%(?:24|26|2B|2C|2F|3A|3B|3D|40)/g, decodeURIComponent));
}

function queryLines(site: Deployment): string[] {
  return queryRules(site).map(
    (rule) => `RewriteCond %{QUERY_STRING} "${queryExpression(rule)}"
RewriteRule "${pathsExpression(rule.paths)}" "${quoteTarget(rule.target)}" [R=${rule.status},NC,NE,L,QSD]`,
  );
}

/** One rule per status. Apache caches lookups in the map file. */
function exactLines(site: Deployment): string[] {
  const lookUp = `\${${siteName(site)}:\${escape:\${lower:%{REQUEST_URI}}}}`;
  const statuses = new Set([...exactRules(site).map(({ status }) => status), 410]);
  return [...statuses].map((status) => {
    const rule =
      status === 410
        ? `RewriteRule ^ - [R=${status},L]`
        : `RewriteRule ^ %1 [R=${status},NE,L,QSD]`;
    return `RewriteCond ${lookUp} ^${status}:(.*)$\n${rule}`;
  });
}

/** Backslashes in quotes need no escape in a `RewriteRule`, which percent-encodes the target. */
function patternLines(site: Deployment): string[] {
  return patternRules(site, true, quoteTarget).map(({ source, target, status }) =>
    target === undefined
      ? `RewriteRule "${source}" - [R=${status},L]`
      : `RewriteRule "${source}" "${target}" [R=${status},L,QSD]`,
  );
}

/** Escapes `$1` and `%1` in a decoded path. */
function quoteTarget(path: string): string {
  return path.replace(/[\\$%]/g, String.raw`\$&`);
}

function location({ path, headers }: HeaderRule, more: readonly string[]): string {
  const lines = indent([...more, ...headerLines(headers)]);
  return path.endsWith('*')
    ? `<Location ${quote(path.slice(0, -1))}>\n${lines}</Location>\n`
    : `<LocationMatch ${quote(pathsExpression([path]))}>\n${lines}</LocationMatch>\n`;
}
