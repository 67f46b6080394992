/** Words of Pagefind's index and the places where they are, read from several indexes and merged. */
import { CborReader, type CborWriter } from './cbor.ts';

/** A page that has a word. */
interface Posting {
  readonly page: number;
  /** How many numbers stand for its places, and one. */
  readonly size: number;
  /** Hold the places, encoded: those in the text, then those in the metadata. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

export interface Word {
  /** UTF-8, one byte in each character. */
  readonly text: string;
  readonly postings: readonly Posting[];
  /** Those of other spellings, which have diacritics, by spelling. */
  readonly variants: ReadonlyMap<string, readonly Posting[]>;
}

export interface WordSource {
  /** In the order of their words. */
  readonly chunks: Iterable<Buffer>;
  /** What page each of its pages becomes; `undefined` leaves it out. */
  readonly pages: readonly (number | undefined)[];
}

type Words = Generator<Word, undefined>;

/** The words of all sources, in order. */
export function mergedWords(sources: readonly WordSource[]): Words {
  return sources.map(wordsOf).reduce(merge);
}

function* merge(ones: Words, others: Words): Words {
  let one = ones.next().value;
  let other = others.next().value;
  for (;;) {
    if (one !== undefined && (other === undefined || one.text < other.text)) {
      yield one;
      one = ones.next().value;
    } else if (other !== undefined && (one === undefined || other.text < one.text)) {
      yield other;
      other = others.next().value;
    } else if (one !== undefined && other !== undefined) {
      yield joined(one, other);
      one = ones.next().value;
      other = others.next().value;
    } else return undefined;
  }
}

function joined(one: Word, other: Word): Word {
  const forms = new Set([...one.variants.keys(), ...other.variants.keys()]);
  const of = (word: Word, form: string): readonly Posting[] => word.variants.get(form) ?? [];
  return {
    text: one.text,
    postings: inOrder([...one.postings, ...other.postings]),
    variants: new Map(
      [...forms].toSorted().map((form) => [form, inOrder([...of(one, form), ...of(other, form)])]),
    ),
  };
}

/** Words that are on a page. */
function* wordsOf({ chunks, pages }: WordSource): Words {
  for (const bytes of chunks) {
    const reader = new CborReader(bytes);
    reader.array();
    for (let words = reader.array(); words > 0; words--) {
      reader.array();
      const text = reader.bytesOfText();
      const postings = readPostings(reader, bytes, pages);
      const variants = readVariants(reader, bytes, pages);
      if (postings.length + variants.size > 0) yield { text, postings, variants };
    }
  }
  return undefined;
}

const NONE: Word['variants'] = new Map();

function readVariants(
  reader: CborReader,
  bytes: Buffer,
  pages: WordSource['pages'],
): Word['variants'] {
  const count = reader.array();
  if (count === 0) return NONE;
  const variants = Array.from({ length: count }, () => {
    reader.array();
    return [reader.bytesOfText(), readPostings(reader, bytes, pages)] as const;
  });
  return new Map(variants.filter(([, { length }]) => length > 0).toSorted(byForm));
}

function byForm([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** Each has its distance to the page before. */
function readPostings(
  reader: CborReader,
  bytes: Buffer,
  pages: WordSource['pages'],
): readonly Posting[] {
  const postings: Posting[] = [];
  let number = 0;
  for (let left = reader.array(); left > 0; left--) {
    reader.array();
    number += reader.unsigned();
    const page = pages[number];
    const start = reader.at;
    const size = reader.skipNumbers() + reader.skipNumbers() + 1;
    if (page !== undefined) postings.push({ page, size, bytes, start, end: reader.at });
  }
  return inOrder(postings);
}

/** Mostly they are in order already. */
function inOrder(postings: readonly Posting[]): readonly Posting[] {
  let last = -1;
  for (const { page } of postings) {
    if (page < last) return postings.toSorted((one, other) => one.page - other.page);
    last = page;
  }
  return postings;
}

/** Sum of the sizes of all postings. */
export function sizeOf({ postings, variants }: Word): number {
  let sum = variants.size;
  for (const { size } of postings) sum += size;
  for (const own of variants.values()) for (const { size } of own) sum += size;
  return sum;
}

/** Writes words as a chunk, which a browser loads as a whole. */
export function writeWords(words: readonly Word[], writer: CborWriter): void {
  writer.array(1);
  writer.array(words.length);
  for (const { text, postings, variants } of words) {
    writer.array(3);
    writer.bytesOfText(text);
    writePostings(postings, writer);
    writer.array(variants.size);
    for (const [form, own] of variants) {
      writer.array(2);
      writer.bytesOfText(form);
      writePostings(own, writer);
    }
  }
}

function writePostings(postings: readonly Posting[], writer: CborWriter): void {
  writer.array(postings.length);
  let before = 0;
  for (const { page, bytes, start, end } of postings) {
    writer.array(3);
    writer.unsigned(page - before);
    writer.copy(bytes, start, end);
    before = page;
  }
}
