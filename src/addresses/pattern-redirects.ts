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
  matcher,
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
  const sources = new Set(exact.map(({ from }) => from));
  const folded = new Set([...sources].map(foldPath));
  reportTooMany(rules, problems);
  for (const { fields, file, path } of rules.slice(0, MAX_PATTERNS)) {
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
    const draft = { from, to, status: fields.status, kind: 'page', owner } as const;
    patterns.push({ ...draft, known: knownRedirects(draft, folded, targets, addresses) });
  }
  const matchers = patterns.map((pattern): Matcher => [pattern, matcher(pattern.from)]);
  for (const pattern of patterns) check(pattern, { matchers, exact, sources }, targets, problems);
  return patterns;
}

/** Each is compared with every page and with every other one. */
const MAX_PATTERNS = 1000;

function reportTooMany(rules: readonly RedirectEntry[], problems: Problems): void {
  const first = rules[MAX_PATTERNS];
  if (first === undefined) return;
  problems.error({
    file: first.file,
    field: `${first.path}.from`,
    code: 'redirects-too-many',
    message: `There are ${rules.length.toLocaleString('en')} patterns, but the limit is ${MAX_PATTERNS.toLocaleString('en')}; this is the first beyond it.`,
    hint: 'Join patterns of the same shape, such as `/a/*` and `/b/*`, into one with a name: `/:folder/*`.',
  });
}

type Matcher = readonly [PatternRedirect, ReturnType<typeof matcher>];

/** What a pattern is compared with. */
interface Others {
  readonly matchers: readonly Matcher[];
  readonly exact: readonly Redirect[];
  /** Of `exact`. */
  readonly sources: ReadonlySet<string>;
}

/** A pattern that Perennial adds itself, without checks. */
export function generatedPattern(
  pattern: Omit<PatternRedirect, 'known'>,
  targets: Targets,
  addresses: Addresses,
): PatternRedirect {
  return { ...pattern, known: knownRedirects(pattern, new Set(), targets, addresses) };
}

/**
 * Source addresses of a pattern, derived from the pages that its target matches.
 * @param taken folded sources of exact redirects
 */
function knownRedirects(
  { from, to, status, owner }: Omit<PatternRedirect, 'known'>,
  taken: ReadonlySet<string>,
  { titles, feeds }: Targets,
  addresses: Addresses,
): Redirect[] {
  if (to === undefined || status === 410) return [];
  const matches = matcher(targetPattern(to));
  return [...titles].flatMap(([path, title]) => {
    const values = matches(path);
    const source = values && fillPattern(from, values);
    if (source === undefined || source === path || taken.has(foldPath(source))) return [];
    const redirect = pageRedirect({ from: source, to: addresses.of(path), title, owner });
    return [{ ...redirect, status, kind: feeds.has(path) ? 'feed' : 'page' }];
  });
}

function check(
  pattern: PatternRedirect,
  others: Others,
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
  const target = probe(to);
  const next =
    match(from, target) === undefined
      ? others.matchers.find(([, matches]) => matches(target) !== undefined)?.[0]
      : pattern;
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
  else checkTarget(pattern, to, place, others, targets, problems);
}

/** The target must be a page, or match one for some values of its placeholders. */
function checkTarget(
  { from, known }: PatternRedirect,
  to: string,
  place: Owner,
  { exact, sources }: Others,
  { titles }: Targets,
  problems: Problems,
): void {
  const matches = matcher(targetPattern(to));
  const chained = exact.find((redirect) => {
    const values = matches(redirect.from);
    if (values === undefined) return false;
    const source = fillPattern(from, values);
    return source === undefined || !sources.has(source);
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
  return firstMatch(targetPattern(to), titles.keys()) !== undefined;
}

/** A target filled in with a value that occurs in no path. */
function probe(to: string): string {
  return fill(to, new Map(namesOf(to).map((name) => [name, '\u0000'])));
}
