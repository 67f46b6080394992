/**
 * Apache on a host that reads `.htaccess`, on every request anew, and so has
 * no table to look up. https://httpd.apache.org/docs/2.4/mod/mod_alias.html
 */
import { decodePath } from '../../lib/paths.ts';
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
  pathsExpression,
  patternRules,
  queryRules,
  quoteExpression,
} from './web-server.ts';

export const htaccessHost: Host = {
  title: 'Apache with .htaccess',
  emit: (site) => ({
    files: [{ path: '/.htaccess', content: configuration(site) }],
    stubs: [],
  }),
};

function configuration(site: Deployment): string {
  const [whole, ...others] = decodedHeaderRules(site);
  return `Options -Indexes -MultiViews
DirectoryIndex index.html
AddDefaultCharset utf-8
${errorLines(site).join('\n')}

<IfModule mod_headers.c>
${[...wholeLines(whole), ...others.flatMap(partLines)].map((line) => `    ${line}\n`).join('')}</IfModule>

${feedLines(site).join('\n')}

${[...hiddenLines(site), ...redirectLines(site)].join('\n')}
`;
}

function wholeLines(rule: HeaderRule | undefined): string[] {
  return Object.entries(rule?.headers ?? {}).map(([name, value]) => headerLine(name, value));
}

function partLines({ path, headers }: HeaderRule): string[] {
  const condition = ` "expr=%{REQUEST_URI} -strmatch '${path}'"`;
  return Object.entries(headers).map(([name, value]) => headerLine(name, value) + condition);
}

function redirectLines(site: Deployment): string[] {
  const patterns = patternRules(site, quoteExpression, quoteTarget, (number) => `$${number}`);
  return [
    ...exactRules(site).map(({ status, paths, target }) => exactLine(status, paths, target)),
    ...goneRules(site).map((paths) => exactLine(410, paths)),
    ...patterns.map(({ status, source, target }) => matchLine(status, source, target)),
    ...queryRules(site).flatMap((rule) => [
      `<If ${quote(`%{QUERY_STRING} =~ m#${queryExpression(rule)}#`)}>`,
      `    ${matchLine(rule.status, pathsExpression(rule.paths), quoteTarget(rule.target))}`,
      '</If>',
    ]),
  ];
}

/** `Redirect` is fast, but also takes what lies below the path: nothing lies below a file. */
function exactLine(status: number, paths: readonly string[], target?: string): string {
  const [path = '', ...others] = paths;
  if (others.length === 0 && !path.includes('$'))
    return words('Redirect', status, quote(path), target && quote(target));
  const source = `^${quoteExpression(path)}${others.length > 0 ? '/?' : ''}$`;
  return matchLine(status, source, target && quoteTarget(decodePath(target) ?? target));
}

/** The target of `RedirectMatch` is decoded: it is percent-encoded again. */
function matchLine(status: number, source: string, target?: string): string {
  return words('RedirectMatch', status, quote(source), target && quote(target));
}

/** A decoded path in which neither `$1` nor `&` means something. */
function quoteTarget(path: string): string {
  return path.replace(/[$&]/g, String.raw`\$&`);
}

function words(...parts: (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
