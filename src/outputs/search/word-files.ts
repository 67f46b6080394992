/** The words of a site, in which the search page looks for the one that a misspelt word was meant to be. */
import { decodeEntities } from '../../lib/html.ts';
import { foldSpelling, SPELLING } from '../../lib/language/spelling.ts';
import { WORD_FILES } from '../../lib/paths.ts';
import type { IndexFile } from './packed-files.ts';
import { unmarked } from './marked-text.ts';

/** Tags; those of titles and names contain words. */
const TAG = /<(?:i data-pagefind-meta="\w+\[title\]" title="([^"]*)")?[^>]*>?/g;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g;
const WORD = /[\p{L}\p{M}]{3,}/gu;
const UNSPACED = new RegExp(SPELLING.unspaced, 'u');

/**
 * JSON arrays of words in lower case, those of most documents first; one spelling of each.
 * @param texts the words of each document
 */
export function wordFiles(texts: Iterable<string>): IndexFile[] {
  const lists = WORD_FILES.map((): string[] => []);
  for (const [folded, word] of commonFirst(texts)) lists[fileOf(folded)]?.push(word);
  return WORD_FILES.map((path, index) => ({
    path,
    content: Buffer.from(JSON.stringify(lists[index])),
  }));
}

/** As in `public/js/search-suggestion.js`. */
function fileOf(folded: string): number {
  return (folded.codePointAt(0) ?? 0) % WORD_FILES.length;
}

/** With what all spellings of the word have in common. */
function commonFirst(texts: Iterable<string>): Map<string, string> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  counts.delete('');
  const sorted = [...counts].toSorted(
    ([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1),
  );
  const spelt = new Map<string, string>();
  for (const [word] of sorted) {
    const folded = foldSpelling(word);
    if (!spelt.has(folded)) spelt.set(folded, word);
  }
  return spelt;
}

/** The words of an HTML document, each once, with spaces between them. */
export function wordsOf(html: string): string {
  const text = decodeEntities(unmarked(html).replace(TAG, ' $1 ')).replace(ADDRESS, ' ');
  const words = text.normalize('NFC').toLowerCase().match(WORD) ?? [];
  return [...new Set(words)].filter((word) => !UNSPACED.test(word)).join(' ');
}
