/**
 * nginx. https://nginx.org/en/docs/http/ngx_http_map_module.html,
 * https://nginx.org/en/docs/http/ngx_http_rewrite_module.html
 */
import { encodePath } from '../../lib/paths.ts';
import type { Deployment, FeedType, Host } from './host.ts';
import {
  basePath,
  decodedHeaderRules,
  encodeTarget,
  exactRules,
  goneRules,
  HIDDEN,
  lowerCase,
  pathsExpression,
  patternRules,
  queryRules,
  quoteExpression,
  siteName,
  type PatternRule,
  type QueryRule,
} from './web-server.ts';

export const nginxHost: Host = {
  title: 'nginx',
  emit: (site) => {
    const tables = [...redirectTables(site), ...goneTables(site)];
    const headers = headerLines(site);
    return {
      files: [
        {
          path: '/_hosts/nginx/http.conf',
          content: httpConfiguration([...tables, ...headers.tables]),
        },
        {
          path: '/_hosts/nginx/server.conf',
          content: serverConfiguration(site, tables, headers.lines),
        },
      ],
      stubs: [],
    };
  },
};

/** A variable that depends on the path. */
interface Table {
  readonly variable: string;
  /** By decoded path, or by `~` and a regular expression. nginx ignores letter case, and takes no path twice. */
  readonly rows: ReadonlyMap<string, string>;
  readonly otherwise: string;
}

/** A table that is asked first of all: `return` does not take its status from a variable. */
interface AnswerTable extends Table {
  readonly answer: string;
}

function redirectTables(site: Deployment): AnswerTable[] {
  const rules = exactRules(site);
  const statuses = [...new Set(rules.map(({ status }) => status))].toSorted((a, b) => a - b);
  return statuses.map((status) => {
    const variable = variableOf(site, String(status));
    const rows = rules
      .filter((rule) => rule.status === status)
      .flatMap(({ paths, target }) => rowsOf(paths, target));
    return { variable, rows: new Map(rows), otherwise: '', answer: `${status} ${variable}` };
  });
}

function goneTables(site: Deployment): AnswerTable[] {
  const rows = goneRules(site).flatMap((paths) => rowsOf(paths, '1'));
  if (rows.length === 0) return [];
  const variable = variableOf(site, 'gone');
  return [{ variable, rows: new Map(rows), otherwise: '', answer: '410' }];
}

function rowsOf(paths: readonly string[], value: string): [string, string][] {
  return paths.map((path) => [lowerCase(path), value]);
}

/**
 * The headers of the whole site. What other rules say goes into tables, as one
 * `add_header` in a location would take away those of the whole site there.
 */
function headerLines(site: Deployment): { readonly tables: Table[]; readonly lines: string[] } {
  const [whole, ...others] = decodedHeaderRules(site);
  const tables: Table[] = [];
  const lines = Object.entries(whole?.headers ?? {}).map(([name, value]) => {
    const rows = others.flatMap(({ path, headers }): [string, string][] => {
      const other = headers[name];
      return other === undefined ? [] : [[keyOf(path), other]];
    });
    if (rows.length === 0) return `add_header ${name} ${quote(value)} always;`;
    const variable = variableOf(site, lowerCase(name).replaceAll('-', '_'));
    tables.push({ variable, rows: new Map(rows), otherwise: value });
    return `add_header ${name} ${variable} always;`;
  });
  return { tables, lines };
}

/** The path of a header rule in a table. */
function keyOf(path: string): string {
  return path.endsWith('*') ? `~^${quoteExpression(path.slice(0, -1))}` : path;
}

function variableOf(site: Deployment, name: string): string {
  return `$${siteName(site)}_${name}`;
}

/** What belongs to all servers together. */
function httpConfiguration(tables: readonly Table[]): string {
  const paths = tables.flatMap(({ rows }) => [...rows.keys()]);
  const longest = Math.max(0, ...paths.map((path) => Buffer.byteLength(path)));
  const maps = tables.map(({ variable, rows, otherwise }) => {
    const lines = [...rows].map(([path, value]) => `    ${quote(path)} ${quote(value)};\n`);
    return `\nmap $uri ${variable} {\n    default ${quote(otherwise)};\n${lines.join('')}}\n`;
  });
  return `# Include this file in http {}, before any map.
map_hash_bucket_size ${powerOfTwo(Math.max(256, longest + 32))};
map_hash_max_size ${powerOfTwo(Math.max(2048, paths.length * 3))};
${maps.join('')}`;
}

/** The least power of two that is no less. */
function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(least));
}

function serverConfiguration(
  site: Deployment,
  tables: readonly AnswerTable[],
  headers: readonly string[],
): string {
  const base = basePath(site);
  const errorPage = quote(base + site.notFound.path);
  const patterns = patternRules(
    site,
    quoteExpression,
    (text) => encodeTarget(encodePath(text)),
    (number) => `$${number}`,
  );
  const answers = [
    ...queryRules(site).flatMap((rule) => queryLines(variableOf(site, 'asked'), rule)),
    ...tables.map(({ variable, answer }) => `if (${variable}) { return ${answer}; }`),
    ...patterns.map(patternLine),
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
    // Away from the lines above, which would answer for the error page as they did for the address.
    `location = ${errorPage} {}`,
    ...site.feeds.flatMap((feed) => feedLocation(feed, answers)),
    ...HIDDEN.map((path) => `location ^~ ${quote(base + path)} { return 404; }`),
  ];
  // Beside those of the administrator, which hold in no location that has headers of its own.
  const outside = base === '' ? headers : [];
  return `# Include this file in server {}, after its \`root\`.
${outside.map((line) => `${line}\n`).join('')}location ${quote(`${base}/`)} {
${lines.map((line) => `    ${line}\n`).join('')}}
`;
}

/** Only a query that `rewrite` writes is encoded again, so the target goes through there. */
function patternLine({ source, target, status }: PatternRule): string {
  const matches = `if ($uri ~ ${quote(source)})`;
  return target === undefined
    ? `${matches} { return ${status}; }`
    : `${matches} { rewrite ${quote(source)} ${quote(`/?${target}?`)}; return ${status} $args; }`;
}

/** A condition is about one variable. */
function queryLines(variable: string, { paths, name, value, target, status }: QueryRule): string[] {
  const source = `^${quoteExpression(value)} ${pathsExpression(paths).slice(1)}`;
  return [
    `set ${variable} "$arg_${name} $uri";`,
    `if (${variable} ~* ${quote(source)}) { return ${status} ${quote(target)}; }`,
  ];
}

/** @param answers the lines that answer for old addresses, which no location hands down */
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

/** A text as one word of the configuration. */
function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, String.raw`\$&`)}"`;
}
