/** Builds the redirect table from `legacyUrl` fields and `redirects.yaml`. */
import type { RedirectEntry } from '../content/entries.ts';
import { decodePath, foldPath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Addresses } from './address.ts';
import { withoutDuplicates } from './duplicate-redirects.ts';
import { withFolders } from './index-files.ts';
import { patternRedirects } from './pattern-redirects.ts';
import { isPattern } from '../lib/patterns.ts';
import {
  isAt,
  legacyPath,
  sourceOf,
  type Gone,
  type LegacyAddress,
  type Redirect,
  type RedirectTable,
  type Source,
  type Targets,
} from './redirect.ts';

/**
 * Reports invalid sources, sources with two targets (ignoring case), chains, loops, missing targets
 * and patterns that match a page.
 */
export function redirectTable(
  legacy: readonly LegacyAddress[],
  rules: readonly RedirectEntry[],
  targets: Targets,
  addresses: Addresses,
  problems: Problems,
): RedirectTable {
  const table = legacyRedirects(legacy, problems);
  const gone: Gone[] = [];
  const exactRules = rules.filter(({ fields }) => !isPattern(fields.from));
  const sources = sourcesOf(legacy, exactRules);
  const inLoops = sourcesInLoops(sources);
  for (const rule of exactRules) {
    const owner = { file: rule.file, field: `${rule.path}.from` };
    const from = legacyPath(rule.fields.from, owner, problems);
    if (from === undefined) continue;
    if (isGenerated(from, targets)) {
      problems.warn({
        ...owner,
        code: 'redirect-unneeded',
        message: `The site has a page or feed of its own at ${from}, so this redirect has no effect.`,
        hint: 'Remove it.',
      });
      continue;
    }
    const source = sourceOf(rule.fields.from, from);
    if (rule.fields.to === undefined) gone.push({ ...source, owner });
    else {
      const redirect = ruleRedirect(rule, source, rule.fields.to, targets, addresses);
      if (redirect === undefined)
        reportTarget(rule, rule.fields.to, { sources, inLoops }, problems);
      else table.push(redirect);
    }
  }
  const exact = withoutDuplicates(table, gone, problems);
  const patternRules = rules.filter(({ fields }) => isPattern(fields.from));
  const patterns = patternRedirects(patternRules, exact, targets, addresses, problems);
  return withFolders({ exact, gone, patterns }, targets);
}

/**
 * Whether a path is that of a list of posts, which comes and goes with its posts. Only generated
 * pages are titled by their path.
 */
function isGenerated(path: string, { titles }: Targets): boolean {
  const page = path.replace(/(?<=\/)index\.html$/, '');
  return [page, `${page}/`].some((own) => titles.get(own) === own);
}

function legacyRedirects(legacy: readonly LegacyAddress[], problems: Problems): Redirect[] {
  return legacy.flatMap(({ written, ...redirect }) => {
    const from = legacyPath(written, redirect.owner, problems);
    return from === undefined || isAt(from, redirect.to)
      ? []
      : [{ status: 301, ...redirect, ...sourceOf(written, from) }];
  });
}

/** The redirect of a rule, or `undefined` if its target is not a page. */
function ruleRedirect(
  { fields, file, path }: RedirectEntry,
  source: Source,
  written: string,
  { titles, feeds }: Targets,
  addresses: Addresses,
): Redirect | undefined {
  const to = decodePath(written) ?? written;
  const title = titles.get(to);
  if (title === undefined || fields.status === 410) return undefined;
  return {
    ...source,
    to: addresses.of(to),
    title,
    status: fields.status,
    kind: feeds.has(to) ? 'feed' : 'page',
    owner: { file, field: `${path}.from` },
  };
}

/** Targets by source, as folded paths; `undefined` for 410. */
function sourcesOf(
  legacy: readonly LegacyAddress[],
  rules: readonly RedirectEntry[],
): ReadonlyMap<string, string | undefined> {
  return new Map([
    ...rules.map(({ fields }): [string, string | undefined] => [
      foldWritten(fields.from),
      fields.to === undefined ? undefined : foldWritten(fields.to),
    ]),
    ...legacy
      .map(({ written, to }): [string, string] => [foldWritten(written), foldPath(to.path)])
      .filter(([from, to]) => from !== to),
  ]);
}

interface Chains {
  /** Targets by source, as folded paths; `undefined` for 410. */
  readonly sources: ReadonlyMap<string, string | undefined>;
  readonly inLoops: ReadonlySet<string>;
}

function reportTarget(
  { file, path, fields }: RedirectEntry,
  written: string,
  { sources, inLoops }: Chains,
  problems: Problems,
): void {
  const to = decodePath(written) ?? written;
  const place = { file, field: `${path}.to` };
  if (inLoops.has(foldWritten(fields.from)))
    problems.error({
      ...place,
      code: 'redirect-loop',
      message: `The redirect leads to ${to}, which leads back to ${fields.from}, so visitors would never arrive.`,
      hint: 'Use a page on this site as the target of one of them.',
    });
  else if (sources.has(foldPath(to)))
    problems.error({
      ...place,
      code: 'redirect-chain',
      message: `The redirect leads to ${to}, which is itself redirected.`,
      hint: 'Use the final address as the target.',
    });
  else
    problems.error({
      ...place,
      code: 'redirect-target-missing',
      message: `The redirect leads to ${to}, but the site has no such page.`,
      hint: 'Use the path of a page on this site, such as `/about/`, including its slashes.',
    });
}

/** Sources that lead back to themselves. Follows each once, since a chain may be as long as the file. */
function sourcesInLoops(sources: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const inLoops = new Set<string>();
  const seen = new Set<string>();
  for (const start of sources.keys()) {
    const chain = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      chain.add(at);
      at = sources.get(at);
    }
    // It ends in itself if it has come back to one of its own.
    for (let next = at; next !== undefined && chain.delete(next); next = sources.get(next))
      inLoops.add(next);
  }
  return inLoops;
}

/** Folds a path as written, which may be percent-encoded. */
function foldWritten(path: string): string {
  return foldPath(decodePath(path) ?? path);
}
