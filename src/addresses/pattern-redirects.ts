/** Redirects whose source is a pattern: what they may match, and where they may lead. */
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

/** The patterns of `redirects.yaml`, in its order. */
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
    const fault = patternError(from, to);
    if (fault !== undefined) {
      problems.error({
        ...owner,
        code: 'redirect-pattern-invalid',
        message: `The pattern ${from} cannot be used: ${fault}.`,
        hint: 'Write for example `from: /category/:name/`, `to: /tags/:name/`, or `from: /old/*`, `to: /:splat`.',
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

/** A pattern that no rule asks for. */
export function generatedPattern(
  pattern: Omit<PatternRedirect, 'known'>,
  targets: Targets,
  addresses: Addresses,
): PatternRedirect {
  return { ...pattern, known: knownRedirects(pattern, [], targets, addresses) };
}

/** The addresses of a pattern that can be told from the pages it leads to. */
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
      message: `The pattern ${from} also matches ${shadowed}, a ${page === undefined ? 'file' : 'page'} of this site, which nobody could reach any more.`,
      hint: 'Write the pattern so that it matches old addresses alone.',
    });
  if (to === undefined) return;
  const place = { file: owner.file, field: owner.field?.replace(/from$/, 'to') ?? 'to' };
  const next = [pattern, ...patterns].find((other) => match(other.from, probe(to)) !== undefined);
  if (next === pattern)
    problems.error({
      ...place,
      code: 'redirect-loop',
      message: `The pattern ${from} matches its own target ${to}, so that nobody would ever arrive.`,
      hint: 'Write a target that the pattern does not match.',
    });
  else if (next !== undefined)
    problems.error({
      ...place,
      code: 'redirect-chain',
      message: `The pattern ${from} leads to ${to}, which the pattern ${next.from} redirects again.`,
      hint: 'Write the final address as the target.',
    });
  else checkTarget(pattern, to, place, exact, targets, problems);
}

/** The target must be a page, or lead to one for some value of its names. */
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
      message: `The pattern ${from} leads to ${to}, and so to ${chained.from}, which is itself redirected.`,
      hint: `Add an entry of its own for what leads there, with ${chained.to.path} as its target.`,
    });
  else if (isPattern(to) ? known.length === 0 && !leadsSomewhere(to, titles) : !titles.has(to))
    problems.error({
      ...place,
      code: 'redirect-target-missing',
      message: `The pattern ${from} leads to ${to}, but the site has no such page.`,
      hint: 'Write the path of a page of this site, such as `/tags/:name/`, with its slashes.',
    });
}

function leadsSomewhere(to: string, titles: ReadonlyMap<string, string>): boolean {
  return [...titles.keys()].some((path) => match(targetPattern(to), path) !== undefined);
}

/** A target filled in with something that no page is called. */
function probe(to: string): string {
  return fill(to, new Map(namesOf(to).map((name) => [name, '\u0000'])));
}
