/** The redirect table: every old address, and where it leads now. */
import type { RedirectEntry } from '../content/entries.ts';
import { decodePath, foldPath, outputFile } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Addresses } from './address.ts';
import { patternRedirects } from './pattern-redirects.ts';
import { isPattern } from '../lib/patterns.ts';
import {
  inOrder,
  isAt,
  legacyPath,
  pageRedirect,
  type Addressed,
  type Gone,
  type Redirect,
  type RedirectTable,
  type Targets,
} from './redirect.ts';

/**
 * The table from the `legacyUrl` of posts and pages and from `redirects.yaml`.
 * A source outside the site, one source (letter case aside) with two targets,
 * a chain, a loop, a missing target and a pattern that matches a page are errors.
 */
export function redirectTable(
  entries: readonly Addressed[],
  rules: readonly RedirectEntry[],
  targets: Targets,
  addresses: Addresses,
  problems: Problems,
): RedirectTable {
  const table = ownRedirects(entries, problems);
  const gone: Gone[] = [];
  const exactRules = rules.filter(({ fields }) => !isPattern(fields.from));
  const sources = sourcesOf(entries, exactRules);
  for (const rule of exactRules) {
    const owner = { file: rule.file, field: `${rule.path}.from` };
    const from = legacyPath(rule.fields.from, owner, problems);
    if (from === undefined) continue;
    if (rule.fields.to === undefined) gone.push({ from, owner });
    else {
      const redirect = ruleRedirect(rule, from, rule.fields.to, targets, addresses);
      if (redirect === undefined) reportTarget(rule, rule.fields.to, sources, problems);
      else table.push(redirect);
    }
  }
  const exact = withoutDuplicates(table, gone, problems);
  const patternRules = rules.filter(({ fields }) => isPattern(fields.from));
  const patterns = patternRedirects(patternRules, exact, targets, addresses, problems);
  return { exact, gone, patterns };
}

function ownRedirects(entries: readonly Addressed[], problems: Problems): Redirect[] {
  return entries.flatMap(({ entry, address }) =>
    entry.fields.legacyUrl.flatMap((legacyUrl, index) => {
      const owner = { file: entry.file, field: `legacyUrl[${index}]` };
      const from = legacyPath(legacyUrl, owner, problems);
      if (from === undefined || isAt(from, address)) return [];
      return [pageRedirect({ from, to: address, title: entry.fields.title, owner })];
    }),
  );
}

/** What a rule asks for, or `undefined` when its target is no page. */
function ruleRedirect(
  { fields, file, path }: RedirectEntry,
  from: string,
  written: string,
  { titles, feeds }: Targets,
  addresses: Addresses,
): Redirect | undefined {
  const to = decodePath(written) ?? written;
  const title = titles.get(to);
  if (title === undefined || fields.status === 410) return undefined;
  return {
    from,
    to: addresses.of(to),
    title,
    status: fields.status,
    kind: feeds.has(to) ? 'feed' : 'page',
    owner: { file, field: `${path}.from` },
  };
}

/** Where every source leads, by its folded path. */
function sourcesOf(
  entries: readonly Addressed[],
  rules: readonly RedirectEntry[],
): ReadonlyMap<string, string | undefined> {
  return new Map([
    ...rules.map(({ fields }): [string, string | undefined] => [
      foldWritten(fields.from),
      fields.to === undefined ? undefined : foldWritten(fields.to),
    ]),
    ...entries.flatMap(({ entry, address }) =>
      entry.fields.legacyUrl
        .map((from): [string, string] => [foldWritten(from), foldPath(address.path)])
        .filter(([from, to]) => from !== to),
    ),
  ]);
}

function reportTarget(
  { file, path, fields }: RedirectEntry,
  written: string,
  sources: ReadonlyMap<string, string | undefined>,
  problems: Problems,
): void {
  const to = decodePath(written) ?? written;
  const place = { file, field: `${path}.to` };
  if (comesBack(foldWritten(fields.from), sources))
    problems.error({
      ...place,
      code: 'redirect-loop',
      message: `The redirect leads to ${to}, which leads back to ${fields.from}, so that nobody would ever arrive.`,
      hint: 'Write the path of a page of this site as the target of one of them.',
    });
  else if (sources.has(foldPath(to)))
    problems.error({
      ...place,
      code: 'redirect-chain',
      message: `The redirect leads to ${to}, which is itself redirected.`,
      hint: 'Write the final address as the target.',
    });
  else
    problems.error({
      ...place,
      code: 'redirect-target-missing',
      message: `The redirect leads to ${to}, but the site has no such page.`,
      hint: 'Write the path of a page of this site, such as `/about/`, with its slashes.',
    });
}

function comesBack(start: string, sources: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  let at = sources.get(start);
  while (at !== undefined && !seen.has(at)) {
    if (at === start) return true;
    seen.add(at);
    at = sources.get(at);
  }
  return false;
}

/** Spellings that differ in letter case all stay: some hosts tell them apart. */
function withoutDuplicates(
  table: readonly Redirect[],
  gone: readonly Gone[],
  problems: Problems,
): Redirect[] {
  const first = new Map<string, Redirect>();
  const kept = new Map<string, Redirect>();
  const lost = new Map(gone.map((one) => [foldPath(one.from), one]));
  for (const redirect of table) {
    const key = foldPath(redirect.from);
    const other = first.get(key) ?? redirect;
    const end = lost.get(key);
    if (end !== undefined) reportDuplicate(redirect, 'is gone for good', end, problems);
    else if (other.to.path === redirect.to.path) {
      first.set(key, other);
      const file = outputFile(redirect.from);
      if (!kept.has(file)) kept.set(file, redirect);
    } else reportDuplicate(redirect, `leads to ${other.to.path}`, other, problems);
  }
  return inOrder([...kept.values()]);
}

/** @param what becomes of the address where it stands already */
function reportDuplicate(
  { from, to, owner }: Redirect,
  what: string,
  other: Gone,
  problems: Problems,
): void {
  const twin = other.from === from ? '' : ` of ${other.from}, which many hosts take for the same`;
  problems.error({
    ...owner,
    code: 'redirect-duplicate',
    message: `The old address ${from} leads to ${to.path} here, but ${what} as ${other.owner.file} says${twin}.`,
    hint: 'Keep it in one of the two places.',
  });
}

/** The folded form of a path as it was written. */
function foldWritten(path: string): string {
  return foldPath(decodePath(path) ?? path);
}
