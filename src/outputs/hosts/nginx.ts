/**
 * nginx. https://nginx.org/en/docs/http/ngx_http_map_module.html,
 * https://nginx.org/en/docs/http/ngx_http_rewrite_module.html
 */
import { encodePath } from '../../lib/paths.ts';
import { defineHost, type Deployment, type FeedType } from './host.ts';
import {
  basePath,
  decodedHeaderRules,
  encodeTarget,
  exactRules,
  HIDDEN,
  indent,
  lowerCase,
  pathsExpression,
  patternRules,
  queryRules,
  quote,
  quoteExpression,
  siteName,
  type PatternRule,
  type QueryRule,
} from './web-server.ts';
import { ownValue } from '../../lib/own-value.ts';

export const nginxHost = defineHost('nginx', (site) => {
  const maps = redirectMaps(site);
  const headers = headerConfiguration(site);
  return {
    files: [
      { path: '/_hosts/nginx/http.conf', content: httpConfiguration([...maps, ...headers.maps]) },
      {
        path: '/_hosts/nginx/server.conf',
        content: serverConfiguration(site, maps, headers.lines),
      },
    ],
  };
});

/** A variable set from the path. */
interface VariableMap {
  readonly variable: string;
  /** Keys are decoded paths, or `~` and a regular expression. nginx ignores case and rejects duplicates. */
  readonly rows: ReadonlyMap<string, string>;
  readonly otherwise: string;
}

/** One map per status, because `return` cannot take its status from a variable. */
interface RedirectMap extends VariableMap {
  /** Arguments of `return`. */
  readonly answer: string;
}

function redirectMaps(site: Deployment): RedirectMap[] {
  const rules = exactRules(site);
  const statuses = [...new Set(rules.map(({ status }) => status))].toSorted((a, b) => a - b);
  return statuses.map((status) => {
    const isGone = status === 410;
    const variable = variableName(site, isGone ? 'gone' : String(status));
    const rows = rules
      .filter((rule) => rule.status === status)
      .flatMap(({ paths, target = '1' }) =>
        paths.map((path): [string, string] => [lowerCase(path), target]),
      );
    const answer = isGone ? '410' : `${status} ${variable}`;
    return { variable, rows: new Map(rows), otherwise: '', answer };
  });
}

/**
 * Site-wide headers. Values that differ by path come from maps: an `add_header`
 * in a location would remove all headers inherited from the site there.
 */
function headerConfiguration(site: Deployment): {
  readonly maps: VariableMap[];
  readonly lines: string[];
} {
  const [whole, ...others] = decodedHeaderRules(site);
  const maps: VariableMap[] = [];
  const names = new Set([whole, ...others].flatMap((rule) => Object.keys(rule?.headers ?? {})));
  const lines = [...names].map((name) => {
    // An empty value sets no header.
    const value = whole?.headers[name] ?? '';
    const rows = others.flatMap(({ path, headers }): [string, string][] => {
      const other = ownValue(headers, name);
      return other === undefined ? [] : [[mapKey(path), other]];
    });
    if (rows.length === 0) return `add_header ${name} ${quote(value)} always;`;
    const variable = variableName(site, lowerCase(name).replaceAll('-', '_'));
    maps.push({ variable, rows: new Map(rows), otherwise: value });
    return `add_header ${name} ${variable} always;`;
  });
  return { maps, lines };
}

function mapKey(path: string): string {
  return path.endsWith('*') ? `~^${quoteExpression(path.slice(0, -1))}` : lowerCase(path);
}

function variableName(site: Deployment, name: string): string {
  return `$${siteName(site)}_${name}`;
}

/** Maps, which nginx allows only outside of servers. */
function httpConfiguration(maps: readonly VariableMap[]): string {
  const paths = maps.flatMap(({ rows }) => [...rows.keys()]);
  const longest = Math.max(0, ...paths.map((path) => Buffer.byteLength(path)));
  const blocks = maps.map(({ variable, rows, otherwise }) => {
    const lines = [...rows].map(([path, value]) => `${quote(path)} ${quote(value)};`);
    return `\nmap $uri ${variable} {\n${indent([`default ${quote(otherwise)};`, ...lines])}}\n`;
  });
  return `# Include this file in http {}, before any map.
map_hash_bucket_size ${nextPowerOfTwo(Math.max(256, longest + 32))};
map_hash_max_size ${nextPowerOfTwo(Math.max(2048, paths.length * 3))};
${blocks.join('')}`;
}

function nextPowerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(least));
}

function serverConfiguration(
  site: Deployment,
  maps: readonly RedirectMap[],
  headers: readonly string[],
): string {
  const base = basePath(site);
  const errorPage = quote(base + site.notFound.path);
  const answers = [
    ...queryRules(site).flatMap((rule) => queryLines(variableName(site, 'asked'), rule)),
    ...maps.map(({ variable, answer }) => `if (${variable}) { return ${answer}; }`),
    ...patternRules(site, true, (text) => encodeTarget(encodePath(text))).map(patternLine),
  ];
  const lines = [
    'absolute_redirect off;',
    'index index.html;',
    'charset utf-8;',
    'gzip_static on;',
    'gzip_vary on;',
    `error_page 403 404 410 ${errorPage};`,
    ...(base === '' ? [] : headers),
    ...answers,
    // In its own location, so that the answers above do not apply to the error page.
    `location = ${errorPage} {}`,
    ...site.feeds.flatMap((feed) => feedLocation(feed, answers)),
    ...HIDDEN.map((path) => `location ^~ ${quote(base + path)} { return 404; }`),
  ];
  // At server level, headers join those of the administrator; a location would replace them.
  const outside = base === '' ? headers : [];
  return `# Include this file in server {}, after its \`root\`.
${indent(outside, '')}location ${quote(`${base}/`)} {
${indent(lines)}}
`;
}

/** Redirects through `rewrite`, because only there does nginx encode the captured groups again. */
function patternLine({ source, target, status }: PatternRule): string {
  const matches = `if ($uri ~ ${quote(source)})`;
  return target === undefined
    ? `${matches} { return ${status}; }`
    : `${matches} { rewrite ${quote(source)} ${quote(`/?${target}?`)}; return ${status} $args; }`;
}

/** Joins parameter and path in one variable, because `if` tests only one. */
function queryLines(variable: string, { paths, name, value, target, status }: QueryRule): string[] {
  const source = `^${quoteExpression(value)} ${pathsExpression(paths).slice(1)}`;
  return [
    `set ${variable} "$arg_${name} $uri";`,
    `if (${variable} ~* ${quote(source)}) { return ${status} ${quote(target)}; }`,
  ];
}

/** @param answers repeated in the location, which does not inherit them */
function feedLocation({ name, type }: FeedType, answers: readonly string[]): string[] {
  const [bare = '', charset] = type.split(';');
  return [
    `location ~ ${quote(`/${quoteExpression(name)}$`)} {`,
    ...[
      'types {}',
      `default_type ${bare};`,
      ...(charset === undefined ? [] : [`charset_types ${bare};`]),
      ...answers,
    ].map((line) => `    ${line}`),
    '}',
  ];
}
