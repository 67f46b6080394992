/** Caddy 2. https://caddyserver.com/docs/caddyfile/directives */
import { defineHost, type Deployment } from './host.ts';
import {
  basePath,
  decodedHeaderRules,
  exactRules,
  HIDDEN,
  indent,
  lowerCase,
  pathsExpression,
  patternRules,
  queryRules,
  quoteExpression,
  type PatternRule,
} from './web-server.ts';

export const caddyHost = defineHost('Caddy', (site) => ({
  files: [{ path: '/_hosts/caddy/site.caddy', content: configuration(site) }],
}));

function configuration(site: Deployment): string {
  const base = basePath(site);
  const page = quote(base + site.notFound.path);
  const patterns = patternRules(
    site,
    false,
    (text) => text,
    (number) => `{re.old.${number}}`,
  );
  const queries = queryRules(site);
  const headers = decodedHeaderRules(site);
  return `# Import this file in the block of the site, after its \`root\`.
map {path} {old.target} {old.status} {
${indent([...mapRows(site), 'default "" ""'], '\t')}}

@site path ${base === '' ? '/*' : `${quote(base)} ${quote(`${base}/*`)}`}
@old expression \`{old.target} != ""\`
@gone expression \`{old.target} == "${GONE}"\`
@moved expression \`!({old.target} in ["", "${GONE}"])\`
@capital path_regexp [A-Z]
@folder {
	not path */
	file {path}/index.html
}
${[
  ...patterns.map(({ source }, index) => `@pattern${index} path_regexp old ${quote(source)}\n`),
  // A plain path could hold a placeholder.
  ...headers.map(({ path }, index) =>
    path.endsWith('*') ? '' : `@file${index} path_regexp ${quote(pathsExpression([path]))}\n`,
  ),
  // Only files that exist: the error page keeps its own type.
  ...site.feeds.map(({ name }, index) =>
    namedMatcher(`feed${index}`, [`path ${quote(`*/${name}`)}`, 'file']),
  ),
  ...queries.map(({ paths, name, value }, index) =>
    namedMatcher(`query${index}`, [
      `path ${paths.map(quote).join(' ')}`,
      `query ${quote(`${name}=${value}`)}`,
    ]),
  ),
].join('')}
route @site {
${indent(
  [
    ...headers.flatMap((rule, index) =>
      Object.entries(rule.headers).map(
        ([name, value]) =>
          `header ${rule.path.endsWith('*') ? quote(rule.path) : `@file${index}`} ${name} ${quote(value)}`,
      ),
    ),
    ...site.feeds.map(({ type }, index) => `header @feed${index} Content-Type ${quote(type)}`),
    ...queries.map(
      ({ target, status }, index) => `redir @query${index} ${quote(target)} ${status}`,
    ),
    ...route('@old', ['error @gone 410', ANSWER]),
    ...patterns.flatMap((rule, index) => patternRoute(rule, `@pattern${index}`)),
    // Caddy's own redirect to a folder drops the query, which the search needs.
    ...redirectRoute('@folder', '{path}/?{query}', 301),
    'file_server {',
    `\thide ${HIDDEN.map((path) => path.slice(1)).join(' ')}`,
    '\tprecompressed zstd br gzip',
    '}',
  ],
  '\t',
)}}

handle_errors {
	route @site {
${indent(
  [
    // The exact URL was not found, so try it in lower case.
    ...route('@capital', [...LOWER_CASE, ...route('@moved', [ANSWER])]),
    `rewrite * ${page}`,
    'file_server',
  ],
  '\t\t',
)}\t}
}
`;
}

/** Target of what is gone. */
const GONE = 'gone';

/** Redirects a URL that is in the map. */
const ANSWER = 'redir {old.target} {old.status}';

const LOWER_CASE = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(
  (letter) => `uri replace ${letter} ${lowerCase(letter)}`,
);

/** Every URL as written and in lower case, because Caddy is case-sensitive. */
function mapRows(site: Deployment): string[] {
  const rows = exactRules(site).flatMap(({ paths, status, target }) =>
    paths
      .flatMap((path) => [path, lowerCase(path)])
      .map((path): [string, string] => [
        path,
        `${target === undefined ? GONE : quote(target)} ${status}`,
      ]),
  );
  return [...new Map(rows)].map(([path, answer]) => `${mapKey(path)} ${answer}`);
}

/** A brace would begin a placeholder even in quotes, so such paths become regular expressions. */
function mapKey(path: string): string {
  return quote(path.includes('{') ? `~^${quoteExpression(path)}$` : path);
}

/** A matcher that requires every line. */
function namedMatcher(name: string, lines: readonly string[]): string {
  return `@${name} {\n${indent(lines, '\t')}}\n`;
}

function route(matcher: string, lines: readonly string[]): string[] {
  return [`route ${matcher} {`, ...lines.map((line) => `\t${line}`), '}'];
}

function patternRoute({ target, status }: PatternRule, matcher: string): string[] {
  return target === undefined
    ? [`error ${matcher} ${status}`]
    : redirectRoute(matcher, quote(`${target}?`), status);
}

/** Redirects through `rewrite`, which percent-encodes captured groups again. */
function redirectRoute(matcher: string, target: string, status: number): string[] {
  return route(matcher, [`rewrite * ${target}`, `redir * {uri} ${status}`]);
}

/** A quoted token without braces. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
