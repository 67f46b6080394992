/** Search index of a site, read from the cache if no document has changed. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import * as z from 'zod';
import { Cache } from '../../lib/cache.ts';
import type { SiteParts } from '../../site/model.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { searchDocuments, type SearchDocument } from './documents.ts';
import type { IndexFile } from './indexer.ts';

/** Part of the cache key: what builds the index, and what serialises it. */
const METHOD = `Pagefind ${manifest.dependencies.pagefind}, Node ${process.version}`;

const Files = z.array(z.object({ path: z.string(), content: z.instanceof(Uint8Array) }));

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
  const cache = new Cache(join(cacheDir, 'search'));
  const key = keyOf(documents);
  const kept = cache.get(key);
  const files = kept === undefined ? await makeFiles(documents) : Files.parse(deserialize(kept));
  if (kept === undefined) {
    cache.set(key, serialize(files));
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

/** Pagefind is imported on demand: most builds find the index in the cache. */
async function makeFiles(documents: readonly SearchDocument[]): Promise<IndexFile[]> {
  const { makeIndex } = await import('./indexer.ts');
  return makeIndex(documents);
}

function keyOf(documents: readonly SearchDocument[]): string {
  const hash = createHash('sha256').update(METHOD);
  for (const { url, content } of documents) hash.update(`\0${url}\0${content}`);
  return hash.digest('hex');
}
