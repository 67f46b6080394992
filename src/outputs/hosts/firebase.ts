/**
 * Firebase Hosting: `firebase.json`, whose redirects go before files.
 * https://firebase.google.com/docs/hosting/full-config
 */
import type { PatternRedirect, Redirect } from '../../addresses/redirect.ts';
import { decodePath } from '../../lib/paths.ts';
import { SPLAT, namesOf, partsOf, patternSource } from '../../lib/patterns.ts';
import { slashVariants, encodingVariants } from './encoding-variants.ts';
import { headerRules, type HeaderRule } from './headers.ts';
import type { Deployment, Host } from './host.ts';
import { matchable, reportGone } from './unsupported.ts';
import { hasWholeSegments } from './redirects-file.ts';

const TITLE = 'Firebase Hosting';

/** What is not uploaded. */
const IGNORED = ['firebase.json', '**/.*', '_hosts/**'];

export const firebaseHost: Host = {
  title: TITLE,
  emit: (site, problems) => {
    const root = decodePath(site.basePath) ?? site.basePath;
    const matched = matchable(site, TITLE, (pattern) => canMatch(root, pattern), problems);
    reportGone(site, TITLE, [...site.redirects.gone, ...matched.gone], problems);
    const exact = [...matched.exact, ...matched.patterns.flatMap(withoutRest)];
    const hosting = {
      public: '.',
      ignore: IGNORED,
      cleanUrls: false,
      redirects: [
        ...withoutCases(exact.map((redirect) => exactRule(root, redirect))),
        ...matched.patterns.map((pattern) => patternRule(root, pattern)),
      ],
      headers: [...headerRules(site).map(headerRule), ...feedRules(site)],
    };
    return {
      files: [{ path: '/firebase.json', content: `${JSON.stringify({ hosting }, null, 2)}\n` }],
      stubs: [],
    };
  },
};

interface Rule {
  /** https://github.com/google/re2/wiki/Syntax */
  readonly regex: string;
  /** Decoded, as it is percent-encoded when it is sent. */
  readonly destination: string;
  readonly type: number;
}

/** Letter case is ignored here, but not in a pattern: a page may differ from that in case alone. */
function exactRule(root: string, { from, to, status }: Redirect): Rule {
  return {
    regex: `(?i)^${slashVariants(encodingVariants(root + from), '/?')}$`,
    destination: decodePath(to.url) ?? to.url,
    type: status,
  };
}

/** One rule is enough for addresses that differ in letter case alone, as they lead to one page. */
function withoutCases(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [rule.regex.toLowerCase(), rule])).values()];
}

function patternRule(root: string, { from, to = '', status }: PatternRedirect): Rule {
  const names = namesOf(from);
  const target = to.replace(/:([a-z]+)/gi, (_, name: string) => `:${names.indexOf(name) + 1}`);
  return {
    regex: patternSource(root + from, encodingVariants),
    destination: root + target,
    type: status,
  };
}

/** What a pattern with a star leads to when nothing stands for the star, which Firebase does not fill in. */
function withoutRest({ from, known }: PatternRedirect): Redirect[] {
  return known.filter((redirect) => `${redirect.from}*` === from);
}

/**
 * Names are filled in where each is a whole part of the target, which is a
 * pattern itself. What a star stands for may begin with a slash, and
 * `//example.org` is another host.
 */
function canMatch(root: string, { to }: PatternRedirect): boolean {
  return (
    to !== undefined &&
    hasWholeSegments(to) &&
    partsOf(to).every((part) => part.kind !== 'text' || !/[:*+?(){}\\%]/.test(part.text)) &&
    !(root + to).startsWith(`/:${SPLAT}`)
  );
}

/** `source` is a glob, compared with the path as it was sent. */
function headerRule({ path, headers }: HeaderRule) {
  return {
    source: `${quoteGlob(path.replace(/\*$/, ''))}**`,
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  };
}

function feedRules({ basePath, feeds }: Deployment) {
  return feeds.map(({ name, type }) => ({
    source: `${quoteGlob(basePath)}/**/${name}`,
    headers: [{ key: 'Content-Type', value: type }],
  }));
}

function quoteGlob(text: string): string {
  return text.replace(/[?*+@!()[\]{}]/g, '\\$&');
}
