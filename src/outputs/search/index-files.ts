/** Search index of a site, read from the cache if no document has changed. */
import { join } from 'node:path';
import { Cache, keyOf } from '../../lib/cache.ts';
import { languageOf } from '../../lib/language/tag.ts';
import { PICTURES_FILE } from '../../lib/paths.ts';
import type { Search, Site } from '../../site/model.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { searchDocuments } from './documents.ts';
import type { IndexFile } from './indexer.ts';
import { wordFiles } from './word-files.ts';

/** Part of the cache key: what builds the index. */
const METHOD = `Pagefind ${manifest.dependencies.pagefind}, words 1`;

/** Figures for the summary of the build. */
export interface SearchStats {
  readonly documents: number;
  readonly fromCache: boolean;
  readonly milliseconds: number;
}

interface SearchResult {
  /** Paths are below the site's root. */
  readonly files: readonly IndexFile[];
  /** Absent if the site has no search. */
  readonly stats: SearchStats | undefined;
}

/**
 * @param cacheDir folder of all caches
 * @throws {SearchFailure}
 */
export async function searchFiles(site: Site, cacheDir: string): Promise<SearchResult> {
  if (site.search === undefined) return { files: [], stats: undefined };
  const { folder } = site.search;
  const started = performance.now();
  const documents = searchDocuments(site);
  const cache = new Cache<readonly IndexFile[]>(join(cacheDir, 'search'));
  const language = languageOf(site.facts.language);
  const inputs = documents.flatMap((item) => [item.url, item.language, item.content]);
  const key = keyOf(METHOD, language, ...inputs);
  let files = cache.get(key);
  const fromCache = files !== undefined;
  if (files === undefined) {
    // Imported on demand: most builds find the index in the cache.
    const { makeIndex } = await import('./indexer.ts');
    const index = await makeIndex(documents, language, site.search.languages);
    files = [...index, ...wordFiles(documents)];
    cache.set(key, files);
    cache.sweep();
  }
  const milliseconds = performance.now() - started;
  return {
    files: [...files, ...picturesFile(site.search)].map(({ path, content }) => ({
      path: folder.path + path,
      content,
    })),
    stats: { documents: documents.length, fromCache, milliseconds },
  };
}

/** Not in the index, where the words of its addresses would be found. */
function picturesFile({ pictures }: Search): IndexFile[] {
  if (pictures.length === 0) return [];
  return [{ path: PICTURES_FILE, content: Buffer.from(JSON.stringify(pictures)) }];
}
