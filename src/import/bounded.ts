/** Cuts what is longer than the files of a blog may have it; only damaged or hostile exports do. */
import { oneLine } from '../lib/yaml-text.ts';
import { cutBytes } from '../lib/paths.ts';
import type { Blog, ImportedComment, ImportedEntry, ImportedItem, Place } from './model.ts';

/** Characters. Together they leave room in the front matter, which may have 50,000. */
const MAX_TITLE = 1000;
const MAX_DESCRIPTION = 3000;
const MAX_NAME = 200;
const MAX_URL = 2000;
const MAX_LIST = 12_000;
/** What an item of a list takes beside its text. */
const ITEM = 6;

/** The blog with a notice behind each item of which something was cut. */
export function bounded(blog: Blog): Blog {
  return {
    ...blog,
    async *items() {
      for await (const item of blog.items()) yield* boundedItem(item);
    },
  };
}

function* boundedItem(item: ImportedItem): Generator<ImportedItem> {
  const changes: string[] = [];
  if (item.type === 'post' || item.type === 'page') yield boundedEntry(item, changes);
  else if (item.type === 'comment') yield boundedComment(item, changes);
  else yield item;
  for (const message of changes) yield { type: 'notice', place: placeOf(item), message };
}

function placeOf(item: ImportedItem): Place {
  return 'place' in item ? item.place : { file: '' };
}

function boundedEntry(entry: ImportedEntry, changes: string[]): ImportedEntry {
  const cut = (name: string, text: string | undefined, max: number): string | undefined =>
    text === undefined ? undefined : cutText(name, text, max, changes);
  return {
    ...entry,
    id: entry.id.toWellFormed(),
    title: cutText('title', entry.title, MAX_TITLE, changes),
    slug: entry.slug?.slice(0, MAX_URL),
    description: cut('description', entry.description, MAX_DESCRIPTION),
    guid: withoutLong('id', entry.guid, changes),
    canonicalUrl: withoutLong('original address', entry.canonicalUrl, changes),
    authors: boundedList('authors', entry.authors, MAX_NAME, changes),
    tags: boundedList('tags', entry.tags, MAX_NAME, changes),
    legacyUrls: boundedList('old addresses', entry.legacyUrls, MAX_URL, changes),
  };
}

function boundedComment(comment: ImportedComment, changes: string[]): ImportedComment {
  return {
    ...comment,
    id: comment.id.toWellFormed(),
    entry: comment.entry.toWellFormed(),
    author: cutText("name of a comment's author", comment.author, MAX_NAME, changes),
    url: withoutLong("address of a comment's author", comment.url, changes),
  };
}

function cutText(name: string, text: string, max: number, changes: string[]): string {
  if (text.length <= max) return text;
  const line = oneLine(text);
  if (line.length <= max) return line;
  changes.push(`The ${name} has ${number(line.length)} characters, so the first were taken.`);
  return `${cutBytes(line, max)}…`;
}

function withoutLong(
  name: string,
  text: string | undefined,
  changes: string[],
): string | undefined {
  if (text === undefined || text.length <= MAX_URL) return text;
  changes.push(`The ${name} has ${number(text.length)} characters, so it was left out.`);
  return undefined;
}

/** Items that are not too long, as long as there is room. */
function boundedList(
  name: string,
  list: readonly string[],
  max: number,
  changes: string[],
): readonly string[] {
  let room = MAX_LIST;
  const kept = list.filter((text) => text.length <= max && (room -= text.length + ITEM) >= 0);
  if (kept.length < list.length)
    changes.push(
      `${number(list.length - kept.length)} of ${number(list.length)} ${name} were left out, because they are too long or too many.`,
    );
  return kept;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
