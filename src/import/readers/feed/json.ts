/** Reads JSON Feed 1 and 1.1. https://www.jsonfeed.org/version/1.1/ */
import * as z from 'zod';
import { escapeText } from '../../../lib/html.ts';
import { webUrl } from '../addresses.ts';
import { isoDate } from '../dates.ts';
import { withLineBreaks } from '../line-breaks.ts';
import { oneLine } from '../text.ts';
import type { FeedHead, FeedItem } from './item.ts';

const text = z.string().catch('');
const texts = z.array(z.string()).catch([]);
const authors = z.array(z.object({ name: text })).catch([]);

const itemSchema = z.object({
  id: z.coerce.string().catch(''),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  date_published: text,
  date_modified: text,
  authors,
  author: z.object({ name: text }).optional().catch(undefined),
  tags: texts,
  language: text,
  attachments: z.array(z.object({ url: text, mime_type: text })).catch([]),
});

const feedSchema = z.object({
  version: z.string().startsWith('https://jsonfeed.org/version/'),
  title: text,
  description: text,
  language: text,
  home_page_url: text,
  next_url: text,
  items: z.array(itemSchema),
});

export interface JsonFeed {
  readonly head: FeedHead;
  readonly items: readonly FeedItem[];
}

/** @returns `undefined` if it is no such feed */
export function readJsonFeed(json: string, file: string): JsonFeed | undefined {
  const parsed = feedSchema.safeParse(jsonOf(json));
  if (!parsed.success) return undefined;
  const { title, description, language, home_page_url, next_url, items } = parsed.data;
  return {
    head: {
      title: oneLine(title),
      description: oneLine(description),
      language,
      link: webUrl(home_page_url),
      next: webUrl(next_url),
      isBlogger: false,
    },
    items: items.map((item) => itemOf(item, file)),
  };
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function itemOf(item: z.infer<typeof itemSchema>, file: string): FeedItem {
  const people = item.authors.length > 0 ? item.authors : item.author ? [item.author] : [];
  return {
    type: 'item',
    place: { file },
    id: item.id,
    link: webUrl(item.url),
    title: oneLine(item.title),
    html: item.content_html || withLineBreaks(escapeText(item.content_text)),
    published: isoDate(item.date_published),
    updated: isoDate(item.date_modified),
    authors: people.map(({ name }) => oneLine(name)).filter((name) => name !== ''),
    tags: item.tags.map(oneLine).filter((tag) => tag !== ''),
    description: oneLine(item.summary) || undefined,
    language: item.language || undefined,
    cover: webUrl(item.image),
    enclosures: item.attachments
      .filter(({ url }) => webUrl(url) !== undefined)
      .map(({ url, mime_type }) => ({ url, type: mime_type })),
    about: webUrl(item.external_url),
  };
}
