/** Makes the file with the comments on a post or page. */
import { convertBody } from './body/convert.ts';
import { parseBody } from './body/parse.ts';
import { sourceOf, type ConvertContext } from './convert-entry.ts';
import type { ImportedComment, ImportedEntry } from './model.ts';
import { commentsText, type ConvertedComment } from './write/comments-file.ts';
import { folderOf } from './write/names.ts';
import type { Output } from './write/writer.ts';

export const COMMENTS = 'comments.yaml';

export interface ConvertedComments {
  readonly output: Output;
  readonly count: number;
  /** Comments without words. */
  readonly empty: readonly ImportedComment[];
}

/** @param path of the entry below the content folder */
export function convertComments(
  comments: readonly ImportedComment[],
  entry: ImportedEntry,
  path: string,
  context: ConvertContext,
): ConvertedComments {
  const converted = comments.map((comment) => convert(comment, entry, path, context));
  const written = withUniqueAnchors(converted.filter(({ text }) => text.trim() !== ''));
  const file = folderOf(path, entry.type).folder + COMMENTS;
  return {
    output: {
      id: commentsId(entry),
      source: sourceOf(comments),
      path: file,
      files: new Map([[file, commentsText(written, context.frontMatter)]]),
    },
    count: written.length,
    empty: comments.filter((_, index) => converted[index]?.text.trim() === ''),
  };
}

/** Key of the ledger. */
export function commentsId({ id }: Pick<ImportedEntry, 'id'>): string {
  return `comments of ${id}`;
}

function convert(
  { html, ...comment }: ImportedComment,
  entry: ImportedEntry,
  path: string,
  { blog, links }: ConvertContext,
): ConvertedComment {
  const parsed = parseBody(html, entry, blog);
  const { markdown } = convertBody(parsed, {
    pictures: new Map(),
    link: (url) => links.link(url, entry, path),
  });
  return { ...comment, text: markdown };
}

/** What an id in a page may be. */
const ANCHOR = /^[A-Za-z][\w.:-]{0,99}$/;

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
