/** What the two ways to configure Apache share. https://httpd.apache.org/docs/2.4/configuring.html */
import type { Deployment } from './host.ts';
import { basePath, HIDDEN, quoteExpression, type QueryRule } from './web-server.ts';

/** A text as one argument. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, String.raw`\$&`)}"`;
}

/** https://httpd.apache.org/docs/2.4/mod/mod_headers.html */
export function headerLine(name: string, value: string, condition = ''): string {
  return `Header always set ${name} ${quote(value.replaceAll('%', '%%'))}${condition}`;
}

/** The page for what does not exist, or no more, and for folders without a page. */
export function errorLines(site: Deployment): string[] {
  const page = quote(basePath(site) + site.notFound.path);
  return [403, 404, 410].map((status) => `ErrorDocument ${status} ${page}`);
}

/** A file is told by its name alone, wherever it lies. */
export function feedLines({ feeds }: Deployment): string[] {
  return feeds.flatMap(({ name, type }) => [
    `<Files ${quote(name)}>`,
    `    ForceType ${quote(type)}`,
    '</Files>',
  ]);
}

/** A regular expression for queries in which a parameter has a value. */
export function queryExpression({ name, value }: QueryRule): string {
  return `(?:^|&)${quoteExpression(name)}=${quoteExpression(value)}(?:&|$)`;
}

/** What is no part of the site does not exist for its readers. */
export function hiddenLines(site: Deployment): string[] {
  return HIDDEN.map((path) => `Redirect 404 ${quote(basePath(site) + path)}`);
}
