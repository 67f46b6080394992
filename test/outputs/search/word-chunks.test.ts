/** The ends of chunks, by which a browser chooses those that it loads. */
import { expect, it } from 'vitest';
import { encode } from '../../../src/outputs/search/cbor.ts';
import { wordChunks } from '../../../src/outputs/search/word-chunks.ts';

/** A word on the first page, at so many places. */
function word(text: string, places: number): [string, [number, number[], number[]][], never[]] {
  return [text, [[0, Array.from({ length: places }, () => 1), []]], []];
}

it('ends a chunk with as many letters as tell it from the next one', () => {
  const words = [word('apple', 20_000), word('apricot', 10), word('banana', 20_000)];
  const source = { chunks: [encode([[...words, word('peach', 1)]])], pages: [0] };
  expect(wordChunks([source]).map(({ from, to }) => [from, to])).toEqual([
    // Not `app`, before which the chunk would begin.
    ['apple', 'apple'],
    ['apr', 'b'],
    ['p', 'peach'],
  ]);
});

it('leaves out words of pages that are gone', () => {
  const chunks = [encode([[word('apple', 1), word('peach', 1)]])];
  expect(wordChunks([{ chunks, pages: [undefined] }])).toEqual([]);
});

it('sorts words by their bytes, as Pagefind does', () => {
  const sources = ['\uff21', '\u{1f940}'].map((text) => ({
    chunks: [encode([[word(text, 1)]])],
    pages: [0],
  }));
  const [chunk] = wordChunks(sources.toReversed());
  expect([chunk?.from, chunk?.to]).toEqual(['\uff21', '\u{1f940}']);
});
