/** Fingerprinted copies of stylesheets and scripts, and of the files they name, for long-term caching. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { HASHED_FOLDER } from '../lib/paths.ts';
import { isStylesheet, readStylesheet } from '../lib/stylesheets.ts';
import { minified } from '../lib/minified-scripts.ts';
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

/** Leaves out files in an import cycle, and files that import one. */
export function hashedFiles(assets: readonly Asset[]): HashedFile[] {
  const known = new Map(assets.map((asset) => [asset.path, asset]));
  /** `undefined` while a file waits for its imports, and for good if they form a cycle. */
  const results = new Map<string, HashedFile | undefined>();

  const fingerprint = (asset: Asset): HashedFile | undefined => {
    const { path, source } = asset;
    if (results.has(path)) return results.get(path);
    results.set(path, undefined);
    let isCyclic = false;
    const content = textOf(asset)?.replace(
      isStylesheet(source) ? IN_STYLESHEET : IN_SCRIPT,
      (written, before: string, relative: string) => {
        const target = known.get(posix.join(posix.dirname(path), relative));
        if (target === undefined) return written;
        const file = fingerprint(target);
        isCyclic ||= file === undefined;
        return `${before}./${posix.basename(file?.path ?? '')}`;
      },
    );
    if (!isCyclic) results.set(path, named(asset, content ?? readFileSync(source)));
    return results.get(path);
  };

  for (const asset of assets) if (NAME.test(asset.path)) fingerprint(asset);
  return [...results.values()].filter((file) => file !== undefined);
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
function textOf({ source, appended }: Asset): string | undefined {
  if (isStylesheet(source)) return readStylesheet(source, appended);
  return source.endsWith('.js') ? minified(readFileSync(source, 'utf8')) : undefined;
}
