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

export function hashedFiles(assets: readonly Asset[]): HashedFile[] {
  return assets.flatMap(({ source, path }) => {
    if (!NAME.test(path)) return [];
    const text = isStylesheet(source) ? readStylesheet(source) : readFileSync(source, 'utf8');
    if (NEIGHBOUR.test(text)) return [];
    const { name, ext } = posix.parse(path);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    return [{ source, path: `${HASHED}${name}.${hash}${ext}`, plainPath: path }];
  });
}
