/** A text of a post or page that an editor has not saved yet. */
import { basename, dirname, join, relative, sep } from 'node:path';
import { isOutside } from '../lib/paths.ts';
import type { ContentFiles } from './find-content.ts';

export interface UnsavedText {
  /** Path of its file, which may not exist. */
  readonly path: string;
  /** `undefined` if the post or page is to be deleted. */
  readonly text: string | undefined;
}

/** The content with a text instead of the one of its file, or with a new post or page. */
export function withUnsaved(
  files: ContentFiles,
  { contentDir, unsaved }: { readonly contentDir: string; readonly unsaved?: UnsavedText },
): ContentFiles {
  if (unsaved === undefined) return files;
  const { path, text } = unsaved;
  const page = relative(join(contentDir, 'pages'), path);
  if (isOutside(page)) {
    const folder = dirname(path);
    const posts = files.posts.filter((post) => post.folder !== folder);
    if (text === undefined) return { ...files, posts };
    return { ...files, posts: [...posts, { slug: basename(folder), folder, unsaved: text }] };
  }
  const pages = files.pages.filter((other) => other.path !== path);
  if (text === undefined) return { ...files, pages };
  const slug = page.split(sep).join('/').replace(/\.md$/, '');
  return { ...files, pages: [...pages, { path, slug, unsaved: text }] };
}
