/** Rules that Apache, nginx and Caddy share, before each writes them in its own syntax. */
import { outputFile } from '../../lib/paths.ts';
import { namesOf, partsOf, patternSource } from '../../lib/patterns.ts';
import { headerRules, type HeaderRule } from './headers.ts';
import { decoded, type Deployment } from './host.ts';

/** Redirects or removes some paths. */
export interface Rule {
  /** Decoded, with the base path: one path, or one without a trailing slash and one with it. */
  readonly paths: readonly string[];
  /** Percent-encoded, with the base path; `undefined` for what is gone. */
  readonly target: string | undefined;
  readonly status: number;
}

/** Redirects requests that have a certain query parameter; must come before other rules. */
export interface QueryRule extends Rule {
  /** Name of the parameter. */
  readonly name: string;
  readonly value: string;
  readonly target: string;
}

/** Redirects or removes all paths that match. */
export interface PatternRule {
  /** Regular expression for decoded paths with the base path, one group per name. */
  readonly source: string;
  /** Decoded, with the base path; `undefined` for what is gone. */
  readonly target: string | undefined;
  readonly status: number;
}

/** Decoded: empty, or `/blog`. */
export function basePath(site: Deployment): string {
  return decoded(site.basePath);
}

/** Prefix for variables and maps, unique to the site among others on one server. */
export function siteName(site: Deployment): string {
  const { host, pathname } = new URL(site.home.canonical);
  return `site_${host}${pathname}`.replace(/[^a-z0-9]+/gi, '_').replace(/_$/, '');
}

/** Header rules with decoded paths. */
export function decodedHeaderRules(site: Deployment): HeaderRule[] {
  return headerRules(site).map((rule) => ({ ...rule, path: decoded(rule.path) }));
}

/** Single URLs: those that moved, then those that are gone. */
export function exactRules(site: Deployment): Rule[] {
  const { exact, gone } = site.redirects;
  return [
    ...exact.map(({ from, to, status }) => ({
      paths: slashVariants(site, from),
      target: encodeTarget(to.url),
      status,
    })),
    ...gone.map(({ from }) => ({
      paths: slashVariants(site, from),
      target: undefined,
      status: 410,
    })),
  ];
}

export function queryRules(site: Deployment): QueryRule[] {
  return site.redirects.exact.flatMap(({ from, byQuery, status }) => {
    if (byQuery === undefined) return [];
    const { name, value, to } = byQuery;
    return [
      { paths: slashVariants(site, from), name, value, target: encodeTarget(to.url), status },
    ];
  });
}

/** A path without an extension is a folder, which is requested with and without the slash. */
function slashVariants(site: Deployment, from: string): string[] {
  const path = basePath(site) + from;
  if (outputFile(path) === path.slice(1)) return [path];
  const bare = path.replace(/\/$/, '');
  return [bare, `${bare}/`];
}

/** Files and folders of the output that must not be served, below the site's root. */
export const HIDDEN = ['/_hosts', '/.perennial', '/.htaccess'];

/** Lower-cases ASCII letters only, as servers do when they ignore case. */
export function lowerCase(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Encodes the dollar sign, which begins a variable in most configurations. */
export function encodeTarget(url: string): string {
  return url.replaceAll('$', '%24');
}

/** Regular expression for the paths of a rule. */
export function pathsExpression(paths: readonly string[]): string {
  return `^(?:${paths.map(quoteExpression).join('|')})$`;
}

/**
 * Patterns in order. A name never matches a leading slash or backslash:
 * `/:splat` would otherwise redirect to the host `//example.com`.
 * @param backtracks whether the server's regular expressions are those of PCRE, not of RE2
 * @param literal escapes text for a target
 * @param group reference to the group with this number, from 1
 */
export function patternRules(
  site: Deployment,
  backtracks: boolean,
  literal: (text: string) => string,
  group = (number: number): string => `$${number}`,
): PatternRule[] {
  const base = basePath(site);
  const syntax = { ...SYNTAX, backtracks };
  return site.redirects.patterns.map(({ from, to, status }) => {
    const names = namesOf(from);
    const target = partsOf(to ?? '').map((part) => {
      if (part.kind === 'name') return group(names.indexOf(part.name) + 1);
      return literal(part.kind === 'text' ? part.text : '*');
    });
    return {
      // The base path is no pattern, even with a colon.
      source: `^${quoteExpression(base)}${patternSource(from, quoteExpression, syntax).slice(1)}`,
      target: to === undefined ? undefined : literal(base) + target.join(''),
      status,
    };
  });
}

const SYNTAX = {
  character: String.raw`[^/\\]`,
  rest: String.raw`(?:[^/\\].*)?`,
};

/** Escapes text for a regular expression of PCRE or RE2. */
export function quoteExpression(text: string): string {
  return text.replace(
    /[^\w\u0080-\u{10ffff}/-]/gu,
    (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** A quoted string of Apache or nginx. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, String.raw`\$&`)}"`;
}

export function indent(lines: readonly string[], by = '    '): string {
  return lines.map((line) => `${by}${line}\n`).join('');
}
