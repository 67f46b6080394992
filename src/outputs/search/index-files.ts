/** Search index of a site. Documents that have not changed come from the cache. */
import { join } from 'node:path';
import { Cache, keyOf } from '../../lib/cache.ts';
import { SPELLING } from '../../lib/language/spelling.ts';
import { languageOf } from '../../lib/language/tag.ts';
import { PICTURES_FILE } from '../../lib/paths.ts';
import type { Search, Site } from '../../site/model.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { searchDocuments, type SearchDocument } from './documents.ts';
import type { LanguageIndex } from './indexer.ts';
import type { IndexFile } from './packed-files.ts';
import { wordFiles, wordsOf } from './word-files.ts';

/** Part of all cache keys: what builds the index. */
const METHOD = [
  `Pagefind ${manifest.dependencies.pagefind}, fflate ${manifest.devDependencies.fflate}, words 2`,
  JSON.stringify(SPELLING),
].join();

/** Figures for the summary of the build. */
export interface SearchStats {
  readonly indexed: number;
  readonly cached: number;
  readonly milliseconds: number;
}

interface SearchResult {
  /** Paths are below the site's root. */
  readonly files: readonly IndexFile[];
  /** Absent if the site has no search. */
  readonly stats: SearchStats | undefined;
}

/** What the cache keeps of a site: the search of its last build. */
interface Kept {
  /** Of all that the index is made from. */
  readonly key: string;
  /** The first has all documents, the others those of their language. */
  readonly indexes: readonly LanguageIndex[];
  readonly wordFiles: readonly IndexFile[];
  /** By key of the document. */
  readonly words: ReadonlyMap<string, string>;
}

/** An index needs them once. */
const SHARED = /\.js$|^wasm\.unknown/;

/**
 * @param cacheDir folder of all caches
 * @throws {SearchFailure}
 */
export async function searchFiles(site: Site, cacheDir: string): Promise<SearchResult> {
  if (site.search === undefined) return { files: [], stats: undefined };
  const { folder, languages } = site.search;
  const started = performance.now();
  const documents = searchDocuments(site, METHOD);
  const language = languageOf(site.facts.language);
  const cache = new Cache<Kept>(join(cacheDir, 'search'));
  const place = keyOf(METHOD, language, site.facts.url);
  const before = cache.get(place);
  const inputs = documents.map((item) => [item.key, item.filters, item.date]);
  const key = keyOf(JSON.stringify([inputs, languages]));
  const known = new Set(before?.indexes[0]?.documents);
  const indexed = documents.filter((item) => !known.has(item.key)).length;
  const kept =
    before?.key === key ? before : await make(documents, language, languages, key, before);
  if (kept !== before) {
    cache.set(place, kept);
    cache.sweep();
  }
  const milliseconds = performance.now() - started;
  return {
    files: [...filesOf(kept), ...picturesFile(site.search)].map(({ path, content }) => ({
      path: folder.path + path,
      content,
    })),
    stats: { indexed, cached: documents.length - indexed, milliseconds },
  };
}

async function make(
  documents: readonly SearchDocument[],
  language: string,
  others: readonly string[],
  key: string,
  before: Kept | undefined,
): Promise<Kept> {
  // Imported on demand: many builds find the index in the cache.
  const { makeIndexes } = await import('./indexer.ts');
  const indexes = await makeIndexes(documents, language, others, before?.indexes ?? []);
  const words = new Map(
    documents.map((item) => [item.key, before?.words.get(item.key) ?? wordsOf(item.html())]),
  );
  return { key, indexes, wordFiles: wordFiles(words.values()), words };
}

/** Indexes of other languages are in folders of their name. */
function filesOf({ indexes: [all, ...others], wordFiles: words }: Kept): IndexFile[] {
  const own = others.flatMap(({ language, files }) =>
    files
      .filter(({ path }) => !SHARED.test(path))
      .map(({ path, content }) => ({ path: `${language}/${path}`, content })),
  );
  return [...(all?.files ?? []), ...own, ...words];
}

/** Not in the index, where the words of its addresses would be found. */
function picturesFile({ pictures }: Search): IndexFile[] {
  if (pictures.length === 0) return [];
  return [{ path: PICTURES_FILE, content: Buffer.from(JSON.stringify(pictures)) }];
}
