/** The redirect table. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { legacyAddresses, type Redirect } from '../../src/addresses/redirect.ts';
import { redirectTable } from '../../src/addresses/redirects.ts';
import { Problems } from '../../src/lib/problem.ts';
import { postEntry } from '../support/entries.ts';

const addresses = new Addresses('https://garden.example/');

/** Builds a table from posts (legacy URLs by folder) and rules (source and target). */
function tableOf(
  posts: Readonly<Record<string, readonly string[]>>,
  rules: readonly (readonly [string, string])[] = [],
): { table: readonly Redirect[]; codes: string[]; messages: string[] } {
  const problems = new Problems();
  const entries = Object.entries(posts).map(([slug, legacyUrl]) => ({
    entry: postEntry({ slug, title: slug.toUpperCase(), legacyUrl: [...legacyUrl] }),
    address: addresses.of(`/${slug}/`),
  }));
  const titles = new Map([
    ['/archive/', 'Archive'],
    ...entries.map(({ entry, address }): [string, string] => [address.path, entry.fields.title]),
  ]);
  const ruleEntries = rules.map(([from, to], index) => ({
    file: 'redirects.yaml',
    path: `redirects[${index}]`,
    fields: { from, to, status: 301 as const },
  }));
  const targets = { titles, feeds: new Set<string>(), files: ['/css/site.css'] };
  const { exact } = redirectTable(
    legacyAddresses(entries),
    ruleEntries,
    targets,
    addresses,
    problems,
  );
  return {
    table: exact,
    codes: problems.all.map(({ code }) => code),
    messages: problems.all.map(({ message }) => message),
  };
}

describe('redirectTable', () => {
  it('contains every legacy URL, sorted, with the title of its target', () => {
    const { table, codes } = tableOf({ b: ['/z.html', '/a.html'], c: [] }, [
      ['/m.html', '/archive/'],
    ]);
    expect(codes).toEqual([]);
    expect(table.map(({ from, to, title }) => [from, to.path, title])).toEqual([
      ['/a.html', '/b/', 'B'],
      ['/m.html', '/archive/', 'Archive'],
      ['/z.html', '/b/', 'B'],
    ]);
  });

  it('keeps case and decodes percent-encoding', () => {
    const { table } = tableOf({ a: ['/2020/Hello.html', '/caf%C3%A9.html'] });
    expect(table.map(({ from }) => from)).toEqual(['/2020/Hello.html', '/caf\u00e9.html']);
  });

  it('omits a legacy URL that its post still has', () => {
    const { table, codes } = tableOf({ a: ['/a/', '/a'], b: ['/b.html', '/b/'] });
    expect(codes).toEqual([]);
    expect(table.map(({ from }) => from)).toEqual(['/b.html']);
  });

  it('does not treat a preserved address as a redirect', () => {
    expect(tableOf({ a: ['/a/'] }, [['/x.html', '/A/']]).codes).toEqual([
      'redirect-target-missing',
    ]);
  });

  it('keeps two spellings of a source with the same target', () => {
    const { table, codes } = tableOf({ a: ['/Old.html', '/old.html', '/Old.html'] });
    expect(codes).toEqual([]);
    expect(table.map(({ from }) => from)).toEqual(['/Old.html', '/old.html']);
  });

  it('accepts the same source twice with the same target', () => {
    const { table, codes } = tableOf({ a: ['/x.html', '/x.html'] }, [['/x.html', '/a/']]);
    expect(codes).toEqual([]);
    expect(table).toHaveLength(1);
  });

  it('refuses a source with two targets, ignoring case', () => {
    expect(tableOf({ a: ['/x.html'], b: ['/x.html'] }).codes).toEqual(['redirect-duplicate']);
    expect(tableOf({ a: ['/x.html'], b: ['/X.html'] }).codes).toEqual(['redirect-duplicate']);
    expect(tableOf({ a: ['/x.html'] }, [['/x.html', '/archive/']]).codes).toEqual([
      'redirect-duplicate',
    ]);
  });

  it.each([
    ['x.html', 'does not start with a slash'],
    ['https://old.example/x.html', 'does not start with a slash'],
    ['//old.example/x.html', 'two slashes'],
    ['/a//b.html', 'two slashes'],
    ['/a\\b.html', 'backslash'],
    ['/a/../b.html', 'segment'],
    ['/./b.html', 'segment'],
    ['/%2e%2e/b.html', 'segment'],
    ['/a b.html ', 'space'],
    ['/a\u0000b.html', 'control character'],
    ['/a%0Ab.html', 'control character'],
    ['/a\u2028b.html', 'control character'],
    ['/a.html?m=1', 'query'],
    ['/a.html#b', 'fragment'],
    ['/%zz.html', 'percent-encoding'],
    ['/', 'home page'],
    ['', 'does not start with a slash'],
  ])('refuses the source %j', (from, why) => {
    for (const { table, codes, messages } of [
      tableOf({ a: [from] }),
      tableOf({ a: [] }, [[from, '/archive/']]),
    ]) {
      expect(table).toEqual([]);
      expect(codes).toEqual(['redirect-source-invalid']);
      expect(messages[0]).toContain(why);
    }
  });

  it.each([
    ['/My Files/report.html', '/My Files/report.html', undefined],
    ['/My%20Files/report.html', '/My Files/report.html', undefined],
    ['/caf\u00e9/', '/caf\u00e9/', undefined],
    ['/caf%C3%A9/', '/caf\u00e9/', undefined],
    ['/caf%c3%a9 menu/', '/caf\u00e9 menu/', ['/caf%c3%a9%20menu/']],
    ['/a+b/', '/a+b/', undefined],
    ['/100%25/', '/100%/', undefined],
    ['/either%2For/', '/either/or/', ['/either%2For/']],
    ['/why%3F/', '/why?/', undefined],
  ])('reads %s in any percent-encoding', (written, from, spellings) => {
    for (const { table, codes } of [
      tableOf({ a: [written] }),
      tableOf({ a: [] }, [[written, '/archive/']]),
    ]) {
      expect(codes).toEqual([]);
      expect(table).toMatchObject([{ from, ...(spellings && { spellings }) }]);
      expect(table[0]?.spellings).toEqual(spellings);
    }
  });

  it('keeps an index file and its folder', () => {
    const { table } = tableOf({ a: ['/old/', '/old/index.html'] });
    expect(table.map(({ from }) => from)).toEqual(['/old/', '/old/index.html']);
  });

  it('keeps every spelling of a source', () => {
    const { table } = tableOf({ a: ['/a/b/', '/a%2Fb/', '/a%2fb/'] });
    expect(table).toMatchObject([{ from: '/a/b/', spellings: ['/a%2Fb/', '/a%2fb/'] }]);
  });

  it.each(['index.html', 'index.htm', 'index.php', 'INDEX.HTML'])(
    'redirects the folder of %s too',
    (file) => {
      const { table, codes } = tableOf({ a: [`/old/one%2Ftwo/${file}`] });
      expect(codes).toEqual([]);
      expect(table.map(({ from, to, spellings }) => [from, to.path, spellings])).toEqual([
        ['/old/one/two/', '/a/', ['/old/one%2Ftwo/']],
        [`/old/one/two/${file}`, '/a/', [`/old/one%2Ftwo/${file}`]],
      ]);
    },
  );

  it.each<[place: string, Readonly<Record<string, string[]>>, string[][]]>([
    ['the home page', { a: ['/index.php'] }, []],
    ['a page', { a: [], b: ['/a/index.php'] }, []],
    ['a file', { a: ['/css/site.css/index.php'] }, []],
    ['another redirect', { a: ['/x/index.php'], b: ['/X'] }, [['/X', '/b/']]],
    ['the stub of index.html', { a: ['/x/index.htm'], b: ['/x/index.html'] }, [['/x/', '/b/']]],
  ])('leaves the folder of an index file to %s', (_, posts, expected) => {
    const { table, codes } = tableOf(posts);
    expect(codes).toEqual([]);
    const folders = table.filter(({ from }) => !/index\.\w+$/.test(from));
    expect(folders.map(({ from, to }) => [from, to.path])).toEqual(expected);
  });

  it('reports the missing target of each of very many rules', () => {
    const rules = Array.from(
      { length: 40_000 },
      (_, index) => [`/${index}.html`, '/gone/'] as const,
    );
    expect(new Set(tableOf({ a: ['/old.html'] }, rules).codes)).toEqual(
      new Set(['redirect-target-missing', 'problems-left-out']),
    );
  });

  it.each([
    ['/gone/', 'redirect-target-missing'],
    ['/a', 'redirect-target-missing'],
    ['https://elsewhere.example/', 'redirect-target-missing'],
    ['/other.html', 'redirect-chain'],
    ['/post.html', 'redirect-chain'],
    ['/POST.html', 'redirect-chain'],
    ['/self.html', 'redirect-loop'],
  ])('refuses the target %s', (to, code) => {
    const { codes } = tableOf({ a: ['/post.html'] }, [
      ['/self.html', to],
      ['/other.html', '/archive/'],
    ]);
    expect(codes).toEqual([code]);
  });

  it('names both definitions of a duplicate', () => {
    const { messages } = tableOf({ a: ['/x.html'], b: ['/x.html'] });
    expect(messages[0]).toContain('/x.html leads to /b/ here, but to /a/ in posts/a/index.md');
  });
});

