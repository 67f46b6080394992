/** Parses feeds of every format into one shape. */
import { z } from 'zod';
import { lineOf, parsePage } from './dom.ts';
import { required } from './required.ts';
import { childText, parseXml, xmlElements, type XmlElement } from './xml.ts';

export interface ReadItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly published: string;
  /** RSS has no word for it. */
  readonly updated: string | undefined;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

export interface ReadFeed {
  readonly title: string;
  readonly description: string;
  /** Address of the page. */
  readonly home: string;
  /** Address of the feed. */
  readonly self: string;
  readonly language: string;
  /** JSON Feed has no word for it. */
  readonly changed: string | undefined;
  readonly items: readonly ReadItem[];
}

export interface FeedFormat {
  readonly title: string;
  /** Name of the file. */
  readonly file: string;
  readonly read: (source: string) => ReadFeed;
}

export const FEED_FORMATS: readonly FeedFormat[] = [
  { title: 'RSS', file: 'rss.xml', read: readRss },
  { title: 'Atom', file: 'atom.xml', read: readAtom },
  { title: 'JSON Feed', file: 'feed.json', read: readJsonFeed },
];

/** Setting for the feeds of all lists in every format. */
export const EVERY_FORMAT = 'feeds: { tags: [rss, atom, json], authors: [rss, atom, json] }\n';

function readRss(source: string): ReadFeed {
  const channel = required(parseXml(source).children[0], 'The channel');
  return {
    title: textIn(channel, 'title'),
    description: textIn(channel, 'description'),
    home: textIn(channel, 'link'),
    self: linkOf(channel, 'atom:link', 'self'),
    language: textIn(channel, 'language'),
    changed: childText(channel, 'lastBuildDate'),
    items: xmlElements(channel, 'item').map((item) => ({
      id: textIn(item, 'guid'),
      url: textIn(item, 'link'),
      title: textIn(item, 'title'),
      // https://www.rssboard.org/rss-profile#element-channel-item-description
      summary: lineOf(parsePage(childText(item, 'description') ?? '')),
      content: childText(item, 'content:encoded'),
      published: textIn(item, 'pubDate'),
      updated: undefined,
      authors: xmlElements(item, 'dc:creator').map(({ text }) => text),
      tags: xmlElements(item, 'category').map(({ text }) => text),
    })),
  };
}

function readAtom(source: string): ReadFeed {
  const feed = parseXml(source);
  return {
    title: textIn(feed, 'title'),
    description: textIn(feed, 'subtitle'),
    home: linkOf(feed, 'link', 'alternate'),
    self: linkOf(feed, 'link', 'self'),
    language: required(feed.attributes['xml:lang'], 'The language'),
    changed: textIn(feed, 'updated'),
    items: xmlElements(feed, 'entry').map((entry) => ({
      id: textIn(entry, 'id'),
      url: linkOf(entry, 'link', 'alternate'),
      title: textIn(entry, 'title'),
      summary: childText(entry, 'summary'),
      content: childText(entry, 'content'),
      published: textIn(entry, 'published'),
      updated: textIn(entry, 'updated'),
      authors: xmlElements(entry, 'author').map((author) => textIn(author, 'name')),
      tags: xmlElements(entry, 'category').map(({ attributes }) =>
        required(attributes['term'], 'The term'),
      ),
    })),
  };
}

const JsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  description: z.string(),
  home_page_url: z.string(),
  feed_url: z.string(),
  language: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      summary: z.string().optional(),
      content_html: z.string().optional(),
      date_published: z.string(),
      date_modified: z.string(),
      authors: z.array(z.object({ name: z.string(), url: z.string() })).default([]),
      tags: z.array(z.string()).default([]),
    }),
  ),
});

function readJsonFeed(source: string): ReadFeed {
  const json: unknown = JSON.parse(source);
  const feed = JsonFeed.parse(json);
  return {
    title: feed.title,
    description: feed.description,
    home: feed.home_page_url,
    self: feed.feed_url,
    language: feed.language,
    changed: undefined,
    items: feed.items.map(({ id, url, title, summary, content_html, ...item }) => ({
      ...{ id, url, title, summary, content: content_html },
      published: item.date_published,
      updated: item.date_modified,
      authors: item.authors.map(({ name }) => name),
      tags: item.tags,
    })),
  };
}

/** The text of the only child of this name. */
function textIn(element: XmlElement, name: string): string {
  const [found, ...others] = element.children.filter((child) => child.name === name);
  if (others.length > 0) throw new Error(`<${element.name}> has more than one <${name}>`);
  return required(found, `<${name}> in <${element.name}>`).text;
}

/** Where the only link of this relation leads. */
function linkOf(element: XmlElement, name: string, relation: string): string {
  const [found, ...others] = element.children.filter(
    ({ name: childName, attributes }) => childName === name && attributes['rel'] === relation,
  );
  if (others.length > 0) throw new Error(`More than one link is ${relation}`);
  return required(found?.attributes['href'], `The link that is ${relation}`);
}
