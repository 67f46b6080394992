/**
 * Apache with `.htaccess`. Apache reads the file on every request, so it cannot
 * hold a lookup table. https://httpd.apache.org/docs/2.4/mod/mod_alias.html
 */
import {
  errorLines,
  feedLines,
  headerLines,
  hiddenLines,
  queryExpression,
} from './apache-directives.ts';
import type { HeaderRule } from './headers.ts';
import { decoded, defineHost, type Deployment } from './host.ts';
import { redirectsIn, withoutSettings } from './own-htaccess.ts';
import { reportShadowed } from './own-rules.ts';
import { reportEncodedSlashes } from './unsupported.ts';
import {
  decodedHeaderRules,
  exactRules,
  indent,
  pathsExpression,
  patternRules,
  queryRules,
  quote,
  quoteExpression,
  type Rule,
} from './web-server.ts';

export const htaccessHost = defineHost('Apache with .htaccess', (site, report) => {
  // `AllowEncodedSlashes` is not allowed in the file.
  reportEncodedSlashes(report, site.redirects);
  const own = site.own.get(FILE);
  if (own === undefined) return { files: [{ path: FILE, content: configuration(site) }] };
  reportShadowed(site, own, redirectsIn(own.text), report);
  const { rest, dropped } = withoutSettings(configuration(site), own.text);
  if (dropped.length > 0) report.yields(own, `sets what the build sets too: ${dropped.join(', ')}`);
  return { files: [{ path: FILE, content: `${own.text.trimEnd()}\n\n${rest}` }] };
});

const FILE = '/.htaccess';

function configuration(site: Deployment): string {
  const [whole, ...others] = decodedHeaderRules(site);
  const headers = [
    ...headerLines(whole?.headers ?? {}),
    ...others.flatMap((rule) =>
      headerLines(rule.headers, ` "expr=%{REQUEST_URI} ${condition(rule)}"`),
    ),
  ];
  return `Options -Indexes -MultiViews
DirectoryIndex index.html
AddDefaultCharset utf-8
${errorLines(site).join('\n')}

<IfModule mod_headers.c>
${indent(headers)}</IfModule>

${feedLines(site).join('\n')}

${[...hiddenLines(site), ...redirectLines(site)].join('\n')}
`;
}

/** Backslashes in quotes need no escape. */
function condition({ path }: HeaderRule): string {
  return path.endsWith('*') ? `-strmatch '${path}'` : `=~ m#${pathsExpression([path])}#`;
}

function redirectLines(site: Deployment): string[] {
  return [
    ...exactRules(site).map(exactLine),
    ...patternRules(site, true, quoteTarget).map(({ status, source, target }) =>
      matchLine(status, source, target),
    ),
    ...queryRules(site).flatMap((rule) => [
      `<If ${quote(`%{QUERY_STRING} =~ m#${queryExpression(rule)}#`)}>`,
      `    ${matchLine(rule.status, pathsExpression(rule.paths), quoteTarget(rule.target))}`,
      '</If>',
    ]),
  ];
}

/** `Redirect` is fast but also matches everything below the path, so it serves only for files. */
function exactLine({ status, paths, target }: Rule): string {
  const [path = '', ...others] = paths;
  if (others.length === 0 && !path.includes('$'))
    return directive('Redirect', status, quote(path), target && quote(target));
  const source = `^${quoteExpression(path)}${others.length > 0 ? '/?' : ''}$`;
  return matchLine(status, source, target && quoteTarget(decoded(target)));
}

/** `RedirectMatch` percent-encodes its target, so the target is decoded here. */
function matchLine(status: number, source: string, target?: string): string {
  return directive('RedirectMatch', status, quote(source), target && quote(target));
}

/** Escapes `$1` and `&` in a decoded path. */
function quoteTarget(path: string): string {
  return path.replace(/[$&]/g, String.raw`\$&`);
}

function directive(...parts: (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
