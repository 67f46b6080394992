/** The files of the search, from the cache if nothing that is found has changed. */
import { join } from 'node:path';
import { Cache, keyOf } from '../../lib/cache.ts';
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
  const cache = new Cache<readonly IndexFile[]>(join(cacheDir, 'search'));
  const key = keyOf(METHOD, ...documents.flatMap(({ url, content }) => [url, content]));
  const kept = cache.get(key);
  const files = kept ?? (await make(documents));
  if (kept === undefined) {
    cache.set(key, files);
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
