/** Caddy 2. https://caddyserver.com/docs/caddyfile/directives */
import type { HeaderRule } from './headers.ts';
import type { Deployment, Host } from './host.ts';
import {
  basePath,
  decodedHeaderRules,
  exactRules,
  goneRules,
  HIDDEN,
  lowerCase,
  patternRules,
  queryRules,
  quoteExpression,
  type PatternRule,
} from './web-server.ts';

export const caddyHost: Host = {
  title: 'Caddy',
  emit: (site) => ({
    files: [{ path: '/_hosts/caddy/site.caddy', content: configuration(site) }],
    stubs: [],
  }),
};

function configuration(site: Deployment): string {
  const base = basePath(site);
  const page = quote(base + site.notFound.path);
  const patterns = patternRules(
    site,
    quoteExpression,
    (text) => text,
    (number) => `{re.old.${number}}`,
  );
  const queries = queryRules(site);
  return `# Import this file in the block of the site, after its \`root\`.
map {path} {old.target} {old.status} {
${indent([...rows(site), 'default "" ""'])}}

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
  // What does not exist keeps the type of the error page.
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
${indent([
  ...decodedHeaderRules(site).flatMap(headerBlock),
  ...site.feeds.map(({ type }, index) => `header @feed${index} Content-Type ${quote(type)}`),
  ...queries.map(({ target, status }, index) => `redir @query${index} ${quote(target)} ${status}`),
  'route @old {',
  ...['error @gone 410', ANSWER].map((line) => `\t${line}`),
  '}',
  ...patterns.flatMap((rule, index) => patternBlock(rule, `@pattern${index}`)),
  // Caddy's own redirect to a folder drops the query, which the search needs.
  ...moveTo('@folder', '{path}/?{query}', 301),
  'file_server {',
  `\thide ${HIDDEN.map((path) => path.slice(1)).join(' ')}`,
  '\tprecompressed zstd br gzip',
  '}',
])}}

handle_errors {
	route @site {
${indent(
  [
    // Nothing stands at the address as it was written, so it may be written another way.
    'route @capital {',
    ...[...LOWER_CASE, 'route @moved {', `\t${ANSWER}`, '}'].map((line) => `\t${line}`),
    '}',
    `rewrite * ${page}`,
    'file_server',
  ],
  2,
)}\t}
}
`;
}

/** Stands for a target where there is none. */
const GONE = 'gone';

/** To where an address leads that is in the table. */
const ANSWER = 'redir {old.target} {old.status}';

const LOWER_CASE = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(
  (letter) => `uri replace ${letter} ${lowerCase(letter)}`,
);

/** The table, with every address in lower case too; Caddy tells letter case apart. */
function rows(site: Deployment): string[] {
  const answers = new Map([
    ...exactRules(site).flatMap(({ paths, status, target }) =>
      rowsOf(paths, `${quote(target)} ${status}`),
    ),
    ...goneRules(site).flatMap((paths) => rowsOf(paths, `${GONE} 410`)),
  ]);
  return [...answers].map(([path, answer]) => `${key(path)} ${answer}`);
}

function rowsOf(paths: readonly string[], answer: string): [string, string][] {
  return paths.flatMap((path): [string, string][] => [
    [path, answer],
    [lowerCase(path), answer],
  ]);
}

/** What all lines are true of. */
function namedMatcher(name: string, lines: readonly string[]): string {
  return `@${name} {\n${indent(lines)}}\n`;
}

/** A brace would begin a placeholder, even between quotes. */
function key(path: string): string {
  return quote(path.includes('{') ? `~^${quoteExpression(path)}$` : path);
}

function patternBlock({ target, status }: PatternRule, matcher: string): string[] {
  return target === undefined
    ? [`error ${matcher} ${status}`]
    : moveTo(matcher, quote(`${target}?`), status);
}

/** A rewritten address is percent-encoded again, which the parts of a path are not. */
function moveTo(matcher: string, target: string, status: number): string[] {
  return [`route ${matcher} {`, `\trewrite * ${target}`, `\tredir * {uri} ${status}`, '}'];
}

function headerBlock({ path, headers }: HeaderRule): string[] {
  return Object.entries(headers).map(
    ([name, value]) => `header ${quote(path)} ${name} ${quote(value)}`,
  );
}

function indent(lines: readonly string[], depth = 1): string {
  return lines.map((line) => `${'\t'.repeat(depth)}${line}\n`).join('');
}

/** A text as one word of the configuration, without braces. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
