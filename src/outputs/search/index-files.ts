/** Search index of a site, read from the cache if no document has changed. */
import { join } from 'node:path';
import { Cache, keyOf } from '../../lib/cache.ts';
import type { SiteParts } from '../../site/model.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { searchDocuments, type SearchDocument } from './documents.ts';
import type { IndexFile } from './indexer.ts';

/** Part of the cache key: what builds the index. */
const METHOD = `Pagefind ${manifest.dependencies.pagefind}`;

/** Figures for the summary of the build. */
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
 * @param cacheDir folder of the build cache
 * @throws {SearchFailure}
 */
export async function searchFiles(site: SiteParts, cacheDir: string): Promise<SearchResult> {
  if (site.search === undefined) return { files: [], effort: undefined };
  const { folder } = site.search;
  const started = performance.now();
  const documents = searchDocuments(site);
  const cache = new Cache<readonly IndexFile[]>(join(cacheDir, 'search'));
  const key = keyOf(METHOD, ...documents.flatMap(({ url, content }) => [url, content]));
  const cached = cache.get(key);
  const files = cached ?? (await makeFiles(documents));
  if (cached === undefined) {
    cache.set(key, files);
    cache.sweep();
  }
  const effort = {
    documents: documents.length,
    fromCache: cached !== undefined,
    milliseconds: performance.now() - started,
  };
  return {
    files: files.map(({ path, content }) => ({ path: folder.path + path, content })),
    effort,
  };
}

/** Pagefind is imported on demand: most builds find the index in the cache. */
async function makeFiles(documents: readonly SearchDocument[]): Promise<IndexFile[]> {
  const { makeIndex } = await import('./indexer.ts');
  return makeIndex(documents);
}
