/** Files of the design once more, under names that change with their content, so that browsers may keep them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { HASHED } from '../paths.ts';
import { isStylesheet, readStylesheet } from '../stylesheets.ts';
import type { Asset } from './model.ts';

export interface HashedFile extends Asset {
  /** Path of the file under its own name. */
  readonly plainPath: string;
}

/** In a folder of the site, so that `../` leads from one as from the other. */
const NAME = /^\/[^/]+\/[^/]+\.(?:css|js)$/;
/** A file of the same folder, which has another name there. */
const NEIGHBOUR =
  /(?:from|import)\s*\(?\s*['"]\.\/|url\(\s*['"]?(?!['"]|\.\.\/|\/|data:|https?:|#)|@import/;

/** What a script imports from its folder. */
const IMPORTED = /['"]\.\/([^'"]+\.js)['"]/g;

export function hashedFiles(assets: readonly Asset[]): HashedFile[] {
  const files = assets
    .filter(({ path }) => NAME.test(path))
    .map(({ source, path }) => ({ source, path, text: textOf(source) }));
  const imported = new Set(
    files.flatMap(({ path, text }) =>
      [...text.matchAll(IMPORTED)].map(([, name = '']) => posix.join(posix.dirname(path), name)),
    ),
  );
  return files.flatMap(({ source, path, text }) => {
    if (NEIGHBOUR.test(text) || imported.has(path)) return [];
    const { name, ext } = posix.parse(path);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    return [{ source, path: `${HASHED}${name}.${hash}${ext}`, plainPath: path }];
  });
}

function textOf(source: string): string {
  return isStylesheet(source) ? readStylesheet(source) : readFileSync(source, 'utf8');
}
