/**
 * Cloudflare Pages, and Workers with static assets: `_redirects` and `_headers`.
 * https://developers.cloudflare.com/pages/configuration/redirects/
 * https://developers.cloudflare.com/pages/configuration/headers/
 */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { encodePath } from '../../lib/paths.ts';
import { namesOf, partsOf } from '../../lib/patterns.ts';
import type { OutputFile, Redirect } from '../../site/model.ts';
import { defineHost, grouped, type Deployment, type HostReport } from './host.ts';
import { ownRules } from './own-headers.ts';
import { ruleLines, rulesIn } from './own-rules.ts';
import {
  encodings,
  headersFile,
  ownRedirects,
  patternLine,
  redirectLine,
  redirectsFile,
} from './redirects-file.ts';
import { allocate, sizeOf } from './rule-limit.ts';
import { listUrls, supportedRedirects } from './unsupported.ts';

const MAX_REDIRECTS = 2_000;
const MAX_PATTERNS = 100;
const MAX_REDIRECT_LENGTH = 1_000;
const MAX_HEADER_RULES = 100;
const MAX_HEADER_LENGTH = 2_000;

/** Users report that Cloudflare silently stops reading here, so later redirects get stubs. */
const SAFE_BYTES = 100_000;

/** Placeholders and splats. */
const RESERVED = /:[a-z]|\*/i;

export const cloudflareHost = defineHost('Cloudflare', (site, report) => {
  const { exact, patterns } = supportedRedirects(site, report, { canMatch });
  if (site.htmlPages.length > 0)
    report.unsupported(
      `serves pages that end in .html at the URL without the extension, and redirects there (307): ${listUrls(site.htmlPages.map((from) => ({ from })))}.`,
      'Choose a `permalink` that ends in a slash, so that old addresses redirect only once.',
    );
  const linesFor = (redirect: Redirect): string[] =>
    linesOf(site, redirect).filter((line) => !taken.has(line.replace(/ .*/, '')));
  const likeliest = (redirect: Redirect): string[] => linesFor(redirect).slice(0, 1);
  // Cloudflare tries patterns last, wherever they are.
  const ownLines = ownRedirects(site, report, ({ from }) => !RESERVED.test(from));
  const own = splitAtPattern(ownLines);
  const taken = new Set(rulesIn(ownLines).map(({ from }) => from));
  const most = MAX_REDIRECTS - ruleLines(own.exact).length;
  const bytes = SAFE_BYTES - sizeOf([...own.exact, ...own.others]);
  const { lines, stubs } = allocate(exact, likeliest, { lines: most, bytes });
  const needed = [...lines, ...stubs.flatMap(likeliest)];
  if (needed.length > most)
    report.limit(
      tooMany(needed.length + MAX_REDIRECTS - most, MAX_REDIRECTS, 'redirects'),
      'Replace redirects of the same shape with a pattern in `redirects.yaml`, or choose `host: static`, whose pages at the old addresses also work on Cloudflare, only slower.',
    );
  const patternCount = ruleLines(own.others).length + patterns.length;
  if (patternCount > MAX_PATTERNS)
    report.limit(
      tooMany(patternCount, MAX_PATTERNS, 'patterns'),
      'Write fewer patterns in `redirects.yaml`, or choose another host, such as `netlify`.',
    );
  const all = new Set([...needed, ...exact.flatMap(linesFor)]);
  const patternLines = patterns.map(({ from, to = '', status }) =>
    patternLine(site.basePath, from, withoutHtml(to), status),
  );
  return {
    files: [
      // Patterns come last: every rule after one counts as a pattern.
      ...redirectsFile([
        ...own.exact,
        ...[...all].slice(0, Math.max(0, most)),
        ...own.others,
        ...patternLines,
      ]),
      headersOf(site, report),
    ],
    stubs: [...stubs, ...exact.filter(({ from }) => RESERVED.test(encodePath(from)))],
  };
});

/** The lines before the first pattern, and the rest. */
function splitAtPattern(lines: readonly string[]) {
  const first = lines.findIndex((line) => /^\s*(?!#)(?:https:)?[^\s:*]*(?:\*|:[a-z])/i.test(line));
  const end = first === -1 ? lines.length : first;
  return { exact: lines.slice(0, end), others: lines.slice(end) };
}

function tooMany(count: number, most: number, what: string): string {
  return `reads at most ${grouped(most)} ${what}. This site has ${grouped(count)}, so it would ignore the last ones.`;
}

/** Rules for one redirect, the likeliest spelling first. */
function linesOf(
  { basePath }: Deployment,
  { from, spellings = [], to, status }: Redirect,
): string[] {
  const other = { from: otherSlash(from), spellings: spellings.map(otherSlash) };
  return [{ from, spellings }, other]
    .flatMap((source) => encodings(source, RESERVED))
    .map((path) => redirectLine(basePath + path, withoutHtml(to.url), status))
    .filter((line) => line.length <= MAX_REDIRECT_LENGTH);
}

/** The URL at which Cloudflare serves a page; saves a second redirect. */
function withoutHtml(url: string): string {
  return url.replace(/\.html$/, '');
}

/** The path without its trailing slash, or a folder with one. */
function otherSlash(path: string): string {
  if (path.endsWith('/')) return path.slice(0, -1);
  return /\.[^/.]+$/.test(path) ? path : `${path}/`;
}

/**
 * Cloudflare extends a name over digits and underscores, matches the first of
 * two names in a segment greedily, and fills in a target name by name.
 */
function canMatch({ from }: PatternRedirect): boolean {
  const names = namesOf(from);
  return (
    !/:[a-z]+[\d_]/i.test(from) &&
    from.split('/').every((segment) => namesOf(segment).length <= 1) &&
    names.every((name) => names.filter((other) => other.startsWith(name)).length === 1) &&
    partsOf(from).every((part) => part.kind !== 'text' || !RESERVED.test(part.text))
  );
}

function headersOf(site: Deployment, report: HostReport): OutputFile {
  const file = headersFile(site, report, true);
  const count = ownRules(file.content).length;
  if (count > MAX_HEADER_RULES)
    report.limit(
      tooMany(count, MAX_HEADER_RULES, 'rules in `_headers`'),
      'Write fewer rules in `public/_headers`, or choose another host, such as `netlify`.',
    );
  if (file.content.split('\n').some((line) => line.length > MAX_HEADER_LENGTH))
    report.limit(
      `reads at most ${grouped(MAX_HEADER_LENGTH)} characters of a header. The one that lists the hosts of frames is longer, so it would be dropped.`,
      'Embed pages of fewer hosts, or choose another host, such as `netlify`.',
    );
  return file;
}
