/** The files of the design, which are published as they are. */
import { join } from 'node:path';
import type { Problems } from '../lib/problem.ts';
import { findPublicFiles } from './files.ts';
import { partsOfStylesheets } from './stylesheet-parts.ts';

/** A file and where it is published. */
export interface PublicAsset {
  readonly source: string;
  /** Below the site's root, decoded. */
  readonly path: string;
  /** Told apart from what belongs to a text. */
  readonly isOwn: true;
}

/** What a stylesheet imports is published as a part of it. */
export function publicAssets(publicDir: string, problems: Problems): PublicAsset[] {
  const assets = findPublicFiles(publicDir, problems).map((file): PublicAsset => ({
    source: join(publicDir, file),
    path: `/${file}`,
    isOwn: true,
  }));
  const parts = partsOfStylesheets(assets, problems);
  return assets.filter(({ source }) => !parts.has(source));
}
