/** Internal links work. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLE, ROOT, buildSite } from '../support/build-site.ts';
import { corpusSite } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { countLinks, deadLinks } from '../support/links.ts';

describe('links within the site', () => {
  it('work in the example blog, including drafts', async () => {
    const { exitCode, stderr, output } = await buildSite({
      content: EXAMPLE,
      args: ['--drafts'],
    });
    expect(exitCode, stderr).toBe(0);
    expect(countLinks(output)).toBeGreaterThan(100);
    expect(deadLinks(output, 'https://blog.example.org/')).toEqual([]);
  });

  it('work under a base path', async () => {
    const { exitCode, stderr, output } = await buildSite({
      content: path.join(ROOT, 'test/fixtures/sites/everything'),
      args: ['--drafts', '--site-url', 'https://example.org/blog/', '--now', '2024-06-01'],
    });
    expect(exitCode, stderr).toBe(0);
    expect(countLinks(output)).toBeGreaterThan(100);
    expect(deadLinks(output, 'https://example.org/blog/')).toEqual([]);
  });
});

describeWithCorpus('links within the site of the corpus', (corpus) => {
  it('work where the site itself creates them', async () => {
    const { output } = await corpusSite(corpus);
    const own = deadLinks(output, 'https://blog.example.org/').filter(({ inBody }) => !inBody);
    expect(own).toEqual([]);
    expect(countLinks(output)).toBeGreaterThan(20_000);
  });

  it('fail in posts only if the post itself is wrong', async () => {
    const { output } = await corpusSite(corpus);
    const faults = deadLinks(output, 'https://blog.example.org/')
      .filter(({ inBody }) => inBody)
      .map(({ page, address, why }) => `${page.split('/').at(-2)}: ${address}: ${why}`);
    expect(faults).toMatchInlineSnapshot(`
      [
        "weapons-of-math-destruction-by-cathy: /2017/01/weapons-of-math-destruction-by-cathy/#1: no such place",
        "weapons-of-math-destruction-by-cathy: /2017/01/weapons-of-math-destruction-by-cathy/#2: no such place",
        "weapons-of-math-destruction-by-cathy: /2017/01/weapons-of-math-destruction-by-cathy/#top1: no such place",
        "weapons-of-math-destruction-by-cathy: /2017/01/weapons-of-math-destruction-by-cathy/#top2: no such place",
        "warehouse-all-new-pypi-is-now-in-beta: #Context: no such place",
        "warehouse-all-new-pypi-is-now-in-beta: #Migrating: no such place",
        "warehouse-all-new-pypi-is-now-in-beta: #future: no such place",
        "warehouse-all-new-pypi-is-now-in-beta: #test: no such place",
        "warehouse-all-new-pypi-is-now-in-beta: #livechat: no such place",
        "warehouse-all-new-pypi-is-now-in-beta: #contact: no such place",
      ]
    `);
  });
});