describe('thousands of redirects', () => {
  const COUNT = 10_000;
  /** Milliseconds; comparing each with each would take minutes. */
  const LIMIT = 4000;

  function timed(rules: readonly (readonly [string, string])[]): ReturnType<typeof tableOf> {
    const before = process.cpuUsage();
    const result = tableOf({}, rules);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(LIMIT);
    return result;
  }

  it('may be a chain', () => {
    const { codes } = timed(
      Array.from({ length: COUNT }, (_, n) => [`/p${n}`, n === COUNT - 1 ? '/none' : `/p${n + 1}`]),
    );
    expect(new Set(codes)).toEqual(
      new Set(['redirect-chain', 'redirect-target-missing', 'problems-left-out']),
    );
  });

  it('may be a loop with a long way to it', () => {
    const { codes } = timed(
      Array.from({ length: COUNT }, (_, n) => [`/p${n}`, `/p${n < 2 ? 1 - n : n - 1}`]),
    );
    expect(codes.filter((code) => code === 'redirect-loop')).toHaveLength(2);
    expect(codes.filter((code) => code === 'redirect-chain')).toHaveLength(100);
  });

  it('may be spellings of one address', () => {
    const letters = 'abcdefghijklmno';
    const spelt = (n: number) =>
      [...letters]
        .map((letter, at) => ((n >> at) & 1 ? `%${letter.charCodeAt(0).toString(16)}` : letter))
        .join('');
    const { table } = timed(Array.from({ length: COUNT }, (_, n) => [`/${spelt(n)}`, '/archive/']));
    expect(table.map(({ from }) => from)).toEqual([`/${letters}`]);
    expect(table[0]?.spellings).toHaveLength(COUNT - 1);
  });
});
