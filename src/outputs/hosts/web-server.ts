/** What the configurations of web servers that one runs oneself have in common. */
import { decodePath, outputFile } from '../../lib/paths.ts';
import { namesOf, partsOf } from '../../lib/patterns.ts';
import { headerRules, type HeaderRule } from './headers.ts';
import type { Deployment } from './host.ts';

/** An exact redirect as a server compares it. */
export interface Rule {
  /** With the base path, decoded: one, or one without a slash at its end and one with it. */
  readonly paths: readonly string[];
  /** With the base path, percent-encoded. */
  readonly target: string;
  readonly status: number;
}

/** The path that the site lives under, decoded: empty, or `/blog`. */
export function basePath(site: Deployment): string {
  return decodePath(site.basePath) ?? site.basePath;
}

/** A name for what servers name, with letters, digits and underlines: no other site on the same server has it. */
export function siteName(site: Deployment): string {
  const { host, pathname } = new URL(site.home.canonical);
  return `site_${host}${pathname}`.replace(/[^a-z0-9]+/gi, '_').replace(/_$/, '');
}

/** The headers, with decoded paths. */
export function decodedHeaderRules(site: Deployment): HeaderRule[] {
  return headerRules(site).map((rule) => ({ ...rule, path: decodePath(rule.path) ?? rule.path }));
}

/** The old addresses that have moved. */
export function exactRules(site: Deployment): Rule[] {
  return site.redirects.exact.map(({ from, to, status }) => ({
    paths: spellings(basePath(site) + from),
    target: encodeTarget(to.url),
    status,
  }));
}

/** An exact redirect for those who ask with a certain query, which goes before the others. */
export interface QueryRule extends Rule {
  /** Of the parameter. */
  readonly name: string;
  readonly value: string;
}

export function queryRules(site: Deployment): QueryRule[] {
  return site.redirects.exact.flatMap(({ from, byQuery, status }) => {
    if (byQuery === undefined) return [];
    const { name, value, to } = byQuery;
    return [
      {
        paths: spellings(basePath(site) + from),
        name,
        value,
        target: encodeTarget(to.url),
        status,
      },
    ];
  });
}

/** The paths of each old address at which nothing stands any more. */
export function goneRules(site: Deployment): (readonly string[])[] {
  return site.redirects.gone.map(({ from }) => spellings(basePath(site) + from));
}

/** A host of files has what has no extension as a folder, with and without a last slash. */
function spellings(path: string): string[] {
  if (outputFile(path) === path.slice(1)) return [path];
  const bare = path.replace(/\/$/, '');
  return [bare, `${bare}/`];
}

/** Files of the output that are nobody's business; a folder with what lies in it. Below the site's root. */
export const HIDDEN = ['/_hosts', '/.perennial', '/.htaccess'];

/** As servers do it that ignore letter case: no letter but those of ASCII has one. */
export function lowerCase(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** A dollar sign begins a variable in most configurations. */
export function encodeTarget(url: string): string {
  return url.replaceAll('$', '%24');
}

/** A regular expression for the paths of a rule. */
export function pathsExpression(paths: readonly string[]): string {
  return `^(?:${paths.map(quoteExpression).join('|')})$`;
}

/** A pattern as a server matches it. */
export interface PatternRule {
  /** Regular expression for decoded paths with the base path, one group for each name. */
  readonly source: string;
  /** With the base path, decoded; absent for what is gone. */
  readonly target: string | undefined;
  readonly status: number;
}

/**
 * The patterns, in order. What a name stands for never begins with a slash or
 * backslash: `/:splat` would lead to the host `//example.com`.
 * @param quote writes text so that it stands for itself in a regular expression
 * @param literal writes text so that it stands for itself in a target
 * @param group writes what the group of this number stands for, from 1
 */
export function patternRules(
  site: Deployment,
  quote: (text: string) => string,
  literal: (text: string) => string,
  group: (number: number) => string,
): PatternRule[] {
  const base = basePath(site);
  return site.redirects.patterns.map(({ from, to, status }) => {
    const names = namesOf(from);
    const source = partsOf(from).map((part) => {
      if (part.kind === 'text') return quote(part.text);
      return part.kind === 'rest' ? String.raw`((?:[^/\\].*)?)` : String.raw`([^/\\]+?)`;
    });
    const target = partsOf(to ?? '').map((part) => {
      if (part.kind === 'name') return group(names.indexOf(part.name) + 1);
      return literal(part.kind === 'text' ? part.text : '*');
    });
    return {
      source: `^${quote(base)}${source.join('')}$`,
      target: to === undefined ? undefined : literal(base) + target.join(''),
      status,
    };
  });
}

/** A text as a part of a regular expression of PCRE or RE2, in which it stands for itself. */
export function quoteExpression(text: string): string {
  return text.replace(
    /[^\w\u0080-\u{10ffff}/-]/gu,
    (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
