/**
 * Redirects to the Atom feeds of tags, authors and series from feeds in formats that they no longer have:
 * every list used to have a feed in each format.
 */
import type { RedirectEntry } from '../content/entries.ts';
import { FEED_FILES, type Addresses } from './address.ts';
import type { FeedFormat, FeedSettings } from '../content/feeds-schema.ts';
import { decodePath, foldPath } from '../lib/paths.ts';
import { firstMatch, match, targetOf } from '../lib/patterns.ts';
import { generatedPattern } from './pattern-redirects.ts';
import {
  sortRedirects,
  type Owner,
  type PatternRedirect,
  type RedirectTable,
  type Targets,
} from './redirect.ts';

/** A format that the feeds of a kind of list do not have. */
export interface FormerFeeds {
  readonly format: FeedFormat;
  /** Pattern of the feeds in this format: `/tags/:name/rss.xml`. */
  readonly from: string;
  /** Pattern of the Atom feeds. */
  readonly to: string;
}

/** Owner of redirects that no file defines. */
const FEEDS: Owner = { file: 'the feeds of the site' };

/** @param homes paths of the home pages */
export function formerFeeds(homes: readonly string[], settings: FeedSettings): FormerFeeds[] {
  return homes.flatMap((home) =>
    Object.entries(settings).flatMap(([folder, formats]) => {
      const list = `${home}${folder}/:name/`;
      return (['rss', 'json'] as const)
        .filter((format) => !formats.includes(format))
        .map((format) => ({
          format,
          from: list + FEED_FILES[format],
          to: list + FEED_FILES.atom,
        }));
    }),
  );
}

/** Rules that led to such a feed lead to the Atom feed. */
export function withAtomTargets(
  rules: readonly RedirectEntry[],
  former: readonly FormerFeeds[],
): RedirectEntry[] {
  return rules.map((rule) => {
    const { to } = rule.fields;
    if (to === undefined) return rule;
    const path = decodePath(to) ?? to;
    const [atom] = former.flatMap((pattern) => targetOf(pattern, path) ?? []);
    return atom === undefined ? rule : { ...rule, fields: { ...rule.fields, to: atom } };
  });
}

/**
 * Adds a pattern for each format. Known are the feeds that the earlier site had.
 * @param earlier paths that the earlier site answered
 */
export function withFormerFeeds(
  table: RedirectTable,
  former: readonly FormerFeeds[],
  targets: Targets,
  earlier: ReadonlySet<string>,
  addresses: Addresses,
): RedirectTable {
  const paths = [...targets.titles.keys(), ...targets.files];
  const taken = new Set(
    [...paths, ...[...table.exact, ...table.gone].map(({ from }) => from)].map(foldPath),
  );
  const isFree = (path: string): boolean =>
    !taken.has(foldPath(path)) &&
    table.patterns.every(({ from }) => match(from, path) === undefined);
  const patterns = former.map(({ format, from, to }): PatternRedirect => {
    const pattern = { from, to, status: 301, kind: 'feed', owner: FEEDS } as const;
    const { known } = generatedPattern(pattern, targets, addresses);
    return {
      ...pattern,
      known: known
        .filter((redirect) => earlier.has(redirect.from) && isFree(redirect.from))
        .map((redirect) => ({ ...redirect, keeps: { [format]: addresses.of(redirect.from) } })),
    };
  });
  // A pattern that matches a file would hide it.
  const hides = ({ from }: PatternRedirect): boolean => firstMatch(from, paths) !== undefined;
  const exact = patterns.filter(hides).flatMap(({ known }) => known);
  return {
    exact: sortRedirects([...table.exact, ...exact]),
    gone: table.gone,
    patterns: [...table.patterns, ...patterns.filter((pattern) => !hides(pattern))],
  };
}
