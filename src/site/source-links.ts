/** Links of posts and pages to their files in a repository. */
import { dirname, relative, resolve, sep } from 'node:path';
import type { EditPatterns } from '../content/edit-url.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { encodePath } from '../lib/paths.ts';
import type { SourceLinks } from './model.ts';

export type SourceOf = (entry: PostEntry | PageEntry) => SourceLinks | undefined;

/** Paths begin with the content folder: `content/posts/hello/index.md`. */
export function sourceLinks(patterns: EditPatterns | undefined, contentDir: string): SourceOf {
  if (patterns === undefined) return () => undefined;
  const root = dirname(resolve(contentDir));
  return ({ file }) => {
    const path = encodePath(relative(root, resolve(file)).split(sep).join('/'));
    const fill = (pattern: string | undefined) => pattern?.replaceAll(':path', () => path);
    return { edit: fill(patterns.edit), history: fill(patterns.history) };
  };
}
