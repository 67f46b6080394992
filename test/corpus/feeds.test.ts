/** Feeds and sitemap of the corpus. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { feedItem } from '../../src/outputs/feeds/feed.ts';
import { loadSite } from '../../src/build/load-site.ts';
import { built, fileOf, type OutputFolder } from '../support/build-site.ts';
import { corpusSite, expectations, sharedCorpusContent } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import {
  elements,
  lineOf,
  onlyWithClass,
  parsePage,
  textOf,
  tokensOf,
  withClass,
} from '../support/dom.ts';
import { feedFaults, type Seen } from '../support/feed-rules.ts';
import { FEED_FORMATS, type FeedFormat, type ReadFeed } from '../support/feeds.ts';
import { required } from '../support/required.ts';
import { childText, parseXml, xmlElements } from '../support/xml.ts';

const SITE = 'https://blog.example.org';

describeWithCorpus('the feeds of the corpus', (corpus) => {
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = built(await corpusSite(corpus)));
  });

  describe.each(FEED_FORMATS)('as $title', (format) => {
    /** Tags have every format, authors Atom alone. */
    const lists = format.title === 'Atom' ? 157 + 52 : 157;
    let feed: ReadFeed;

    beforeAll(() => {
      feed = format.read(output.read(format.file));
    });

    it('contain the 25 newest posts in the order of the home page', () => {
      const listed = ['/', '/page/2/'].flatMap((address) =>
        elements(output.page(address), 'a')
          .filter(({ attribs }) => attribs['class'] === 'u-url')
          .map(({ attribs }) => SITE + attribs['href']),
      );
      expect(feed.items.map(({ url }) => url)).toEqual(listed.slice(0, 25));
      const days = feed.items.map(({ published }) => Date.parse(published));
      expect(days).toEqual(days.toSorted((a, b) => b - a));
    });

    it('contain the newest posts of each tag and author, in the order of its page', () => {
      const pages = output.pages().filter(({ file }) => /^(?:tags|authors)\/./.test(file));
      const fed = pages.filter(({ file }) => output.has(feedBeside(file, format)));
      expect(fed).toHaveLength(lists);
      for (const { file, document } of fed) {
        const listed = elements(document, 'a')
          .filter(({ attribs }) => attribs['class'] === 'u-url')
          .map(({ attribs }) => attribs['href'] ?? '')
          // An author's profiles are in this class too.
          .filter((href) => href.startsWith('/2'))
          .map((href) => SITE + href);
        const { items } = format.read(output.read(feedBeside(file, format)));
        expect(
          items.map(({ url }) => url),
          file,
        ).toEqual(listed.slice(0, 25));
      }
    });

    it('are valid and below 512 KB, for every tag and author too', () => {
      const files = output.files().filter((file) => path.basename(file) === format.file);
      expect(files.length).toBeGreaterThanOrEqual(1 + lists);
      const seen: Seen = new Set();
      for (const file of files) {
        const source = output.read(file);
        expect(feedFaults(format, source, `${SITE}/${encodeURI(file)}`, seen)).toEqual([]);
        expect(Buffer.byteLength(source), file).toBeLessThan(512 * 1024);
      }
      expect(seen.size).toBeGreaterThan(lists);
    });
  });

  it('use the same id for a post in every format', () => {
    const [rss, ...others] = FEED_FORMATS.map(({ file, read }) =>
      read(output.read(file)).items.map(({ id }) => id),
    );
    expect(new Set(rss).size).toBe(25);
    expect(others).toEqual([rss, rss]);
  });
});

describeWithCorpus('a feed of all posts of the corpus', (corpus) => {
  it('contains each post in full', async () => {
    const { output } = built(await corpusSite(corpus));
    const site = await loadSite({
      contentDir: sharedCorpusContent(),
      publicDir: 'public',
      drafts: false,
    });
    expect(site.posts).toHaveLength(733);
    for (const post of site.posts) {
      const body = onlyWithClass(output.page(post.path), 'e-content');
      const content = parsePage(required(feedItem(post, 'full').content));
      // A reader of feeds shows no frames; a link with a text of its own takes their place.
      const posters = withClass(body, 'poster').map(({ attribs }) => attribs['href'] ?? '');
      const [linked, shown] = [content, body].map((text) =>
        elements(text, 'a').filter(({ attribs }) => posters.includes(attribs['href'] ?? '')),
      );
      expect(linked, post.path).toHaveLength(required(shown).length);
      for (const link of [...required(linked), ...required(shown)]) link.children = [];
      for (const anchor of withClass(body, 'anchor')) anchor.children = [];
      expect(tokensOf(textOf(content)), post.path).toEqual(tokensOf(textOf(body)));
      expect(elements(content, 'img'), post.path).toHaveLength(elements(body, 'img').length);
    }
  });
});

/** The feed of a list, by the file of its page. */
function feedBeside(page: string, { file }: FeedFormat): string {
  return path.posix.join(path.dirname(page), file);
}

describeWithCorpus('the sitemap of the corpus', (corpus) => {
  const posts = [...expectations(corpus).values()];
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = built(await corpusSite(corpus)));
  });

  it('lists every page exactly once', () => {
    const entries = xmlElements(parseXml(output.read('sitemap.xml')), 'url');
    const addresses = entries.map((entry) => childText(entry, 'loc') ?? '');
    const pages = output
      .pages()
      .map(({ file }) => file)
      .filter((file) => !['404.html', 'search/index.html'].includes(file));
    expect(addresses.every((address) => address.startsWith(`${SITE}/`))).toBe(true);
    const files = addresses.map((address) => fileOf(decodeURI(address.slice(SITE.length))));
    expect(files.toSorted()).toEqual(pages.toSorted());
  });

  it("gives the date of a post's last change", () => {
    const entries = xmlElements(parseXml(output.read('sitemap.xml')), 'url');
    const changed = new Map(
      entries.map((entry) => [childText(entry, 'loc'), childText(entry, 'lastmod')]),
    );
    for (const { url } of posts) {
      const meta = onlyWithClass(output.page(url), 'post-meta');
      const [shown] = elements(meta, 'time').toReversed();
      expect(shown?.attribs['datetime'], lineOf(meta)).toBe(changed.get(SITE + url));
    }
  });
});
