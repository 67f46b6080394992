/** The words of a site, in which the search page looks for the one that a misspelt word was meant to be. */
import { decodeEntities } from '../../lib/html.ts';
import { foldSpelling, SPELLING } from '../../lib/language/spelling.ts';
import { WORD_FILES } from '../../lib/paths.ts';
import type { SearchDocument } from './documents.ts';
import type { IndexFile } from './indexer.ts';
import { unmarked } from './marked-text.ts';

/** Tags; those of titles and names contain words. */
const TAG = /<(?:i data-pagefind-meta="\w+\[title\]" title="([^"]*)")?[^>]*>?/g;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g;
const WORD = /[\p{L}\p{M}]{3,}/gu;
const UNSPACED = new RegExp(SPELLING.unspaced, 'u');

/** JSON arrays of words in lower case, those of most documents first; one spelling of each. */
export function wordFiles(documents: readonly SearchDocument[]): IndexFile[] {
  const lists = WORD_FILES.map((): string[] => []);
  for (const word of commonFirst(documents)) lists[fileOf(word)]?.push(word);
  return WORD_FILES.map((path, index) => ({
    path,
    content: Buffer.from(JSON.stringify(lists[index])),
  }));
}

/** As in `public/js/search-suggestion.js`. */
function fileOf(word: string): number {
  return (foldSpelling(word).codePointAt(0) ?? 0) % WORD_FILES.length;
}

function commonFirst(documents: readonly SearchDocument[]): string[] {
  const counts = new Map<string, number>();
  for (const { content } of documents)
    for (const word of wordsOf(content)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].toSorted(
    ([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1),
  );
  const spelt = new Map<string, string>();
  for (const [word] of sorted) {
    const folded = foldSpelling(word);
    if (!spelt.has(folded)) spelt.set(folded, word);
  }
  return [...spelt.values()];
}

function wordsOf(html: string): Set<string> {
  const text = decodeEntities(unmarked(html).replace(TAG, ' $1 ')).replace(ADDRESS, ' ');
  const words = text.normalize('NFC').toLowerCase().match(WORD) ?? [];
  return new Set(words.filter((word) => !UNSPACED.test(word)));
}
