/** A site with one post and no settings, and an empty site. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder, ROOT, buildSite, type BuiltSite } from '../support/build-site.ts';
import { elements, lineOf, linkTarget, onlyWithClass, withClass } from '../support/dom.ts';
import { fixtureSite } from '../support/fixtures.ts';
import { deadLinks } from '../support/links.ts';
import { required } from '../support/required.ts';
import { parseXml, xmlElements } from '../support/xml.ts';

describe('a site of one post without settings', () => {
  let site: BuiltSite;

  beforeAll(async () => {
    site = await buildSite({ content: fixtureSite('minimal') });
  });

  it('builds with defaults and says so', () => {
    expect(site.exitCode).toBe(0);
    expect(site.stderr).toMatchInlineSnapshot(`
      "warning site-missing
        test/fixtures/sites/minimal/site.yaml
        There is no \`site.yaml\`, so the site uses the default settings.
        To do: Create it with at least \`title: ...\` and \`url: ...\`.

      "
    `);
  });

  it('has the post at its address', () => {
    const page = site.output.page('/2024/03/hello/');
    expect(lineOf(onlyWithClass(page, 'e-content'))).toBe('The first words of a new blog.');
    expect(elements(page, 'h1').map(lineOf)).toEqual(['Hello']);
    expect(linkTarget(page, 'canonical')).toBe('https://example.org/2024/03/hello/');
  });

  it('has scripts without comments', () => {
    const scripts = site.output.files().filter((file) => /^hashed\/.*\.js$/.test(file));
    expect(scripts.length).toBeGreaterThan(20);
    const commented = scripts.filter((file) => /\/\*|^\s*\/\//m.test(site.output.read(file)));
    expect(commented).toEqual([]);
  });

  it('writes exactly these files', () => {
    const shared = new OutputFolder(path.join(ROOT, 'public'))
      .files()
      .filter((file) => !/^css\/(?:site\/|tokens)|\.woff2$/.test(file));
    const files = site.output.files();
    expect(files).toEqual(expect.arrayContaining(shared));
    expect(files.some((file) => file.startsWith('pagefind/'))).toBe(true);
    const own = files
      .filter((file) => !shared.includes(file) && !file.startsWith('pagefind/'))
      .map((file) => file.replace(/\.[0-9a-f]{12}\./, '.HASH.'))
      .toSorted();
    expect(own).toMatchInlineSnapshot(`
      [
        ".perennial",
        "2024/03/hello/index.html",
        "2024/03/index.html",
        "2024/index.html",
        "404.html",
        "addresses.json",
        "archive/index.html",
        "atom.xml",
        "authors/index.html",
        "card.png",
        "cards/2024/03/hello.png",
        "css/feed-note.css",
        "feed.json",
        "feeds.opml",
        "hashed/analytics.HASH.js",
        "hashed/book.HASH.svg",
        "hashed/comments.HASH.js",
        "hashed/copy.HASH.js",
        "hashed/distance.HASH.js",
        "hashed/document.HASH.svg",
        "hashed/embed.HASH.js",
        "hashed/feed-view.HASH.js",
        "hashed/feed.HASH.css",
        "hashed/filter.HASH.js",
        "hashed/footnotes.HASH.js",
        "hashed/lightbox.HASH.css",
        "hashed/lightbox.HASH.js",
        "hashed/link.HASH.svg",
        "hashed/literata-cyrillic-italic.HASH.woff2",
        "hashed/literata-cyrillic.HASH.woff2",
        "hashed/literata-greek-italic.HASH.woff2",
        "hashed/literata-greek.HASH.woff2",
        "hashed/literata-latin-ext-italic.HASH.woff2",
        "hashed/literata-latin-ext.HASH.woff2",
        "hashed/literata-latin-italic.HASH.woff2",
        "hashed/literata-latin.HASH.woff2",
        "hashed/literata-vietnamese-italic.HASH.woff2",
        "hashed/literata-vietnamese.HASH.woff2",
        "hashed/mastodon.HASH.js",
        "hashed/navigation.HASH.js",
        "hashed/not-found-index.HASH.js",
        "hashed/not-found-parts.HASH.js",
        "hashed/not-found-paths.HASH.js",
        "hashed/not-found-words.HASH.js",
        "hashed/not-found.HASH.js",
        "hashed/note.HASH.js",
        "hashed/package.HASH.svg",
        "hashed/person.HASH.svg",
        "hashed/pictures.HASH.js",
        "hashed/reading.HASH.js",
        "hashed/repository.HASH.svg",
        "hashed/search-dialog.HASH.js",
        "hashed/search-engine.HASH.js",
        "hashed/search-filters.HASH.js",
        "hashed/search-marks.HASH.js",
        "hashed/search-panel.HASH.js",
        "hashed/search-recent.HASH.js",
        "hashed/search-results.HASH.js",
        "hashed/search-suggestion.HASH.js",
        "hashed/search.HASH.js",
        "hashed/services.HASH.css",
        "hashed/site.HASH.css",
        "hashed/theme.HASH.js",
        "hashed/title-transition.HASH.js",
        "index.html",
        "llms.txt",
        "robots.txt",
        "rss.xml",
        "search/index.html",
        "site.webmanifest",
        "sitemap.xml",
        "subscribe/index.html",
        "tags/index.html",
      ]
    `);
  });

  it('has no broken links', () => {
    expect(deadLinks(site.output, 'https://example.org/')).toEqual([]);
  });

  it('prints what was built', () => {
    expect(site.stdout).toMatch(
      /^Built .+ in \d+\.\d\d s: 1 post, 0 pages, 0 tags, 0 authors, 1 year, 1 month, 0 redirects, \d+ files\.\n1 warning, listed above\.\nCards: \d rendered, \d from the cache, in \d+\.\d\d s\.\nSearch: .+\n$/,
    );
  });
});

describe('a site without posts', () => {
  let site: BuiltSite;

  beforeAll(async () => {
    site = await buildSite({ content: fixtureSite('empty') });
  });

  it('has lists that say they are empty', () => {
    expect(site.exitCode, site.stderr).toBe(0);
    expect(site.stderr).toMatch(/^warning posts-missing\n.+\n.+\n.+\n*$/);
    expect(lineOf(onlyMain(site, '/'))).toContain('There are no posts here yet.');
    expect(lineOf(onlyMain(site, '/tags/'))).toContain('There are no tags yet.');
    expect(lineOf(onlyMain(site, '/authors/'))).toContain('There are no authors yet.');
    expect(lineOf(onlyMain(site, '/archive/'))).toContain('There are no posts here yet.');
  });

  it('has an empty feed and a sitemap', () => {
    const feed = parseXml(site.output.read('rss.xml'));
    expect(feed.name).toBe('rss');
    expect(xmlElements(feed, 'item')).toEqual([]);
    expect(xmlElements(parseXml(site.output.read('sitemap.xml')), 'loc').length).toBeGreaterThan(0);
  });

  it('has no second page and no broken links', () => {
    expect(withClass(site.output.page('/'), 'pagination')).toEqual([]);
    expect(site.output.has('page')).toBe(false);
    expect(deadLinks(site.output, 'https://empty.example/')).toEqual([]);
  });
});

function onlyMain({ output }: BuiltSite, address: string) {
  return required(elements(output.page(address), 'main')[0]);
}
