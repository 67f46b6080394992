/** Lists of more posts than a page shows. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.ts';
import type { Site } from '../../src/site/model.ts';
import { verifyPlan } from '../../src/verify/plan.ts';
import { render as author } from '../../templates/pages/author.11ty.tsx';
import { render as month } from '../../templates/pages/month.11ty.tsx';
import { render as series } from '../../templates/pages/series.11ty.tsx';
import { render as tag } from '../../templates/pages/tag.11ty.tsx';
import { render as year } from '../../templates/pages/year.11ty.tsx';
import {
  elements,
  lineOf,
  linkTarget,
  onlyWithClass,
  parsePage,
  withClass,
} from '../support/dom.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';

const FURTHER = ['/tags/red/', '/authors/ada/', '/series/rows/', '/2024/03/'].map(
  (list) => `${list}page/2/`,
);

/** @param count number of posts of one tag, author, series and month, titled by their number, newest first */
function load(count: number, { drafts = 0, language = 'en' } = {}): Promise<Site> {
  const posts = Array.from({ length: count }, (_, index) => {
    const time = new Date(Date.UTC(2024, 2, 20) - index * 60_000).toISOString();
    const draft = index < drafts ? 'published: false\n' : '';
    const text = `---\ntitle: No. ${index + 1}\npublishDate: ${time}\ntags: [Red]\nauthor: Ada\nseries: Rows\nlanguage: ${language}\n${draft}---\n\nWords.\n`;
    return [`posts/p${index}/index.md`, text] as const;
  });
  const contentDir = folderWith({
    'site.yaml': 'title: Garden\nurl: https://garden.example/\nlanguages: [en, de]\n',
    'tags.yaml': 'Red: { description: All that is red. }\n',
    ...Object.fromEntries(posts),
  });
  const options = { contentDir, publicDir: folderWith({}), search: false };
  return loadSite({ ...options, drafts: drafts > 0, now: Date.UTC(2030, 0) });
}

function titlesOn(html: string): string[] {
  return withClass(parsePage(html), 'h-entry').map((entry) =>
    lineOf(required(elements(entry, 'a')[0])),
  );
}

describe('lists of 501 posts', () => {
  let site: Site;

  beforeAll(async () => {
    site = await load(501);
  });

  it('show 500 on the first page and the last on the second', () => {
    const pages = [
      site.tagPages.map((tagPage) => tag({ site, tagPage })),
      site.authorPages.map((authorPage) => author({ site, authorPage })),
      site.monthPages.map((monthPage) => month({ site, monthPage })),
    ];
    for (const [first = '', second = '', ...others] of pages) {
      expect(titlesOn(first)).toHaveLength(500);
      expect(titlesOn(first)[0]).toBe('No. 1');
      expect(titlesOn(second)).toEqual(['No. 501']);
      expect(others).toEqual([]);
    }
  });

  it('keep the parts of a series in order, without links to newer or older ones', () => {
    const [first = '', second = ''] = site.seriesPages.map((seriesPage) =>
      series({ site, seriesPage }),
    );
    expect(titlesOn(first)[0]).toBe('No. 501');
    expect(titlesOn(second)).toEqual(['No. 1']);
    expect(lineOf(onlyWithClass(parsePage(second), 'pagination'))).toBe('1 2');
    expect(second).toContain('"position":501');
    expect(second).not.toContain('"position":500,');
  });

  it('say on the second page where one is, and lead back', () => {
    const page = parsePage(tag({ site, tagPage: required(site.tagPages[1]) }));
    expect(elements(page, 'title').map(lineOf)).toEqual(['Red · Page 2 of 2 · Garden']);
    expect(lineOf(onlyWithClass(page, 'page-header'))).toBe('Tags Red Page 2 of 2');
    expect(linkTarget(page, 'canonical')).toBe('https://garden.example/tags/red/page/2/');
    const links = elements(onlyWithClass(page, 'pagination'), 'a');
    expect(links.map((link) => `${lineOf(link)} ${link.attribs['href']}`)).toEqual([
      'Newer posts /tags/red/',
      '1 /tags/red/',
      '2 /tags/red/page/2/',
    ]);
    // The number of posts would be that on this page.
    expect(withClass(page, 'count')).toEqual([]);
  });

  it('name the number of all posts on the first page', () => {
    const page = parsePage(tag({ site, tagPage: required(site.tagPages[0]) }));
    expect(elements(page, 'title').map(lineOf)).toEqual(['Red · Garden']);
    expect(lineOf(onlyWithClass(page, 'page-header'))).toContain('All that is red. 501 posts');
    expect(onlyWithClass(page, 'filter').attribs['data-shown']).toBe('# of 500');
  });

  it('become months on the page of a year', () => {
    const page = parsePage(year({ site, year: required(site.years[0]) }));
    expect(withClass(page, 'h-entry')).toEqual([]);
    expect(lineOf(onlyWithClass(page, 'counted-list'))).toBe('March 501');
  });

  it('have their further pages in the sitemap, and where a running site is checked', () => {
    const listed = site.sitemaps.flatMap(({ pages }) => pages);
    const inSitemap = listed.map(({ url }) => new URL(url).pathname);
    expect(inSitemap).toEqual(expect.arrayContaining(FURTHER));
    const { expectations } = verifyPlan(site, 'https://garden.example/');
    const verified = expectations.map(({ address }) => new URL(address).pathname);
    expect(verified).toEqual(expect.arrayContaining(FURTHER));
    const published = site.published.pages.map(({ path }) => path);
    expect(published).toEqual(expect.arrayContaining(FURTHER));
  });
});

it('a list of 500 posts has one page, and a year of as many its posts', async () => {
  const site = await load(500);
  expect(site.furtherPages).toEqual([]);
  const page = parsePage(tag({ site, tagPage: required(site.tagPages[0]) }));
  expect(withClass(page, 'pagination')).toEqual([]);
  expect(titlesOn(year({ site, year: required(site.years[0]) }))).toHaveLength(500);
});

it('long lists of another language are below its folder, in its words', async () => {
  const site = await load(501, { language: 'de', drafts: 1 });
  const paths = site.furtherPages.map(({ path }) => path);
  expect(paths).toEqual(FURTHER.map((path) => `/de${path}`));
  const page = parsePage(tag({ site, tagPage: required(site.tagPages[1]) }));
  expect(lineOf(onlyWithClass(page, 'page-header'))).toBe('Schlagwörter Red Seite 2 von 2');

  // Only a draft fills them.
  const published = new Set(site.published.pages.map(({ path }) => path));
  expect(paths.filter((path) => published.has(path))).toEqual([]);
});
