/** Payloads as sources and targets of redirects: no file of a host says more than its redirects. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../../src/addresses/address.ts';
import type { RedirectTable } from '../../../src/addresses/redirect.ts';
import { redirectTable } from '../../../src/addresses/redirects.ts';
import type { RedirectFields } from '../../../src/content/redirects-schema.ts';
import { HOST_NAMES, type HostName } from '../../../src/content/site-schema.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { emit } from '../../../src/outputs/hosts/emit.ts';
import { stubFiles } from '../../../src/outputs/hosts/stubs.ts';
import { deployment } from '../../support/deployment.ts';
import { elements, linkTarget, metaContent, parsePage } from '../../support/dom.ts';
import { PUBLIC_PAYLOADS } from '../../support/public-payloads.ts';

const INJECTIONS = [
  'a\r\nSet-Cookie: a=b',
  'a%0D%0ASet-Cookie:%20a=b',
  'a /archive/ 301\n/* https://evil.example/ 301!',
  'a 301 https://evil.example/',
  "a' ; id ; '",
  'a" ; } location / { return 301 https:/evil.example; }',
  'a$(id)`id`${HOME}{$HOME}{env.HOME}',
  'a\\" "b\\',
  'a%5C%22%20b%5C',
  'a%22%3Bid%3B%22',
  'a%27%3Bid%3B%27',
  'a%00b',
  'a%E2%80%A8b',
  'a=%{ENV:HOME}%1$1',
  'a[L,R=301]<If>',
];
const PAYLOADS = [...new Set([...PUBLIC_PAYLOADS, ...INJECTIONS])].filter((text) => text !== '');

/** Forms in which an owner may write a payload as an old address. */
const FORMS = [
  (text: string) => text,
  (text: string) => `/old/${text}`,
  (text: string) => `/old/${encodeURIComponent(text.toWellFormed())}`,
  (text: string) => `/old/${encodeURIComponent(text.toWellFormed())}/:name/`,
  (text: string) => `/old/${text}/*`,
];

const addresses = new Addresses('https://garden.example/');
const targets = {
  titles: new Map([
    ['/archive/', 'Archive'],
    ['/tags/tea/', '</title><script>alert(1)</script>'],
  ]),
  feeds: new Set<string>(),
  files: [],
};

type Rule = Pick<RedirectFields, 'from'> & Partial<RedirectFields>;

/** The table of these rules, and the codes of each rule with a problem. */
function tableOf(rules: readonly Rule[]): { table: RedirectTable; told: Map<string, string> } {
  const problems = new Problems();
  const entries = rules.map(({ status = 301, ...rule }, index) => ({
    file: 'redirects.yaml',
    path: `redirects[${index}]`,
    fields: { status, ...rule },
  }));
  const table = redirectTable([], entries, targets, addresses, problems);
  const told = problems.all.map(({ code, field = '' }): [string, string] => [field, code]);
  return { table, told: new Map(told) };
}

/** Rules that are no mistake. Each is checked by itself, since others may be too many to tell. */
const VALID = PAYLOADS.flatMap((text, index): Rule[] =>
  FORMS.map((form): Rule => {
    const from = form(text);
    if (from.endsWith('/:name/')) return { from, to: '/tags/:name/' };
    return index % 5 === 0 ? { from, status: 410 } : { from, to: '/archive/' };
  }),
).filter((rule) => tableOf([rule]).told.size === 0);
const PATTERN = /:[a-z]|\*/i;
const { table } = tableOf([
  ...VALID.filter(({ from }) => !PATTERN.test(from)),
  ...VALID.filter(({ from }) => PATTERN.test(from)).slice(0, 300),
]);

/** Harmless rules of each kind. */
const { table: plainTable } = tableOf([
  ...['/old/a b', '/old/c', '/old/index.php'].map((from) => ({ from, to: '/archive/' })),
  ...['/gone/a', '/gone/b'].map((from): Rule => ({ from, status: 410 })),
  ...['/old/d/:name/', '/old/:a/e/:name/'].map((from) => ({ from, to: '/tags/:name/' })),
  ...['/old/f/*', '/old/:name'].map((from) => ({ from, to: '/archive/' })),
  { from: '/gone/*', status: 410 },
]);

