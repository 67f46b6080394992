/** Does what the editor asks for in one call: creates, updates, moves and deletes files. */
import { isUtf8 } from 'node:buffer';
import { keepLineEnds } from '../../editor/merge/keep-line-ends.ts';
import { blobHash, type ContentFiles } from './content-files.ts';
import { checkWritable, innerPath } from './content-paths.ts';
import { CONFLICT, INVALID, NOT_WRITTEN, Refusal } from './refusal.ts';
import { writeFiles, type FileState } from './write-files.ts';

/** https://docs.gitea.com/api/1.24/#tag/repository/operation/repoChangeFiles */
export interface FileChange {
  readonly operation: 'create' | 'update' | 'delete';
  readonly path: string;
  /** The path before a move. */
  readonly from_path?: string | undefined;
  readonly content?: Buffer | undefined;
  /** Of the file that the editor has read. */
  readonly sha?: string | undefined;
}

export interface SavedFile {
  readonly path: string;
  readonly sha: string;
}

/**
 * @returns what was saved, in the order of the changes; `null` for a deleted file
 * @throws {Refusal} with nothing changed
 */
export function changeFiles(
  files: ContentFiles,
  changes: readonly FileChange[],
): (SavedFile | null)[] {
  const states = changes.flatMap((change) => statesAfter(files, change));
  const paths = states.map(({ path }) => path);
  if (new Set(paths).size < paths.length)
    throw new Refusal(INVALID, 'A file is changed twice. Reload the page and try again.');
  for (const { path, content } of states)
    if (content !== undefined) checkWritable(files.folder, path, content);
  try {
    writeFiles(files.folder, states);
  } catch (error) {
    throw explained(error);
  }
  return changes.map(({ operation, path }) => {
    const content = operation === 'delete' ? undefined : files.read(path);
    return content === undefined ? null : { path, sha: blobHash(content) };
  });
}

function statesAfter(files: ContentFiles, change: FileChange): FileState[] {
  const { operation, path, from_path: from, content: sent = Buffer.alloc(0) } = change;
  const target = innerPath(files.folder, path);
  const current = files.read(path);
  if (operation === 'delete') {
    checkUnchanged(current, change, path);
    return [{ path: target, content: undefined }];
  }
  const source = from ?? path;
  const isMoved = source !== path;
  if ((operation === 'create' || isMoved) && current !== undefined)
    throw new Refusal(CONFLICT, `"${path}" exists already. Choose another name.`);
  // The editor knows that the file is gone; the writer has agreed to make it again.
  const isMadeAgain = change.sha === undefined && files.read(source) === undefined;
  if (operation === 'create' || isMadeAgain)
    return [{ path: target, content: asStored(path, sent) }];
  const before = checkUnchanged(files.read(source), change, source);
  const state = { path: target, content: asStored(path, sent, before) };
  return isMoved ? [{ path: innerPath(files.folder, source), content: undefined }, state] : [state];
}

/** Somebody else may have changed the file since the editor has read it. */
function checkUnchanged(
  current: Buffer | undefined,
  { sha, operation }: FileChange,
  path: string,
): Buffer {
  if (current !== undefined && sha === blobHash(current)) return current;
  const what = current === undefined ? 'deleted or renamed' : 'changed';
  // Saving again reads the file again, and merges the edits.
  const [done, next] =
    operation === 'delete'
      ? ['deleted', 'Reload the page, and try again']
      : ['saved', 'Save again'];
  throw new Refusal(
    CONFLICT,
    `Nothing was ${done}, because somebody else has just ${what} "${path}". ${next}.`,
  );
}

/** Texts keep their line ends. */
function asStored(path: string, sent: Buffer, before?: Buffer): Buffer {
  if (!/\.(?:md|json|yaml)$/.test(path)) return sent;
  if (!isUtf8(sent) || sent.includes(0))
    throw new Refusal(INVALID, `"${path}" is not a text in UTF-8.`);
  const old = before === undefined || !isUtf8(before) ? '' : before.toString();
  return Buffer.from(keepLineEnds(old, sent.toString()));
}

const REASONS = new Map([
  ['ENOSPC', 'the disk is full. Free some space'],
  ['EDQUOT', 'your disk quota is used up. Free some space'],
  ['EROFS', 'the disk is read-only. Make it writable'],
  ['EACCES', 'you may not write there. Change the permissions of the content folder'],
  ['EPERM', 'you may not write there. Change the permissions of the content folder'],
]);

function explained(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason =
    REASONS.get(code) ?? `${error instanceof Error ? error.message : String(error)}. Correct that`;
  return new Refusal(
    NOT_WRITTEN,
    `Nothing was saved, because ${reason}, and save again. Your text is still in this page.`,
  );
}
