/** Static files that are copied to the output: those of the program's design, and the owner's. */
import { join } from 'node:path';
import type { Problems } from '../lib/problem.ts';
import { displayPath } from '../lib/user-folder.ts';
import { findPublicFiles } from './files.ts';
import { importedStylesheets } from './imported-stylesheets.ts';

/** Folder of the owner's files, in a content folder. */
export const PUBLIC = 'public';

export interface PublicAsset {
  readonly source: string;
  /** Path below the site root, decoded. */
  readonly path: string;
  /** Distinguishes theme files from attachments of posts. */
  readonly isOwn: true;
}

/**
 * The owner's file replaces the program's of the same path. Leaves out
 * stylesheets that others import, since they are inlined there.
 */
export function publicAssets(
  publicDir: string,
  contentDir: string,
  problems: Problems,
): PublicAsset[] {
  const shipped = assetsIn(publicDir, problems);
  const added = assetsIn(join(contentDir, PUBLIC), problems);
  const paths = new Set(shipped.map(({ path }) => path));
  const own = added.filter((asset) => {
    const isNeeded = paths.has(asset.path) && /^\/(?:css|js)\//.test(asset.path);
    if (isNeeded) reportTaken(asset, problems);
    return !isNeeded;
  });
  const replaced = new Set(own.map(({ path }) => path));
  const assets = [...shipped.filter(({ path }) => !replaced.has(path)), ...own];
  const imported = importedStylesheets(assets, problems);
  return assets.filter(({ source }) => !imported.has(source));
}

function assetsIn(folder: string, problems: Problems): PublicAsset[] {
  return findPublicFiles(folder, problems).map((file) => ({
    source: join(folder, file),
    path: `/${file}`,
    isOwn: true,
  }));
}

function reportTaken({ source, path }: PublicAsset, problems: Problems): void {
  problems.warn({
    code: 'public-file-taken',
    file: displayPath(source),
    message: `The file is not published, because pages need Perennial's own file at \`${path}\`.`,
    hint: 'Give it another name. To change how pages look, write `theme/theme.css` in the content folder.',
  });
}
