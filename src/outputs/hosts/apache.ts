/** Apache's server configuration. https://httpd.apache.org/docs/2.4/rewrite/rewritemap.html */
import {
  errorLines,
  feedLines,
  headerLine,
  hiddenLines,
  queryExpression,
  quote,
} from './apache-directives.ts';
import type { HeaderRule } from './headers.ts';
import type { Deployment, Host } from './host.ts';
import {
  decodedHeaderRules,
  exactRules,
  goneRules,
  lowerCase,
  pathsExpression,
  patternRules,
  queryRules,
  quoteExpression,
  siteName,
  type Rule,
} from './web-server.ts';

export const apacheHost: Host = {
  title: 'Apache',
  emit: (site) => ({
    files: [
      { path: '/_hosts/apache/site.conf', content: configuration(site) },
      { path: MAP_FILE, content: mapFile(site) },
    ],
    stubs: [],
  }),
};

const MAP_FILE = '/_hosts/apache/redirects.txt';

/** The folder of the site, which the administrator defines. */
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
${feedLines(site)
  .map((line) => `    ${line}\n`)
  .join('')}</Directory>

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

/** Rows of a path, escaped and in lower case, and of its answer and target. */
function mapFile(site: Deployment): string {
  const rows = new Map([
    ...exactRules(site).flatMap((rule) => rowsOf(rule.paths, answerOf(rule) + rule.target)),
    ...goneRules(site).flatMap((paths) => rowsOf(paths, GONE)),
  ]);
  return [...rows].map(([key, value]) => `${key} ${value}\n`).join('');
}

function rowsOf(paths: readonly string[], value: string): [string, string][] {
  return paths.map((path) => [keyOf(path), value]);
}

/** What `int:tolower` and `int:escape` make of a path. */
function keyOf(path: string): string {
  const encoded = encodeURIComponent(path.toWellFormed());
  return lowerCase(encoded.replace(/%(?:24|26|2B|2C|2F|3A|3B|3D|40)/g, decodeURIComponent));
}

const GONE = '410:';

/** How a rule is answered: `301:`. */
function answerOf({ status }: Rule): string {
  return `${status}:`;
}

function queryLines(site: Deployment): string[] {
  return queryRules(site).map(
    (rule) => `RewriteCond %{QUERY_STRING} "${queryExpression(rule)}"
RewriteRule "${pathsExpression(rule.paths)}" "${quoteTarget(rule.target)}" [R=${rule.status},NC,NE,L,QSD]`,
  );
}

/** A rule for each way to answer. Apache remembers what it has looked up in the file. */
function exactLines(site: Deployment): string[] {
  const lookUp = `\${${siteName(site)}:\${escape:\${lower:%{REQUEST_URI}}}}`;
  const answers = [...new Set(exactRules(site).map(answerOf)), GONE];
  return answers.map((answer) => {
    const status = answer.slice(0, -1);
    const rule =
      answer === GONE
        ? `RewriteRule ^ - [R=${status},L]`
        : `RewriteRule ^ %1 [R=${status},NE,L,QSD]`;
    return `RewriteCond ${lookUp} ^${answer}(.*)$\n${rule}`;
  });
}

/** `RewriteRule` takes what stands between quotes as it is, and percent-encodes the target. */
function patternLines(site: Deployment): string[] {
  return patternRules(site, quoteExpression, quoteTarget, (number) => `$${number}`).map(
    ({ source, target, status }) =>
      target === undefined
        ? `RewriteRule "${source}" - [R=${status},L]`
        : `RewriteRule "${source}" "${target}" [R=${status},L,QSD]`,
  );
}

/** A decoded path in which neither `$1` nor `%1` means something. */
function quoteTarget(path: string): string {
  return path.replace(/[\\$%]/g, String.raw`\$&`);
}

function location({ path, headers }: HeaderRule, more: readonly string[]): string {
  const lines = Object.entries(headers).map(([name, value]) => headerLine(name, value));
  const place = path.replace(/\*$/, '');
  return `<Location ${quote(place)}>
${[...more, ...lines].map((line) => `    ${line}\n`).join('')}</Location>
`;
}
