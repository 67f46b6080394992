/** Divides the words of an index into chunks, of which a browser loads those that it needs. */
import { CborWriter } from './cbor.ts';
import { mergedWords, sizeOf, writeWords, type Word, type WordSource } from './word-index.ts';

export interface WordChunk {
  /** A word between these two is in this chunk or in none. */
  readonly from: string;
  readonly to: string;
  readonly content: Buffer;
}

/** Sizes of the words of a chunk, as in Pagefind: ranks depend on which words are loaded together. */
const CHUNK_SIZE = 20_000;

/** @returns the chunks in the order of their words */
export function wordChunks(sources: readonly WordSource[]): WordChunk[] {
  const chunks: WordChunk[] = [];
  const writer = new CborWriter();
  let words: Word[] = [];
  let size = 0;
  const end = (): void => {
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return;
    writeWords(words, writer);
    chunks.push({ from: utf8(first.text), to: utf8(last.text), content: writer.take() });
    words = [];
    size = 0;
  };
  for (const word of mergedWords(sources)) {
    words.push(word);
    size += sizeOf(word);
    if (size >= CHUNK_SIZE) end();
  }
  end();
  return shortened(chunks);
}

/**
 * With ends that are as long as it takes to tell the chunks apart: people search for beginnings of words
 * as well.
 */
function shortened(chunks: readonly WordChunk[]): WordChunk[] {
  const ends = chunks.map(({ from, to }) => ({ from, to }));
  for (const [index, end] of ends.entries()) {
    const next = ends[index + 1];
    if (next === undefined) break;
    const [to, from] = apart(end.to, next.from);
    if (bytes(to) >= bytes(end.from)) end.to = to;
    next.from = from;
  }
  return chunks.map((chunk, index) => ({ ...chunk, ...ends[index] }));
}

/** The beginnings of two words, up to the first letter that differs. */
function apart(one: string, other: string): readonly [string, string] {
  const [letters, others] = [[...one], [...other]];
  const same = others.findIndex((letter, index) => letter !== letters[index]);
  const length = (same < 0 ? others.length : same) + 1;
  return [letters.slice(0, length).join(''), others.slice(0, length).join('')];
}

function utf8(text: string): string {
  return Buffer.from(text, 'latin1').toString();
}

function bytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}
