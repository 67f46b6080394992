/** Makes the file with the comments on a post or page. */
import { ANCHOR, MAX_TEXT } from '../content/comments-schema.ts';
import { COMMENTS } from '../content/read-comments.ts';
import type { TextAccount } from './account/account.ts';
import type { ConvertedBody } from './body/body.ts';
import { checkComment } from './check-entry.ts';
import { convertBody } from './body/convert.ts';
import { cleanBody, parseSource } from './body/parse.ts';
import { isTooLarge } from './body/too-large.ts';
import { sourceOf, type ConvertContext } from './convert-entry.ts';
import type { Omission } from './index-blog.ts';
import type { ImportedComment, ImportedEntry, Place } from './model.ts';
import { commentsText, type ConvertedComment } from './write/comments-file.ts';
import { folderOf } from './write/names.ts';
import type { Output } from './write/writer.ts';

export interface ConvertedComments {
  readonly output: Output;
  readonly count: number;
  /** How much of the texts has arrived. */
  readonly accounts: readonly CommentAccount[];
  readonly omissions: readonly Omission[];
  /** Sentences. */
  readonly notices: readonly string[];
}

export interface CommentAccount extends TextAccount {
  readonly place: Place;
  /** Says which comment: "Ten roses: comment by Ada". */
  readonly title: string;
}

export interface ReadComments {
  readonly readable: readonly (readonly [ImportedComment, ConvertedBody])[];
  readonly omissions: readonly Omission[];
}

/**
 * Tells comments that a page can show from others.
 * @param path of the entry below the content folder
 */
export function readComments(
  comments: readonly ImportedComment[],
  entry: ImportedEntry,
  path: string,
  context: ConvertContext,
): ReadComments {
  const omissions: Omission[] = [];
  const readable = comments.flatMap((comment): [ImportedComment, ConvertedBody][] => {
    const leaveOut = (reason: string): [] => {
      omissions.push({ reason, what: nameOf(comment), place: comment.place });
      return [];
    };
    if (isTooLarge(comment.html)) return leaveOut(TOO_LONG);
    const body = bodyOf(comment, entry, path, context);
    const reason = refusal(body.markdown);
    return reason === undefined ? [[comment, body]] : leaveOut(reason);
  });
  return { readable, omissions };
}

function nameOf({ author }: ImportedComment): string {
  return `comment by ${author || 'an anonymous reader'}`;
}

/** @param path of the entry below the content folder */
export function convertComments(
  comments: readonly ImportedComment[],
  entry: ImportedEntry,
  path: string,
  context: ConvertContext,
): ConvertedComments {
  const { readable, omissions } = readComments(comments, entry, path, context);
  const accounts = readable.map(([comment, body]) => ({
    ...checkComment(comment, body, entry, path, context),
    place: comment.place,
    title: `${entry.title}: ${nameOf(comment)}`,
  }));
  const written = withUniqueAnchors(
    readable.map(([comment, { markdown }]) => ({ ...comment, text: markdown })),
  );
  const file = folderOf(path, entry.type).folder + COMMENTS;
  const isShown = entry.type === 'post' || written.length === 0;
  return {
    notices: isShown
      ? []
      : [`Only posts show comments, so those on this page are kept in ${file} for you alone.`],
    output: {
      id: commentsId(entry),
      source: sourceOf(comments),
      path: file,
      files: new Map([[file, commentsText(written, context.frontMatter)]]),
    },
    count: written.length,
    accounts,
    omissions,
  };
}

/** Key of the ledger. */
export function commentsId({ id }: Pick<ImportedEntry, 'id'>): string {
  return `comments of ${id}`;
}

const TOO_LONG = `comments of more than ${MAX_TEXT} characters`;

/** Why no page can show the text. */
function refusal(text: string): string | undefined {
  if (text.trim() === '') return 'comments without words';
  return text.length > MAX_TEXT ? TOO_LONG : undefined;
}

function bodyOf(
  { html }: ImportedComment,
  entry: ImportedEntry,
  path: string,
  { blog, links }: ConvertContext,
): ConvertedBody {
  return convertBody(cleanBody(parseSource(html, entry, blog)), {
    pictures: new Map(),
    link: (url) => links.link(url, entry, path),
    embedAddresses: false,
  });
}

function withUniqueAnchors(comments: readonly ConvertedComment[]): ConvertedComment[] {
  const taken = new Set<string>();
  return comments.map((comment) => {
    const start = ANCHOR.test(comment.anchor)
      ? comment.anchor
      : `c-${comment.anchor.replace(/[^\w.:-]/g, '')}`.slice(0, 90);
    let anchor = start;
    for (let count = 2; taken.has(anchor); count++) anchor = `${start}-${count}`;
    taken.add(anchor);
    return { ...comment, anchor };
  });
}
