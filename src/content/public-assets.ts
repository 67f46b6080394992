/** Static files of the theme (`public/`), copied through to the output. */
import { join } from 'node:path';
import type { Problems } from '../lib/problem.ts';
import { findPublicFiles } from './files.ts';
import { importedStylesheets } from './imported-stylesheets.ts';

export interface PublicAsset {
  readonly source: string;
  /** Path below the site root, decoded. */
  readonly path: string;
  /** Distinguishes theme files from attachments of posts. */
  readonly isOwn: true;
}

/** Leaves out stylesheets that others import, since they are inlined there. */
export function publicAssets(publicDir: string, problems: Problems): PublicAsset[] {
  const assets = findPublicFiles(publicDir, problems).map((file): PublicAsset => ({
    source: join(publicDir, file),
    path: `/${file}`,
    isOwn: true,
  }));
  const imported = importedStylesheets(assets, problems);
  return assets.filter(({ source }) => !imported.has(source));
}
