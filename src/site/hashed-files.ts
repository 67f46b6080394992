/** Fingerprinted copies of stylesheets and scripts, and of the files they name, for long-term caching. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { HASHED_FOLDER } from '../lib/paths.ts';
import { isStylesheet, readStylesheet } from '../lib/stylesheets.ts';
import type { Asset } from './model.ts';

export interface HashedFile extends Asset {
  /** Path without the fingerprint. */
  readonly plainPath: string;
}

/** Directly in a top-level folder, like the copies, so that `../` resolves alike. */
const NAME = /^\/[^/]+\/[^/]+\.(?:css|js)$/;
/** Relative URLs in a stylesheet. */
const IN_STYLESHEET = /(?<before>url\(\s*['"]?)(?!data:|https?:|\/|#)(?<path>[^'")?#\s]+)/g;
/** Relative imports in a script. */
const IN_SCRIPT = /(?<before>['"])(?<path>\.\.?\/[^'"\s]+\.js)(?=['"])/g;

/** Files in an import cycle, and files that import one, cannot be fingerprinted. */
const CYCLE = Symbol('cycle');

export function hashedFiles(assets: readonly Asset[]): HashedFile[] {
  const known = new Map(assets.map((asset) => [asset.path, asset]));
  const results = new Map<string, HashedFile | typeof CYCLE>();

  /** @param importers files that wait for this one */
  const fingerprint = (asset: Asset, importers: readonly string[]): HashedFile | typeof CYCLE => {
    const { path } = asset;
    if (importers.includes(path)) return CYCLE;
    const file = results.get(path) ?? hashed(asset, [...importers, path]);
    results.set(path, file);
    return file;
  };

  const hashed = (asset: Asset, importers: readonly string[]) => {
    const { source, path } = asset;
    const text = textOf(source);
    if (text === undefined) return named(asset, readFileSync(source));
    let isCyclic = false;
    const content = text.replace(
      isStylesheet(source) ? IN_STYLESHEET : IN_SCRIPT,
      (written, before: string, relative: string) => {
        const target = known.get(posix.join(posix.dirname(path), relative));
        if (target === undefined) return written;
        const file = fingerprint(target, importers);
        if (file === CYCLE) isCyclic = true;
        else return `${before}./${posix.basename(file.path)}`;
        return written;
      },
    );
    return isCyclic ? CYCLE : named(asset, content);
  };

  for (const asset of assets) if (NAME.test(asset.path)) fingerprint(asset, []);
  return [...results.values()].filter((file) => file !== CYCLE);
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

/** The text of a file type that may name other files. */
function textOf(source: string): string | undefined {
  if (isStylesheet(source)) return readStylesheet(source);
  return source.endsWith('.js') ? readFileSync(source, 'utf8') : undefined;
}
