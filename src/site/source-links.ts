/** Links of posts and pages to their files in a repository. */
import { dirname, relative, resolve, sep } from 'node:path';
import type { EditPatterns } from '../content/edit-url.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { encodePath } from '../lib/paths.ts';
import type { SourceLinks } from './model.ts';

export type SourceOf = (entry: PostEntry | PageEntry) => SourceLinks | undefined;

/**
 * Paths begin with the content folder: `content/posts/hello/index.md`.
 * @param editor address of the editor
 */
export function sourceLinks(
  patterns: EditPatterns | undefined,
  contentDir: string,
  editor: string,
): SourceOf {
  if (patterns === undefined) return () => undefined;
  const content = resolve(contentDir);
  if (patterns.isEditor === true)
    return ({ file }) => ({
      edit: editor + entryAddress(pathFrom(content, file)),
      history: undefined,
    });
  return ({ file }) => {
    const path = pathFrom(dirname(content), file);
    const fill = (pattern: string | undefined) => pattern?.replaceAll(':path', () => path);
    return { edit: fill(patterns.edit), history: fill(patterns.history) };
  };
}

/** `posts/hello/index.md` is the entry `hello/index` of the collection `posts`. */
function entryAddress(path: string): string {
  const [collection = '', ...names] = path.replace(/\.md$/, '').split('/');
  return `#/collections/${collection}/entries/${names.join('/')}`;
}

/** With forward slashes, encoded. */
function pathFrom(folder: string, file: string): string {
  return encodePath(relative(folder, resolve(file)).split(sep).join('/'));
}
