/** Streams the parts of a large JSON file, such as the rows of a table in a dump. */
import { SourceError, type SourceFile } from './source.ts';
import { StreamDecoder } from './text-decoder.ts';

export interface JsonItem {
  /** The path of the pattern that it has: `data/posts/*`. */
  readonly path: string;
  /** `undefined` if its JSON is invalid. */
  readonly value: unknown;
}

export interface JsonItems {
  /**
   * Each object and array whose path is one of `paths`.
   * @throws {SourceError} if one is larger than 64 MB, or nested more than 500 deep
   */
  readonly items: AsyncIterable<JsonItem>;
  /** Whether the document has an end; false for a file that was cut. Known at the end. */
  isComplete(): boolean;
}

/** Characters of an item. Posts have some millions at most. */
const MAX_ITEM = 64 * 1024 * 1024;
const MAX_DEPTH = 500;

/** @param paths names of fields; `*` stands for the items of an array: `data/posts/*` */
export function jsonItems(
  file: Pick<SourceFile, 'path' | 'stream'>,
  paths: ReadonlySet<string>,
): JsonItems {
  const scanner = new Scanner(file.path, paths);
  return { items: scanner.read(file), isComplete: () => scanner.isComplete };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

class Scanner {
  isComplete = false;
  readonly #file: string;
  readonly #paths: ReadonlySet<string>;
  readonly #maxDepth: number;
  /** For each open container the name of the field in it, or `*`. */
  readonly #names: string[] = [];
  readonly #done: JsonItem[] = [];
  #inString = false;
  /** Whether the next character is escaped. */
  #isEscaped = false;
  /** The last string, if it may be the name of a field. */
  #text = '';
  /** Path and depth of the item that is being read. */
  #item: { readonly path: string; readonly depth: number } | undefined;
  #itemText: string[] = [];
  #itemSize = 0;

  constructor(file: string, paths: ReadonlySet<string>) {
    this.#file = file;
    this.#paths = paths;
    this.#maxDepth = Math.max(...[...paths].map((path) => path.split('/').length));
  }

  async *read(file: Pick<SourceFile, 'stream'>): AsyncGenerator<JsonItem> {
    const decoder = new StreamDecoder();
    for await (const bytes of file.stream()) {
      this.#scan(decoder.write(bytes));
      yield* this.#done.splice(0);
    }
    this.#scan(decoder.end());
    yield* this.#done.splice(0);
  }

  #scan(text: string): void {
    /** Where the part of this text that belongs to the item begins. */
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      if (this.#inString) {
        at = this.#readString(text, at);
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#inString = true;
        this.#text = '';
      } else if (code === COLON && this.#item === undefined)
        this.#names[this.#names.length - 1] = this.#text;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        if (this.#open(code)) from = at;
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        this.#names.pop();
        if (this.#names.length === 0) this.isComplete = true;
        if (this.#item?.depth === this.#names.length) this.#finish(text.slice(from, at + 1));
      } else if (code === COMMA) this.#text = '';
    }
    if (this.#item !== undefined) this.#keep(text.slice(from));
  }

  /** @returns offset of its last character in this text */
  #readString(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) {
        this.#inString = false;
        this.#addName(text.slice(from, at));
        return at;
      }
    }
    this.#addName(text.slice(from));
    return text.length;
  }

  /** Names of fields are short; values are not kept. */
  #addName(text: string): void {
    if (this.#item === undefined && this.#text.length + text.length < 200) this.#text += text;
  }

  /** @returns whether an item begins */
  #open(code: number): boolean {
    if (this.#names.length === MAX_DEPTH)
      throw new SourceError(
        `${this.#file} cannot be read: its lists are nested more than ${MAX_DEPTH} deep. See whether it is damaged, and export the blog again.`,
      );
    const depth = this.#names.length;
    const isDeep = this.#item !== undefined || depth > this.#maxDepth;
    const path = isDeep ? '' : this.#names.join('/');
    const begins = this.#paths.has(path);
    if (begins) this.#item = { path, depth };
    this.#names.push(code === OPEN_BRACKET ? '*' : '');
    return begins;
  }

  #keep(text: string): void {
    this.#itemSize += text.length;
    if (this.#itemSize > MAX_ITEM)
      throw new SourceError(
        `${this.#file} cannot be read: a part of it is larger than 64 MB. See whether it is damaged, and export the blog again.`,
      );
    this.#itemText.push(text);
  }

  #finish(text: string): void {
    this.#keep(text);
    const { path = '' } = this.#item ?? {};
    this.#done.push({ path, value: parsed(this.#itemText.join('')) });
    this.#item = undefined;
    this.#itemText = [];
    this.#itemSize = 0;
  }
}

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return value;
  } catch {
    return undefined;
  }
}
