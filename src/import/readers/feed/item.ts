/** Makes items of the import from those of any feed. */
import { canParseUrl } from '../../../lib/can-parse-url.ts';
import { shortHash } from '../../../lib/paths.ts';
import type { ImportedEntry, ImportedItem, Notice, Place } from '../../model.ts';
import { withBelow, type Enclosure } from '../below-body.ts';
import { slugOf } from '../addresses.ts';
import { textOfHtml } from '../text.ts';

export interface FeedItem {
  readonly type: 'item';
  readonly place: Place;
  /** '' if the feed has none. */
  readonly id: string;
  /** Absolute address of the page, as written. */
  readonly link?: string | undefined;
  readonly title: string;
  readonly html: string;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly cover?: string | undefined;
  readonly enclosures: readonly Enclosure[];
  /** Of relative addresses. */
  readonly base?: string | undefined;
  /** An address on another site that the post is about. */
  readonly about?: string | undefined;
}

export interface FeedHead {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Address of the blog. */
  readonly link?: string | undefined;
  /** Address of the next page of the feed. */
  readonly next?: string | undefined;
  readonly isBlogger: boolean;
}

/** Titles that a notice names. */
const EXAMPLES = 5;

/**
 * Each item once, then what is to be known about the feed.
 * @param host of the blog: items that link to another are notes about other sites
 * @param file of the feed, for notices
 */
export async function* feedItems(
  items: AsyncIterable<FeedItem | Notice>,
  host: string | undefined,
  file: string,
): AsyncGenerator<ImportedItem> {
  const seen = new Set<string>();
  const cut: string[] = [];
  for await (const item of items) {
    if (item.type === 'notice') {
      yield item;
      continue;
    }
    const entry = entryOf(item, host);
    if (seen.has(entry.id)) continue;
    seen.add(entry.id);
    if (isCut(item.html)) cut.push(entry.title || entry.id);
    yield entry;
  }
  yield* noticesOf(seen.size, cut, file);
}

function* noticesOf(count: number, cut: readonly string[], file: string): Generator<Notice> {
  const place = { file };
  yield {
    type: 'notice',
    place,
    message: `This feed has ${count} ${count === 1 ? 'post' : 'posts'}. Feeds rarely have all posts of a blog: if there are more, use the export of the platform.`,
  };
  if (cut.length === 0) return;
  const names = cut.slice(0, EXAMPLES).map((title) => `"${title}"`);
  const rest = cut.length > EXAMPLES ? ` and ${cut.length - EXAMPLES} more` : '';
  yield {
    type: 'notice',
    place,
    message: `${cut.length} of ${count} posts seem to be cut in this feed: ${names.join(', ')}${rest}. Set the feed of the old blog to full text and import again, or use the export of the platform.`,
  };
}

function entryOf(item: FeedItem, host: string | undefined): ImportedEntry {
  const own = item.link !== undefined && (host === undefined || hostOf(item.link) === host);
  const path = own ? pathAndQuery(item.link ?? '') : undefined;
  const id = item.id || item.link || shortHash(`${item.published}\n${item.title}\n${item.html}`);
  const about = item.about ?? (own ? undefined : item.link);
  return {
    type: 'post',
    id,
    place: item.place,
    status: 'public',
    guid: item.id || item.link,
    title: item.title,
    slug: slugOf(path?.split('?', 1)[0]?.replace(/\/$/, '')),
    published: item.published,
    updated: item.updated,
    authors: [...new Set(item.authors)],
    tags: [...new Set(item.tags)],
    description: item.description,
    cover: item.cover === undefined ? undefined : { url: item.cover },
    legacyUrls: path === undefined ? [] : [path],
    language: item.language,
    body: {
      format: 'html',
      text: withBelow(item.html, about, item.enclosures),
      base: item.base ?? item.link,
    },
  };
}

/** Without `www.`; `undefined` if it is no address. */
export function hostOf(url: string): string | undefined {
  return canParseUrl(url) ? new URL(url).host.replace(/^www\./, '') : undefined;
}

/** As written. The home page is not the address of a post. */
function pathAndQuery(url: string): string | undefined {
  const [, path] = /^https?:\/\/[^/?#]*(\/[^#]*)/i.exec(url) ?? [];
  return path === '/' ? undefined : path;
}

/** How feeds end a body that goes on elsewhere. */
const ELLIPSIS = /(?:\u2026|\.\.\.|[[(](?:\u2026|\.\.\.|\u22EF)[\])])["'\u00BB\u2192>)\]\s]*$/;
const MORE =
  /<a\s[^>]*>(?:\s|<[^>]*>)*(?:continue reading|read (?:more|on|the rest|full)|weiterlesen|lire la suite|leer m[a\u00E1]s)\b/i;

/** Characters at the end of the HTML that are looked at. */
const END = 2000;

/** Whether a body seems to be the beginning of a longer one. */
function isCut(html: string): boolean {
  const end = html.slice(-END);
  // WordPress adds this to whole bodies.
  const text = textOfHtml(end).replace(
    /The post .{0,200} (?:appeared )?first (?:appeared )?on .{0,100}$/i,
    '',
  );
  return ELLIPSIS.test(text) || MORE.test(end);
}
