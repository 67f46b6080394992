/**
 * Cloudflare Pages, and Workers with static assets: `_redirects` and `_headers`.
 * https://developers.cloudflare.com/pages/configuration/redirects/
 * https://developers.cloudflare.com/pages/configuration/headers/
 */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { encodePath } from '../../lib/paths.ts';
import { namesOf, partsOf } from '../../lib/patterns.ts';
import type { Problems } from '../../lib/problem.ts';
import type { OutputFile, Redirect } from '../../site/model.ts';
import { headerRules, type HeaderRule } from './headers.ts';
import { reportUnsupported, reportLimit, type Deployment, type Host } from './host.ts';
import { listed, matchable, reportGone } from './unsupported.ts';
import {
  headersFile,
  patternLine,
  redirectLine,
  redirectsFile,
  spellings,
} from './redirects-file.ts';
import { byNeed, allocate } from './rule-limit.ts';

const TITLE = 'Cloudflare';

/** How many of something Cloudflare reads. */
interface Limit {
  readonly most: number;
  readonly what: string;
  readonly hint: string;
}

const REDIRECTS: Limit = {
  most: 2_000,
  what: 'redirects',
  hint: 'Write a pattern in `redirects.yaml` for redirects of one shape, or choose `host: static`, whose pages at the old addresses work on Cloudflare too, if slower.',
};
const PATTERNS: Limit = {
  most: 100,
  what: 'patterns',
  hint: 'Write fewer patterns in `redirects.yaml`, or choose another host, such as `netlify`.',
};
const MAX_REDIRECT_LENGTH = 1_000;
const MAX_HEADER_LENGTH = 2_000;

/** Some say that Cloudflare leaves off here without a word; the stubs of later redirects are for that. */
const SURE_BYTES = 100_000;

/** What a rule takes for a placeholder or a splat. */
const RESERVED = /:[a-z]|\*/i;

export const cloudflareHost: Host = {
  title: TITLE,
  emit: (site, problems) => {
    const { exact, patterns, gone } = matchable(site, TITLE, canMatch, problems);
    reportGone(site, TITLE, [...site.redirects.gone, ...gone], problems);
    reportStripped(site, problems);
    const first = (redirect: Redirect): string[] => linesOf(site, redirect).slice(0, 1);
    const { lines, others } = allocate(byNeed(exact), first, {
      lines: REDIRECTS.most,
      bytes: SURE_BYTES,
    });
    const needed = [...lines, ...others.flatMap(first)];
    reportMany(site, needed.length, REDIRECTS, problems);
    reportMany(site, patterns.length, PATTERNS, problems);
    const more = exact.flatMap((redirect) => linesOf(site, redirect));
    const fixed = [...new Set([...needed, ...more])].slice(0, REDIRECTS.most);
    const shapes = patterns.map(({ from, to = '', status }) =>
      patternLine(site.basePath, from, shownAt(to), status),
    );
    return {
      // After a pattern, everything counts as one.
      files: [...redirectsFile([...fixed, ...shapes]), headersOf(site, problems)],
      stubs: [...others, ...exact.filter(({ from }) => RESERVED.test(encodePath(from)))],
    };
  },
};

/** The rules of a redirect, the most likely spelling first. */
function linesOf({ basePath }: Deployment, { from, to, status }: Redirect): string[] {
  return [from, otherEnd(from)]
    .flatMap((path) => spellings(path, RESERVED))
    .map((path) => redirectLine(basePath + path, shownAt(to.url), status))
    .filter((line) => line.length <= MAX_REDIRECT_LENGTH);
}

/** Where Cloudflare shows a page, so that no reader is redirected twice. */
function shownAt(url: string): string {
  return url.replace(/\.html$/, '');
}

/** A folder of the old site with a slash at its end, if it has none, and the reverse. */
function otherEnd(path: string): string {
  if (path.endsWith('/')) return path.slice(0, -1);
  return /\.[^/.]+$/.test(path) ? path : `${path}/`;
}

/**
 * Whether a pattern means the same to Cloudflare, which lets a name go on over
 * digits and underscores, gives the first of two names in one part as much as
 * it can, and fills in a target name by name.
 */
function canMatch({ from, to }: PatternRedirect): boolean {
  const names = namesOf(from);
  return (
    to !== undefined &&
    !/:[a-z]+[\d_]/i.test(from) &&
    from.split('/').every((segment) => namesOf(segment).length <= 1) &&
    names.every((name) => names.filter((other) => other.startsWith(name)).length === 1) &&
    partsOf(from).every((part) => part.kind !== 'text' || !RESERVED.test(part.text))
  );
}

/** An address that ends in `.html` leads on to the one without it. */
function reportStripped(site: Deployment, problems: Problems): void {
  const { htmlPages } = site;
  if (htmlPages.length === 0) return;
  const pages = htmlPages.map((from) => ({ from }));
  reportUnsupported(
    site,
    {
      message: `${TITLE} shows a page that ends in .html at the address without it, and redirects there (307): ${listed(pages)}.`,
      hint: 'Choose a `permalink` that ends in a slash; the old addresses are then redirected once.',
    },
    problems,
  );
}

function reportMany(site: Deployment, count: number, limit: Limit, problems: Problems): void {
  const { most, what, hint } = limit;
  if (count <= most) return;
  const message = `${TITLE} reads ${written(most)} ${what}, and the site has ${written(count)}, so the last ones would do nothing.`;
  reportLimit(site, { message, hint }, problems);
}

function written(count: number): string {
  return count.toLocaleString('en');
}

function headersOf(site: Deployment, problems: Problems): OutputFile {
  const rules = headerRules(site);
  const file = headersFile(site, (rule) => setBefore(rule, rules));
  if (file.content.split('\n').some((line) => line.length > MAX_HEADER_LENGTH))
    reportLimit(
      site,
      {
        message: `${TITLE} reads ${written(MAX_HEADER_LENGTH)} characters of a header, and the one that names the hosts of frames is longer, so the browser would be told of none.`,
        hint: 'Embed pages of fewer hosts, or choose another host, such as `netlify`.',
      },
      problems,
    );
  return file;
}

/** Headers that Cloudflare would join with those of a rule, as another rule that applies has them too. */
function setBefore({ path, headers }: HeaderRule, rules: readonly HeaderRule[]): string[] {
  const earlier = rules
    .slice(
      0,
      rules.findIndex((rule) => rule.path === path),
    )
    .filter((rule) => rule.path.endsWith('*') && path.startsWith(rule.path.slice(0, -1)));
  return Object.keys(headers).filter((name) => earlier.some((rule) => name in rule.headers));
}
