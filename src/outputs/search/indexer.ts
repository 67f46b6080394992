/** Builds the search index. The only importer of Pagefind, which runs as a child process. */
import { close, createIndex } from 'pagefind';
import type { SearchDocument } from './documents.ts';

/** A file of the index; its path is relative to the index folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The index could not be made. The message is one sentence. */
export class SearchFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SearchFailure';
  }
}

/** Elements left out of the index. */
const IGNORED = ['.anchor', '[data-footnote-ref]', '[data-footnote-backref]'];

/** Files that a browser requests; Pagefind's own interfaces are left out. */
const PUBLISHED =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.(?:pagefind|pf_fragment|pf_index|pf_filter|pf_meta))$/;

/** Pagefind would split the words of these languages by its own dictionaries. */
const SPLIT_BY_PAGEFIND = ['ja', 'th', 'zh'];

/** An index needs them once. */
const SHARED = /\.js$|^wasm\.unknown/;

/**
 * The files of the index, in any order. The same documents give the same bytes.
 * One index has all documents, because Pagefind loads that of a single language. It takes words for
 * words of the site's language; documents in `others` are in an index of their language as well,
 * in a folder of its name.
 * @throws {SearchFailure}
 */
export async function makeIndex(
  documents: readonly SearchDocument[],
  language: string,
  others: readonly string[],
): Promise<IndexFile[]> {
  try {
    const files = await indexOf(documents, language);
    for (const other of others) {
      const own = documents.filter((item) => item.language === other);
      for (const { path, content } of await indexOf(own, other))
        if (!SHARED.test(path)) files.push({ path: `${other}/${path}`, content });
    }
    return files;
  } catch (error) {
    if (error instanceof SearchFailure) throw error;
    throw new SearchFailure(sentence([error instanceof Error ? error.message : String(error)]));
  } finally {
    await close();
  }
}

async function indexOf(
  documents: readonly SearchDocument[],
  language: string,
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({
    excludeSelectors: IGNORED,
    forceLanguage: SPLIT_BY_PAGEFIND.includes(language) ? 'unknown' : language,
  });
  if (index === undefined) throw new SearchFailure(sentence(errors));
  // Results of equal rank keep this order.
  const added = await Promise.all(documents.map((item) => index.addHTMLFile(item)));
  const made = await index.getFiles();
  const faults = [...added.flatMap((answer) => answer.errors), ...made.errors];
  if (faults.length > 0) throw new SearchFailure(sentence(faults));
  return made.files.filter(({ path }) => PUBLISHED.test(path));
}

function sentence(reasons: readonly string[]): string {
  const [reason = 'it gives no reason'] = reasons.map((text) => text.split('\n')[0]);
  return `Pagefind could not make the search index: ${reason}`;
}
