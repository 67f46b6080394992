/** Builds search indexes. The only importer of Pagefind, which runs as a child process. */
import { close, createIndex } from 'pagefind';
import { metadataDocument, type SearchDocument } from './documents.ts';
import { urlsOf, type Indexed } from './index-part.ts';
import { mergeIndexes } from './merge-indexes.ts';
import { shortNames, type NameOf } from './short-names.ts';

/** The index of a language. */
export interface LanguageIndex extends Indexed {
  readonly language: string;
  /** Keys of all that it was made from, with those that have no words. */
  readonly documents: readonly string[];
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
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.(?:pagefind|pf_fragment|pf_index|pf_meta))$/;

/** Pagefind would split the words of these languages by its own dictionaries. */
const SPLIT_BY_PAGEFIND = ['ja', 'th', 'zh'];

/**
 * The index of all documents, then that of each of the other languages. The same documents give the
 * same bytes.
 * One index has all documents, because Pagefind loads that of a single language. It takes words for
 * words of the site's language.
 * @param kept indexes made earlier; Pagefind is asked only for documents that they lack
 * @throws {SearchFailure}
 */
export async function makeIndexes(
  documents: readonly SearchDocument[],
  language: string,
  others: readonly string[],
  kept: readonly LanguageIndex[],
): Promise<LanguageIndex[]> {
  const nameOf = shortNames(documents.map(({ key }) => key));
  try {
    const indexes = [await makeIndex(documents, language, kept, nameOf)];
    for (const other of others) {
      const own = documents.filter((item) => item.language === other);
      indexes.push(await makeIndex(own, other, kept, nameOf));
    }
    return indexes;
  } catch (error) {
    if (error instanceof SearchFailure) throw error;
    throw new SearchFailure(sentence([error instanceof Error ? error.message : String(error)]));
  } finally {
    await close();
  }
}

async function makeIndex(
  documents: readonly SearchDocument[],
  language: string,
  kept: readonly LanguageIndex[],
  nameOf: NameOf,
): Promise<LanguageIndex> {
  const name = SPLIT_BY_PAGEFIND.includes(language) ? 'unknown' : language;
  const before = kept.find((index) => index.language === language);
  const known = new Set(before?.documents);
  const lacking = documents.filter(({ key }) => !known.has(key));
  const added = lacking.length === 0 ? undefined : await indexOf(lacking, name);
  const index = mergeIndexes({ documents, before, added, language: name, nameOf });
  return { ...index, language, documents: documents.map(({ key }) => key) };
}

async function indexOf(documents: readonly SearchDocument[], language: string): Promise<Indexed> {
  const { index, errors } = await createIndex({
    excludeSelectors: IGNORED,
    forceLanguage: language,
  });
  if (index === undefined) throw new SearchFailure(sentence(errors));
  const added = await Promise.all([
    ...documents.map(({ url, html }) => index.addHTMLFile({ url, content: html() })),
    index.addHTMLFile({ url: '#', content: metadataDocument() }),
  ]);
  const made = await index.getFiles();
  const faults = [...added.flatMap((answer) => answer.errors), ...made.errors];
  if (faults.length > 0) throw new SearchFailure(sentence(faults));
  const files = made.files.filter(({ path }) => PUBLISHED.test(path));
  // Pagefind leaves out documents without words.
  const keyOf = new Map(documents.map(({ key, url }) => [url, key]));
  return { pages: urlsOf(files).map((url) => keyOf.get(url) ?? ''), files };
}

function sentence(reasons: readonly string[]): string {
  const [reason = 'it gives no reason'] = reasons.map((text) => text.split('\n')[0]);
  return `Pagefind could not make the search index: ${reason}`;
}
