/** Checks redirects whose source is a pattern. */
import type { RedirectEntry } from '../content/entries.ts';
import { decodePath, foldPath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Addresses } from './address.ts';
import {
  fill,
  fillPattern,
  firstMatch,
  isPattern,
  match,
  namesOf,
  patternError,
  targetPattern,
} from '../lib/patterns.ts';
import {
  legacyPath,
  pageRedirect,
  type Owner,
  type PatternRedirect,
  type Redirect,
  type Targets,
} from './redirect.ts';

/** Valid patterns of `redirects.yaml`, in file order. */
export function patternRedirects(
  rules: readonly RedirectEntry[],
  exact: readonly Redirect[],
  targets: Targets,
  addresses: Addresses,
  problems: Problems,
): PatternRedirect[] {
  const patterns: PatternRedirect[] = [];
  for (const { fields, file, path } of rules) {
    const owner = { file, field: `${path}.from` };
    const from = legacyPath(fields.from, owner, problems);
    if (from === undefined) continue;
    const to = fields.to === undefined ? undefined : (decodePath(fields.to) ?? fields.to);
    const error = patternError(from, to);
    if (error !== undefined) {
      problems.error({
        ...owner,
        code: 'redirect-pattern-invalid',
        message: `The pattern ${from} is invalid: ${error}.`,
        hint: 'Write, for example, `from: /category/:name/`, `to: /tags/:name/`, or `from: /old/*`, `to: /:splat`.',
      });
      continue;
    }
    const draft = { from, to, status: fields.status, owner };
    const known = knownRedirects(draft, exact, targets, addresses);
    patterns.push({ ...draft, known });
  }
  for (const pattern of patterns) check(pattern, patterns, exact, targets, problems);
  return patterns;
}

/** A pattern that Perennial adds itself, without checks. */
export function generatedPattern(
  pattern: Omit<PatternRedirect, 'known'>,
  targets: Targets,
  addresses: Addresses,
): PatternRedirect {
  return { ...pattern, known: knownRedirects(pattern, [], targets, addresses) };
}

/** Source addresses of a pattern, derived from the pages that its target matches. */
function knownRedirects(
  { from, to, status, owner }: Omit<PatternRedirect, 'known'>,
  exact: readonly Redirect[],
  { titles }: Targets,
  addresses: Addresses,
): Redirect[] {
  if (to === undefined || status === 410) return [];
  const taken = new Set(exact.map((redirect) => foldPath(redirect.from)));
  return [...titles].flatMap(([path, title]) => {
    const values = match(targetPattern(to), path);
    const source = values && fillPattern(from, values);
    if (source === undefined || source === path || taken.has(foldPath(source))) return [];
    const redirect = pageRedirect({ from: source, to: addresses.of(path), title, owner });
    return [{ ...redirect, status }];
  });
}

function check(
  pattern: PatternRedirect,
  patterns: readonly PatternRedirect[],
  exact: readonly Redirect[],
  targets: Targets,
  problems: Problems,
): void {
  const { from, to, owner } = pattern;
  const page = firstMatch(from, targets.titles.keys());
  const shadowed = page ?? firstMatch(from, targets.files);
  if (shadowed !== undefined)
    problems.error({
      ...owner,
      code: 'redirect-shadows-page',
      message: `The pattern ${from} also matches ${shadowed}, a ${page === undefined ? 'file' : 'page'} of this site, which would become unreachable.`,
      hint: 'Narrow the pattern so that it matches only old addresses.',
    });
  if (to === undefined) return;
  const place = { file: owner.file, field: owner.field?.replace(/from$/, 'to') ?? 'to' };
  const next = [pattern, ...patterns].find((other) => match(other.from, probe(to)) !== undefined);
  if (next === pattern)
    problems.error({
      ...place,
      code: 'redirect-loop',
      message: `The pattern ${from} matches its own target ${to}, so visitors would never arrive.`,
      hint: 'Use a target that the pattern does not match.',
    });
  else if (next !== undefined)
    problems.error({
      ...place,
      code: 'redirect-chain',
      message: `The pattern ${from} leads to ${to}, which the pattern ${next.from} redirects again.`,
      hint: 'Use the final address as the target.',
    });
  else checkTarget(pattern, to, place, exact, targets, problems);
}

/** The target must be a page, or match one for some values of its placeholders. */
function checkTarget(
  { from, known }: PatternRedirect,
  to: string,
  place: Owner,
  exact: readonly Redirect[],
  { titles }: Targets,
  problems: Problems,
): void {
  const chained = exact.find((redirect) => {
    const values = match(targetPattern(to), redirect.from);
    if (values === undefined) return false;
    const source = fillPattern(from, values);
    return source === undefined || exact.every((other) => other.from !== source);
  });
  if (chained !== undefined)
    problems.error({
      ...place,
      code: 'redirect-chain',
      message: `The pattern ${from} leads to ${to} and thus to ${chained.from}, which is itself redirected.`,
      hint: `Add a separate entry for the address that leads there, with ${chained.to.path} as its target.`,
    });
  else if (isPattern(to) ? known.length === 0 && !matchesPage(to, titles) : !titles.has(to))
    problems.error({
      ...place,
      code: 'redirect-target-missing',
      message: `The pattern ${from} leads to ${to}, but the site has no such page.`,
      hint: 'Use the path of a page on this site, such as `/tags/:name/`, including its slashes.',
    });
}

function matchesPage(to: string, titles: ReadonlyMap<string, string>): boolean {
  return [...titles.keys()].some((path) => match(targetPattern(to), path) !== undefined);
}

/** A target filled in with a value that occurs in no path. */
function probe(to: string): string {
  return fill(to, new Map(namesOf(to).map((name) => [name, '\u0000'])));
}
