/** Apache directives shared by the server configuration and `.htaccess`. https://httpd.apache.org/docs/2.4/configuring.html */
import type { Deployment } from './host.ts';
import { basePath, HIDDEN, quote, quoteExpression, type QueryRule } from './web-server.ts';

/** https://httpd.apache.org/docs/2.4/mod/mod_headers.html */
export function headerLines(headers: Readonly<Record<string, string>>, condition = ''): string[] {
  return Object.entries(headers).map(
    ([name, value]) =>
      `Header always set ${name} ${quote(value.replaceAll('%', '%%'))}${condition}`,
  );
}

/** The error page for missing and gone pages, and for folders without an index. */
export function errorLines(site: Deployment): string[] {
  const page = quote(basePath(site) + site.notFound.path);
  return [403, 404, 410].map((status) => `ErrorDocument ${status} ${page}`);
}

/** Content types of feeds, by file name in any folder. */
export function feedLines({ feeds }: Deployment): string[] {
  return feeds.flatMap(({ name, type }) => [
    `<Files ${quote(name)}>`,
    `    ForceType ${quote(type)}`,
    '</Files>',
  ]);
}

/** Regular expression for query strings in which the parameter has the value. */
export function queryExpression({ name, value }: QueryRule): string {
  return `(?:^|&)${quoteExpression(name)}=${quoteExpression(value)}(?:&|$)`;
}

export function hiddenLines(site: Deployment): string[] {
  return HIDDEN.map((path) => `Redirect 404 ${quote(basePath(site) + path)}`);
}