function filesOf(host: HostName, redirects: RedirectTable): Map<string, string> {
  const { hostFiles, stubs } = emit([host], deployment(redirects), new Problems());
  const files = [...hostFiles, ...stubFiles(stubs, [], { siteLang: { lang: 'en' } })];
  return new Map(files.map(({ path, content }) => [path, String(content)]));
}

/** Quoted texts of web servers, and of shells. */
const QUOTED = /"(?:[^"\\\n]|\\.)*"/g;
const QUOTED_IN_SHELL = /'[^']*'|\\'/g;

/** The lines of a file without what it quotes and counts. */
function skeleton(text: string, quoted: RegExp): Set<string> {
  return new Set(
    text.replaceAll(quoted, '"').replaceAll(/"+/g, '"').replaceAll(/\d+/g, '0').split('\n'),
  );
}

const PAGE = /^\/(?:archive|tags\/tea)\/$/;
const TARGET = /^\/(?:archive\/|tags\/(?:tea|:name|:1|\$\w+)\/|404\.html|)$/;
const LINE =
  /^\/(?!\/)\S* (?:\/archive\/ 301!?|\/tags\/(?:tea|:name)\/ 301!?|\/404\.html 410!?|301:\/archive\/|301:\/tags\/tea\/|410:)$/;

function linesOf(text: string): string[] {
  return text.trimEnd().split('\n');
}

/** What a file says besides its redirects. */
function faultsOf(path: string, text: string, plain: string): string[] {
  // Line breaks, and whatever else ends a header or a line.
  const broken = linesOf(text).filter((line) => /[^\P{Cc}\t]|\p{Zl}|\p{Zp}/u.test(line));
  if (broken.length > 0) return broken;
  if (text.startsWith('<!DOCTYPE')) return stubFaults(text);
  if (/_redirects$|redirects\.txt$/.test(path))
    return linesOf(text).filter((line) => !LINE.test(line));
  if (path.endsWith('.json'))
    return targetsIn(JSON.parse(text)).filter((target) => !TARGET.test(target));
  const quoted = path.endsWith('.sh') ? QUOTED_IN_SHELL : QUOTED;
  const known = skeleton(plain, quoted);
  // Caddy and Apache replace these in quoted texts too.
  const replaced = /apache|htaccess/.test(path) ? /\$\{/ : /caddy/.test(path) ? /\{\$/ : undefined;
  return [
    ...[...skeleton(text, quoted)].filter((line) => !known.has(line)),
    ...linesOf(text).filter((line) => replaced?.test(line) === true && !plain.includes(line)),
  ];
}

function stubFaults(html: string): string[] {
  const page = parsePage(html);
  const leadsTo = [
    metaContent(page, 'refresh')?.replace('0; url=', '') ?? '',
    linkTarget(page, 'canonical')?.replace('https://garden.example', '') ?? '',
    ...elements(page, 'a').map(({ attribs }) => attribs['href'] ?? ''),
  ];
  return [
    ...leadsTo.filter((target) => !PAGE.test(target)),
    ...elements(page, 'script', 'img', 'svg', 'iframe').map(({ name }) => name),
  ];
}

/** Every target in the configuration. */
function targetsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    /^(?:destination|redirect|rewrite)$/.test(name) ? [String(child)] : targetsIn(child),
  );
}

describe('redirects with payloads', () => {
  it('are many', () => {
    expect(table.exact.length).toBeGreaterThan(300);
    expect(table.gone.length).toBeGreaterThan(100);
    expect(table.patterns.length).toBeGreaterThan(200);
  });

  it('lead nowhere else: a target that is no page is told with its line', () => {
    const told = PAYLOADS.flatMap((to) => [
      tableOf([{ from: '/old', to }]).told,
      tableOf([{ from: '/old/:name', to: `${to}/:name` }]).told,
    ]);
    const fields = told.map((codes) => [...codes.keys()].join());
    expect(fields.filter((field) => !/^redirects\[0\]\.(?:to|from)$/.test(field))).toEqual([]);
  });

  it.each(HOST_NAMES)('add nothing but redirects to the files for %s', (host) => {
    const plain = filesOf(host, plainTable);
    const files = [...filesOf(host, table)];
    const faults = files.flatMap(([path, text]) => faultsOf(path, text, plain.get(path) ?? ''));
    expect(faults).toEqual([]);
  });
});
