/** Makes the index: the only place that knows Pagefind's program, which runs as a process of its own. */
import { close, createIndex } from 'pagefind';
import type { SearchDocument } from './documents.ts';

/** A file of the index, below its folder. */
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

/** What nobody searches for. */
const IGNORED = ['.anchor', '[data-footnote-ref]', '[data-footnote-backref]'];

/** All of it that a browser is told to ask for; its own interfaces are left out. */
const PUBLISHED =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.(?:pagefind|pf_fragment|pf_index|pf_filter|pf_meta))$/;

/**
 * Every file of the index. Those with filters have their values in any order.
 * @throws {SearchFailure}
 */
export async function makeIndex(documents: readonly SearchDocument[]): Promise<IndexFile[]> {
  try {
    const { index, errors } = await createIndex({ excludeSelectors: IGNORED });
    if (index === undefined) throw new SearchFailure(sentence(errors));
    // In their order, by which results of the same rank go.
    const added = await Promise.all(documents.map((item) => index.addHTMLFile(item)));
    const made = await index.getFiles();
    const faults = [...added.flatMap((answer) => answer.errors), ...made.errors];
    if (faults.length > 0) throw new SearchFailure(sentence(faults));
    return made.files.filter(({ path }) => PUBLISHED.test(path));
  } catch (error) {
    if (error instanceof SearchFailure) throw error;
    throw new SearchFailure(sentence([error instanceof Error ? error.message : String(error)]));
  } finally {
    await close();
  }
}

function sentence(reasons: readonly string[]): string {
  const [reason = 'it gives no reason'] = reasons.map((text) => text.split('\n')[0]);
  return `Pagefind could not make the search index: ${reason}`;
}
