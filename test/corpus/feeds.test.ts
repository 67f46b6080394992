/** What feed readers and search engines get of the corpus. */
import { beforeAll, expect, it } from 'vitest';
import { fileOf, type OutputFolder } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { elements, lineOf, onlyWithClass, parsePage, textOf, tokensOf } from '../support/dom.ts';
import { childText, parseXml, xmlElements, type XmlElement } from '../support/xml.ts';

const SITE = 'https://blog.example.org';

describeWithCorpus('the feed and sitemap of the corpus', (corpus) => {
  const posts = [...expectations(corpus).values()];
  let output: OutputFolder;
  let items: XmlElement[];

  beforeAll(async () => {
    ({ output } = await corpusSite(corpus));
    items = xmlElements(parseXml(output.read('rss.xml')), 'item');
  });

  it('holds the 25 newest posts in the order of the home page', () => {
    const listed = ['/', '/page/2/'].flatMap((address) =>
      elements(output.page(address), 'a')
        .filter(({ attribs }) => attribs['class'] === 'u-url')
        .map(({ attribs }) => SITE + attribs['href']),
    );
    expect(items.map((item) => childText(item, 'link'))).toEqual(listed.slice(0, 25));
    const days = items.map((item) => Date.parse(childText(item, 'pubDate') ?? ''));
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });

  it('holds each of them whole', () => {
    for (const item of items) {
      const address = childText(item, 'link')?.slice(SITE.length) ?? '';
      const body = onlyWithClass(output.page(address), 'e-content');
      const content = parsePage(childText(item, 'content:encoded') ?? '');
      // A reader of feeds shows no frames; a link with a text of its own takes their place.
      const frames = elements(body, 'iframe').map(({ attribs }) => attribs['src'] ?? '');
      const links = elements(content, 'a').filter(({ attribs }) =>
        frames.includes(attribs['href'] ?? ''),
      );
      expect(links, address).toHaveLength(frames.length);
      for (const link of links) link.children = [];
      expect(tokensOf(textOf(content)), address).toEqual(tokensOf(textOf(body)));
      expect(elements(content, 'img')).toHaveLength(elements(body, 'img').length);
    }
  });

  it('needs nothing but absolute addresses', () => {
    const addresses = items.flatMap((item) =>
      elements(parsePage(childText(item, 'content:encoded') ?? '')).flatMap(({ attribs }) =>
        ['href', 'src', 'poster', 'cite', 'srcset'].flatMap((name) => attribs[name] ?? []),
      ),
    );
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address))).toEqual([]);
  });

  it('gives each item an id of its own', () => {
    const ids = items.map((item) => childText(item, 'guid'));
    expect(new Set(ids).size).toBe(25);
    expect(ids.every((id) => id !== undefined && id !== '')).toBe(true);
  });

  it('lists every page once in the sitemap, and nothing else', () => {
    const entries = xmlElements(parseXml(output.read('sitemap.xml')), 'url');
    const addresses = entries.map((entry) => childText(entry, 'loc') ?? '');
    const pages = output
      .pages()
      .map(({ file }) => file)
      .filter((file) => file !== '404.html');
    expect(addresses.every((address) => address.startsWith(`${SITE}/`))).toBe(true);
    const files = addresses.map((address) => fileOf(decodeURI(address.slice(SITE.length))));
    expect(files.toSorted()).toEqual(pages.toSorted());
  });

  it('says in the sitemap when a post was last changed', () => {
    const entries = xmlElements(parseXml(output.read('sitemap.xml')), 'url');
    const changed = new Map(
      entries.map((entry) => [childText(entry, 'loc'), childText(entry, 'lastmod')]),
    );
    for (const { url } of posts) {
      const page = output.page(url);
      const [shown] = elements(page, 'time').toReversed();
      expect(shown?.attribs['datetime'], lineOf(page)).toBe(changed.get(SITE + url));
    }
  });
});
