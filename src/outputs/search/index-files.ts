/** The files of the search, from the cache if nothing that is found has changed. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { decode, encode } from 'cborg';
import * as z from 'zod';
import { Cache } from '../../lib/cache.ts';
import type { SiteParts } from '../../site/model.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { searchDocuments, type SearchDocument } from './documents.ts';
import type { IndexFile } from './indexer.ts';

/** What makes the index; changes when the same documents give another one. */
const METHOD = `Pagefind ${manifest.dependencies.pagefind}, 1`;

/** What the search came to. */
export interface SearchEffort {
  readonly documents: number;
  readonly fromCache: boolean;
  readonly milliseconds: number;
}

export interface SearchResult {
  /** Paths are below the site's root. */
  readonly files: readonly IndexFile[];
  /** Absent when there is no search. */
  readonly effort: SearchEffort | undefined;
}

/**
 * @param cacheDir folder for what took long to make
 * @throws {SearchFailure}
 */
export async function searchFiles(site: SiteParts, cacheDir: string): Promise<SearchResult> {
  if (site.search === undefined) return { files: [], effort: undefined };
  const { folder } = site.search;
  const started = performance.now();
  const documents = searchDocuments(site);
  const cache = new Cache(join(cacheDir, 'search'));
  const key = keyOf(documents);
  const kept = cache.get(key);
  const files = kept === undefined ? await make(documents) : unpack(kept);
  if (kept === undefined) {
    cache.set(key, pack(files));
    cache.sweep();
  }
  const effort = {
    documents: documents.length,
    fromCache: kept !== undefined,
    milliseconds: performance.now() - started,
  };
  return {
    files: files.map(({ path, content }) => ({ path: folder.path + path, content })),
    effort,
  };
}

/** Most builds do without what this needs. */
async function make(documents: readonly SearchDocument[]): Promise<IndexFile[]> {
  const { makeIndex } = await import('./indexer.ts');
  const { settle } = await import('./settle.ts');
  return settle(await makeIndex(documents));
}

/** The files as one, which is read at once. */
function pack(files: readonly IndexFile[]): Buffer {
  return Buffer.from(encode(files.map(({ path, content }) => [path, Uint8Array.from(content)])));
}

const Packed = z.array(z.tuple([z.string(), z.instanceof(Uint8Array)]));

function unpack(entry: Uint8Array): IndexFile[] {
  return Packed.parse(decode(entry)).map(([path, content]) => ({ path, content }));
}

function keyOf(documents: readonly SearchDocument[]): string {
  const hash = createHash('sha256').update(METHOD);
  for (const { url, content } of documents) hash.update(`\0${url}\0${content}`);
  return hash.digest('hex');
}
