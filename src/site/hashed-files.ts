/**
 * Files of the design once more, under names that change with their content, so
 * that browsers may keep them: stylesheets, scripts, and what these name, such
 * as fonts and drawings.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { HASHED_FOLDER } from '../lib/paths.ts';
import { isStylesheet, readStylesheet } from '../lib/stylesheets.ts';
import type { Asset } from './model.ts';

export interface HashedFile extends Asset {
  /** Path of the file under its own name. */
  readonly plainPath: string;
}

/** In a folder of the site, so that `../` leads from one as from the other. */
const NAME = /^\/[^/]+\/[^/]+\.(?:css|js)$/;
/** What a stylesheet names by a path that begins at its folder. */
const IN_STYLESHEET = /(?<before>url\(\s*['"]?)(?!data:|https?:|\/|#)(?<path>[^'")?#\s]+)/g;
/** What a script imports from its folder. */
const IN_SCRIPT = /(?<before>['"])(?<path>\.\.?\/[^'"\s]+\.js)(?=['"])/g;

/** A file that needs itself has no name that changes with it, nor has what needs that. */
const ROUND = Symbol('round');

export function hashedFiles(assets: readonly Asset[]): HashedFile[] {
  const known = new Map(assets.map((asset) => [asset.path, asset]));
  const made = new Map<string, HashedFile | typeof ROUND>();

  /** @param above files that wait for this one */
  const make = (asset: Asset, above: readonly string[]): HashedFile | typeof ROUND => {
    const { path } = asset;
    if (above.includes(path)) return ROUND;
    const file = made.get(path) ?? hashed(asset, [...above, path]);
    made.set(path, file);
    return file;
  };

  const hashed = (asset: Asset, above: readonly string[]) => {
    const { source, path } = asset;
    const text = textOf(source);
    if (text === undefined) return named(asset, readFileSync(source));
    let goesRound = false;
    const content = text.replace(
      isStylesheet(source) ? IN_STYLESHEET : IN_SCRIPT,
      (written, before: string, relative: string) => {
        const target = known.get(posix.join(posix.dirname(path), relative));
        if (target === undefined) return written;
        const file = make(target, above);
        if (file === ROUND) goesRound = true;
        else return `${before}./${posix.basename(file.path)}`;
        return written;
      },
    );
    return goesRound ? ROUND : named(asset, content);
  };

  for (const asset of assets) if (NAME.test(asset.path)) make(asset, []);
  return [...made.values()].filter((file) => file !== ROUND);
}

function named(asset: Asset, content: string | Buffer): HashedFile {
  const { name, ext } = posix.parse(asset.path);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return {
    ...asset,
    path: `${HASHED_FOLDER}${name}.${hash}${ext}`,
    plainPath: asset.path,
    ...(typeof content === 'string' && { content }),
  };
}

/** The text of a file that may name others. */
function textOf(source: string): string | undefined {
  if (isStylesheet(source)) return readStylesheet(source);
  return source.endsWith('.js') ? readFileSync(source, 'utf8') : undefined;
}
