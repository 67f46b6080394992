/** Threads of the comments that a post kept from the old blog. */
import type { PostEntry } from '../content/entries.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import type { Addressed } from '../addresses/redirect.ts';
import type { CommentFields } from '../content/comments-schema.ts';
import type { PostDate } from '../lib/dates.ts';
import { groupBy } from '../lib/group-by.ts';
import type { BodyOf } from './posts.ts';
import { dateIn } from './surroundings.ts';
import type { ArchivedComment, ArchivedComments } from './post-model.ts';

/** What old blogs call the place of the comments: "12 comments" links to it. */
export const COMMENTS_ANCHOR = 'comments';

/** Levels of replies; deeper ones stand beside those they answer, or they would be too narrow on a phone. */
const MAX_DEPTH = 4;

/** The comments that a post or page shows; the language is that of the page around. */
export type ArchiveOf = (place: Addressed, language: string) => ArchivedComments | undefined;

/** @param htmlOf renders a text on a page of this language */
export function commentArchives(
  settings: Pick<SiteSettings, 'comments' | 'language'>,
  bodyOf: BodyOf,
  htmlOf: (text: string, language: string) => string,
): ArchiveOf {
  if (settings.comments?.archive === false) return () => undefined;
  return (place, language) =>
    archivedComments(
      place.entry,
      new Set(bodyOf(place).ids),
      (text) => htmlOf(text, language),
      (date) => dateIn(language, date, settings.language),
    );
}

/**
 * @param ids of the page, which no comment may have
 * @param htmlOf renders a text
 * @param dateOf a date in the language of the page
 */
export function archivedComments(
  { comments = [] }: Pick<PostEntry, 'comments'>,
  ids: ReadonlySet<string>,
  htmlOf: (text: string) => string,
  dateOf: (date: PostDate) => PostDate,
): ArchivedComments | undefined {
  if (comments.length === 0) return undefined;
  const known = new Set(comments.map(({ id }) => id));
  const parentOf = ({ id, replyTo }: CommentFields): string =>
    replyTo === undefined || replyTo === id || !known.has(replyTo) ? '' : replyTo;
  const byParent = groupBy(comments, (comment) => [parentOf(comment)]);
  const shown = new Set<string>();
  const toModel = (comment: CommentFields): Omit<ArchivedComment, 'replies'> => ({
    anchor: ids.has(comment.id) ? undefined : comment.id,
    author: comment.author,
    url: comment.url,
    published: comment.date && dateOf(comment.date),
    html: htmlOf(comment.text),
  });
  const threadOf = (root: CommentFields): ArchivedComment => {
    const replies: ArchivedComment[] = [];
    shown.add(root.id);
    const open = [{ id: root.id, depth: 1, into: replies }];
    for (const { id, depth, into } of open) {
      for (const reply of byParent.get(id) ?? []) {
        if (shown.has(reply.id)) continue;
        shown.add(reply.id);
        const below: ArchivedComment[] = [];
        into.push({ ...toModel(reply), replies: below });
        open.push({ id: reply.id, depth: depth + 1, into: depth < MAX_DEPTH ? below : into });
      }
    }
    return { ...toModel(root), replies };
  };
  const threads = (byParent.get('') ?? []).map(threadOf);
  // Comments that answer each other in a circle.
  const others = comments.flatMap((comment) => (shown.has(comment.id) ? [] : [threadOf(comment)]));
  const isTaken = ids.has(COMMENTS_ANCHOR) || known.has(COMMENTS_ANCHOR);
  return {
    anchor: isTaken ? undefined : COMMENTS_ANCHOR,
    count: comments.length,
    threads: [...threads, ...others],
  };
}
