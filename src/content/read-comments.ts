/** Reads `comments.yaml` of a post or page. */
import { join } from 'node:path';
import type { DateReader } from '../lib/dates.ts';
import type { Problems } from '../lib/problem.ts';
import { displayPath } from '../lib/user-folder.ts';
import { commentsSchema, type CommentFields } from './comments-schema.ts';
import { lookUp, reportLink } from './files.ts';
import { readYaml } from './read-settings.ts';
import type { Limit } from './read-text.ts';
import { validate } from './validate.ts';

export const COMMENTS = 'comments.yaml';

/** Enough for ten thousand comments. */
const LIMIT: Limit = {
  size: 10_000_000,
  hint: 'Look for text that was pasted into it by mistake, or remove comments that nobody needs.',
};

/** @returns a function that reads the comments in a folder; `undefined` if it has no such file */
export function commentsReader(
  dates: DateReader,
): (folder: string, problems: Problems) => readonly CommentFields[] | undefined {
  const schema = commentsSchema(dates);
  return (folder, problems) => {
    const path = join(folder, COMMENTS);
    const found = lookUp(path);
    if (found === undefined) return undefined;
    if (found.isSymbolicLink()) {
      reportLink(path, problems);
      return undefined;
    }
    const value = readYaml(path, 'comments', LIMIT, problems);
    if (value === undefined) return undefined;
    const source = { file: displayPath(path), concept: 'comments' };
    const comments = validate(schema, value, source, problems)?.fields.comments ?? [];
    checkIds(comments, source.file, problems);
    return comments;
  };
}

function checkIds(comments: readonly CommentFields[], file: string, problems: Problems): void {
  const ids = new Set<string>();
  for (const [index, { id }] of comments.entries()) {
    if (ids.has(id))
      problems.error({
        file,
        field: `comments[${index}].id`,
        code: 'comment-id-duplicate',
        message: `Two comments have the id "${id}", so links to it could mean either.`,
        hint: 'Give one of them another id.',
      });
    ids.add(id);
  }
  for (const [index, { replyTo }] of comments.entries()) {
    if (replyTo === undefined || ids.has(replyTo)) continue;
    problems.warn({
      file,
      field: `comments[${index}].replyTo`,
      code: 'comment-reply-unknown',
      message: `No comment has the id "${replyTo}", so this reply stands by itself.`,
      hint: 'Write the id of the comment that it answers, or remove the line.',
    });
  }
}
