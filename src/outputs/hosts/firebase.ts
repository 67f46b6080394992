/**
 * Firebase Hosting: `firebase.json`. Its redirects take precedence over files.
 * https://firebase.google.com/docs/hosting/full-config
 */
import type { PatternRedirect, Redirect } from '../../addresses/redirect.ts';
import { isObject } from '../../lib/merge-json.ts';
import { JAVASCRIPT, SPLAT, namesOf, partsOf, patternSource } from '../../lib/patterns.ts';
import { encodingVariants, slashVariants, sourceVariants } from './encoding-variants.ts';
import { headerRules } from './headers.ts';
import { decoded, defineHost, headerList } from './host.ts';
import { listOf, repeatedHeaders, withOwnJson } from './own-json.ts';
import { reportShadowed, rulesOf } from './own-rules.ts';
import { hasWholeSegments } from './redirects-file.ts';
import { supportedRedirects } from './unsupported.ts';

const FILE = '/firebase.json';

/** Files that are not uploaded. */
const IGNORED = ['firebase.json', '**/.*', '_hosts/**'];

export const firebaseHost = defineHost('Firebase Hosting', (site, report) => {
  const root = decoded(site.basePath);
  const { exact, patterns } = supportedRedirects(site, report, {
    canMatch: (pattern) => canMatch(root, pattern),
  });
  const hosting = {
    public: '.',
    ignore: IGNORED,
    cleanUrls: false,
    redirects: [
      ...uniqueRules(
        [...exact, ...patterns.flatMap(emptySplat)].map((redirect) => exactRule(root, redirect)),
      ),
      ...patterns.map((pattern) => patternRule(root, pattern)),
    ],
    // `source` is a glob, matched against the path as it was sent.
    headers: [
      ...headerRules(site).map(({ path, headers }) => ({
        source: quoteGlob(path.replace(/\*$/, '')) + (path.endsWith('*') ? '**' : ''),
        headers: headerList(headers),
      })),
      ...site.feeds.map(({ name, type }) => ({
        source: `${quoteGlob(site.basePath)}/**/${name}`,
        headers: headerList({ 'Content-Type': type }),
      })),
    ],
  };
  const own = site.own.get(FILE);
  const ownHosting = isObject(own?.json?.['hosting']) ? own.json['hosting'] : {};
  if (own !== undefined)
    reportShadowed(site, own, rulesOf(ownHosting['redirects'], ['source', 'destination']), report);
  const config = withOwnJson(site, FILE, { hosting }, report);
  const merged = isObject(config['hosting']) ? config['hosting'] : hosting;
  const headers = [
    ...listOf(merged['headers']),
    ...repeatedHeaders(site, FILE, ownHosting['headers'], hosting.headers, report),
  ];
  const whole = { ...config, hosting: { ...merged, headers } };
  return { files: [{ path: FILE, content: `${JSON.stringify(whole, null, 2)}\n` }] };
});

interface Rule {
  /** https://github.com/google/re2/wiki/Syntax */
  readonly regex: string;
  /** Decoded; Firebase percent-encodes it. */
  readonly destination: string;
  readonly type: number;
}

/** Ignores case, unlike a pattern, which could match a page that differs only in case. */
function exactRule(root: string, redirect: Redirect): Rule {
  const source = encodingVariants(root) + sourceVariants(redirect);
  return {
    regex: `(?i)^${slashVariants(source, '/?')}$`,
    destination: decoded(redirect.to.url),
    type: redirect.status,
  };
}

/** Drops rules that differ only in case, which lead to the same page. */
function uniqueRules(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [rule.regex.toLowerCase(), rule])).values()];
}

function patternRule(root: string, { from, to = '', status }: PatternRedirect): Rule {
  const names = namesOf(from);
  const target = to.replace(/:([a-z]+)/gi, (_, name: string) => `:${names.indexOf(name) + 1}`);
  return {
    regex: patternSource(root + from, encodingVariants, { ...JAVASCRIPT, backtracks: false }),
    destination: root + target,
    type: status,
  };
}

/** The redirect for an empty splat, which Firebase does not insert. */
function emptySplat({ from, known }: PatternRedirect): Redirect[] {
  return known.filter((redirect) => `${redirect.from}*` === from);
}

/**
 * Firebase inserts names only as whole segments of a target, which is a pattern
 * itself. A splat may begin with a slash, and `//example.org` is another host.
 */
function canMatch(root: string, { to = '' }: PatternRedirect): boolean {
  return (
    hasWholeSegments(to) &&
    partsOf(to).every((part) => part.kind !== 'text' || !/[:*+?(){}\\%]/.test(part.text)) &&
    !(root + to).startsWith(`/:${SPLAT}`)
  );
}

function quoteGlob(text: string): string {
  return text.replace(/[?*+@!()[\]{}]/g, '\\$&');
}
