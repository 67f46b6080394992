/** Redirects with patterns. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { redirectTable } from '../../src/addresses/redirects.ts';
import type { RedirectFields } from '../../src/content/redirects-schema.ts';
import { Problems } from '../../src/lib/problem.ts';

const PAGES = ['/', '/tags/seeds/', '/tags/tea/', '/2024/03/hello/', '/2024/03/', '/archive/'];

function tableOf(rules: readonly (Partial<RedirectFields> & { readonly from: string })[]) {
  const problems = new Problems();
  const titles = new Map(PAGES.map((page) => [page, page.toUpperCase()]));
  const entries = rules.map(({ status = 301, ...rule }, index) => ({
    file: 'redirects.yaml',
    path: `redirects[${index}]`,
    fields: { status, ...rule },
  }));
  const addresses = new Addresses('https://garden.example/blog/');
  const targets = { titles, feeds: new Set<string>(), files: ['/css/site.css'] };
  const table = redirectTable([], entries, targets, addresses, problems);
  return { ...table, problems: problems.all.map(({ code, field }) => `${code} ${field}`) };
}

describe('a pattern in redirects.yaml', () => {
  it('keeps its status and lists the addresses that lead to pages', () => {
    const { patterns, problems } = tableOf([
      { from: '/category/:name/', to: '/tags/:name/', status: 308 },
    ]);
    expect(problems).toEqual([]);
    const [pattern] = patterns;
    expect(pattern).toMatchObject({ from: '/category/:name/', to: '/tags/:name/', status: 308 });
    expect(
      pattern?.known.map(({ from, to, status, title }) => [from, to.url, status, title]),
    ).toEqual([
      ['/category/seeds/', '/blog/tags/seeds/', 308, '/TAGS/SEEDS/'],
      ['/category/tea/', '/blog/tags/tea/', 308, '/TAGS/TEA/'],
    ]);
  });

  it('yields to an exact redirect', () => {
    const { patterns, exact, problems } = tableOf([
      { from: '/category/tea/', to: '/archive/' },
      { from: '/category/:name/', to: '/tags/:name/' },
    ]);
    expect(problems).toEqual([]);
    expect(exact.map(({ from }) => from)).toEqual(['/category/tea/']);
    expect(patterns[0]?.known.map(({ from }) => from)).toEqual(['/category/seeds/']);
  });

  it('may lead to a single page or be gone', () => {
    const { patterns, problems } = tableOf([
      { from: '/forum/*', to: '/archive/' },
      { from: '/shop/*', status: 410 },
    ]);
    expect(problems).toEqual([]);
    expect(patterns.map(({ to, known }) => [to, known])).toEqual([
      ['/archive/', []],
      [undefined, []],
    ]);
  });

  it.each([
    [
      'a target that matches no page',
      '/a/:x',
      '/nowhere/:x/',
      'redirect-target-missing redirects[0].to',
    ],
    ['a missing page', '/a/*', '/nowhere/', 'redirect-target-missing redirects[0].to'],
    [
      'a pattern that matches a page',
      '/:a/:b/',
      '/archive/',
      'redirect-shadows-page redirects[0].from',
    ],
    [
      'a pattern that matches everything',
      '/*',
      '/archive/',
      'redirect-shadows-page redirects[0].from',
    ],
    ['a file', '/css/*', '/archive/', 'redirect-shadows-page redirects[0].from'],
    [
      'a placeholder that the pattern lacks',
      '/a/:x',
      '/tags/:y/',
      'redirect-pattern-invalid redirects[0].from',
    ],
    [
      'a source outside the site',
      '//a/:x',
      '/tags/:x/',
      'redirect-source-invalid redirects[0].from',
    ],
  ])('is refused for %s', (_, from, to, problem) => {
    expect(tableOf([{ from, to }]).problems).toContain(problem);
  });

  it('is refused if it leads to itself or to another redirect', () => {
    expect(tableOf([{ from: '/a/*', to: '/a/b/:splat' }]).problems).toEqual([
      'redirect-loop redirects[0].to',
    ]);
    expect(
      tableOf([
        { from: '/a/:x/', to: '/b/:x/' },
        { from: '/b/:x/', to: '/tags/:x/' },
      ]).problems,
    ).toEqual(['redirect-chain redirects[0].to']);
    expect(
      tableOf([
        { from: '/tags/old/', to: '/tags/tea/' },
        { from: '/category/:x/', to: '/tags/:x/' },
      ]).problems,
    ).toEqual(['redirect-chain redirects[1].to']);
  });
});

describe('thousands of patterns', () => {
  it('are compared in seconds, up to a limit that is told', () => {
    const before = process.cpuUsage();
    const { patterns, problems } = tableOf([
      ...Array.from({ length: 3000 }, (_, n) => ({ from: `/old/${n}`, to: '/archive/' })),
      ...Array.from({ length: 3000 }, (_, n) => ({ from: `/old-${n}/:a`, to: '/tags/:a/' })),
    ]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(5000);
    expect(patterns).toHaveLength(1000);
    expect(problems).toEqual(['redirects-too-many redirects[4000].from']);
  });
});
