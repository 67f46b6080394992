/** Makes items of the import from the entries of an export of Blogger. */
import { shortHash } from '../../../lib/paths.ts';
import type { ImportedAuthor, ImportedComment, ImportedEntry, ImportedItem } from '../../model.ts';
import { slugOf } from '../addresses.ts';
import { numberOf, type BloggerEntry, type Found } from './entry.ts';
import { withBelow } from '../below-body.ts';
import { withLineBreaks } from '../line-breaks.ts';

export interface ItemOptions {
  /** `https://host/` of the blog, for relative addresses. */
  readonly url: string | undefined;
  /** Whether everyone could read it. */
  readonly isPublic: boolean;
  readonly breaksLines: boolean;
}

/** Each id once; at the end the authors of posts and pages. */
export async function* bloggerItems(
  entries: AsyncIterable<Found>,
  options: ItemOptions,
): AsyncGenerator<ImportedItem> {
  /** Time of the last change by id: two exports of a blog may be read at once. */
  const seen = new Map<string, string>();
  const authors = new Map<string, ImportedAuthor>();
  for await (const found of entries) {
    if (found.type !== 'entry') {
      yield found;
      continue;
    }
    const entry = found.id === '' ? { ...found, id: idFor(found) } : found;
    const known = seen.get(entry.id);
    if (known === undefined) seen.set(entry.id, entry.updated ?? '');
    else {
      if (known !== '' && entry.updated !== undefined && known !== entry.updated)
        yield notice(
          entry,
          `${named(entry)} is in the export twice, as of ${known} and ${entry.updated}. The first was taken; import one export at a time.`,
        );
      continue;
    }
    if (entry.kind === 'comment') yield commentItem(entry, options);
    else {
      yield* entryItems(entry, entry.kind, options);
      addAuthor(entry, authors);
    }
  }
  yield* authors.values();
}

/** For entries that have lost theirs. */
function idFor({ address, title, published, html }: BloggerEntry): string {
  return address ?? shortHash([title, published, html].join('\n'));
}

function* entryItems(
  entry: BloggerEntry,
  type: 'post' | 'page',
  { url, isPublic, breaksLines }: ItemOptions,
): Generator<ImportedItem> {
  const { id, place, status, title, address } = entry;
  const html = bodyOf(entry, breaksLines);
  if (status === 'draft' && title === '' && html.trim() === '') {
    yield { type: 'left-out', place, reason: 'empty drafts', what: `draft ${numberOf(id)}` };
    return;
  }
  const item: ImportedEntry = {
    type,
    id,
    place,
    status: status === 'public' && !isPublic ? 'private' : status,
    guid: id,
    title,
    slug: slugOf(address),
    published: entry.published,
    updated: entry.updated,
    authors: entry.author.name === '' ? [] : [entry.author.name],
    tags: entry.labels,
    description: entry.description,
    legacyUrls: address === undefined ? [] : [address],
    body: {
      format: 'html',
      text: html,
      base: url === undefined || address === undefined ? undefined : new URL(address, url).href,
    },
  };
  yield item;
  if (entry.location !== undefined)
    yield {
      type: 'left-out',
      place,
      reason: 'places named below posts',
      what: `${named(entry)}: ${entry.location}`,
    };
  yield* notices(entry);
}

function* notices(entry: BloggerEntry): Generator<ImportedItem> {
  if (entry.status === 'unknown')
    yield notice(
      entry,
      `Perennial does not know the status of ${named(entry)}, so it stays unpublished. Remove "published: false" if everyone may read it.`,
    );
  if (/blogger\.com\/video\.g\?|\bBLOG_video-/.test(entry.html))
    yield notice(
      entry,
      `${named(entry)} shows a video that is kept by Blogger and will vanish with the old blog. Download it, put it beside the post and link to it.`,
    );
  if (`${entry.title}${entry.html}`.includes('\uFFFD'))
    yield notice(
      entry,
      `${named(entry)} has characters that cannot be read; they show as \uFFFD. Correct them in the imported file.`,
    );
}

function commentItem(entry: BloggerEntry, { breaksLines }: ItemOptions): ImportedItem {
  const { id, place, parent, author } = entry;
  const what = `comment by ${author.name || 'an anonymous reader'} (${numberOf(id)})`;
  if (entry.status !== 'public')
    return { type: 'left-out', place, reason: 'comments that the old blog did not show', what };
  if (parent === undefined)
    return { type: 'left-out', place, reason: 'comments without a post', what };
  const comment: ImportedComment = {
    type: 'comment',
    id,
    place,
    entry: parent,
    replyTo: entry.replyTo,
    anchor: `c${numberOf(id)}`,
    author: author.name,
    url: author.url,
    published: entry.published,
    html: breaksLines ? withLineBreaks(entry.html) : entry.html,
  };
  return comment;
}

/** The body with what Blogger showed around it, which would be lost. */
function bodyOf({ html, link, enclosure }: BloggerEntry, breaksLines: boolean): string {
  const body = breaksLines ? withLineBreaks(html) : html;
  return withBelow(body, link, enclosure === undefined ? [] : [enclosure]);
}

function addAuthor({ author }: BloggerEntry, authors: Map<string, ImportedAuthor>): void {
  if (author.name === '' || author.url === undefined || authors.has(author.name)) return;
  authors.set(author.name, { type: 'author', ...author, legacyUrls: [] });
}

function named({ kind, title, address, id }: BloggerEntry): string {
  return title === '' ? `The ${kind} ${address ?? numberOf(id)}` : `The ${kind} "${title}"`;
}

function notice({ place }: BloggerEntry, message: string): ImportedItem {
  return { type: 'notice', place, message };
}
