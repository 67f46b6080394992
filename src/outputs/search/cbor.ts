/**
 * Reads and writes CBOR as far as Pagefind's index uses it: whole numbers, texts and arrays of known
 * length. https://www.rfc-editor.org/rfc/rfc8949
 */

export type CborValue = number | string | readonly CborValue[];

/** The major types, in the first three bits of an item. */
const UNSIGNED = 0;
const TEXT = 3;
const ARRAY = 4;
/** The last five bits of an item that has its number in the 1, 2 or 4 bytes that follow. */
const ONE_BYTE = 24;
const TWO_BYTES = 25;
const FOUR_BYTES = 26;

export class CborReader {
  readonly #bytes: Buffer;
  /** Position of the next item. */
  at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** @returns the number of items, which follow */
  array(): number {
    return this.#head(ARRAY);
  }

  unsigned(): number {
    return this.#head(UNSIGNED);
  }

  /** UTF-8, one byte in each character: these texts sort as Pagefind sorts. */
  bytesOfText(): string {
    const length = this.#head(TEXT);
    this.at += length;
    return this.#bytes.toString('latin1', this.at - length, this.at);
  }

  text(): string {
    return Buffer.from(this.bytesOfText(), 'latin1').toString();
  }

  /** Skips an array of numbers and returns how many it has. */
  skipNumbers(): number {
    const count = this.array();
    for (let left = count; left > 0; left--) {
      const size = (this.#bytes[this.at] ?? 0) & 31;
      this.at += size < ONE_BYTE ? 1 : 1 + 2 ** (size - ONE_BYTE);
    }
    return count;
  }

  #head(type: number): number {
    const first = this.#bytes[this.at++] ?? 0;
    if (first >> 5 !== type) throw new Error('The search index has an unexpected format.');
    const size = first & 31;
    if (size < ONE_BYTE) return size;
    if (size > FOUR_BYTES) throw new Error('The search index has a number that is too large.');
    const length = 2 ** (size - ONE_BYTE);
    this.at += length;
    return this.#bytes.readUIntBE(this.at - length, length);
  }
}

export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** Begins an array; its items are written next. */
  array(length: number): void {
    this.#head(ARRAY, length);
  }

  unsigned(value: number): void {
    this.#head(UNSIGNED, value);
  }

  /** @param bytes as read by `CborReader.bytesOfText` */
  bytesOfText(bytes: string): void {
    this.#head(TEXT, bytes.length);
    this.#reserve(bytes.length);
    this.#length += this.#bytes.write(bytes, this.#length, 'latin1');
  }

  value(value: CborValue): void {
    if (typeof value === 'number') this.unsigned(value);
    else if (typeof value === 'string') this.bytesOfText(Buffer.from(value).toString('latin1'));
    else {
      this.array(value.length);
      for (const item of value) this.value(item);
    }
  }

  /** Copies whole items. */
  copy(source: Buffer, start: number, end: number): void {
    this.#reserve(end - start);
    // Faster than `Buffer.copy` for a few bytes.
    for (let at = start; at < end; at++) this.#bytes[this.#length++] = source[at] ?? 0;
  }

  /** What was written since the last call. */
  take(): Buffer {
    const written = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return written;
  }

  #head(type: number, value: number): void {
    this.#reserve(5);
    if (value < ONE_BYTE) {
      this.#bytes[this.#length++] = (type << 5) | value;
      return;
    }
    const size = sizeOf(value);
    this.#bytes[this.#length++] = (type << 5) | size;
    this.#length = this.#bytes.writeUIntBE(value, this.#length, 2 ** (size - ONE_BYTE));
  }

  #reserve(length: number): void {
    const needed = this.#length + length;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * needed);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

function sizeOf(value: number): number {
  if (value < 2 ** 8) return ONE_BYTE;
  return value < 2 ** 16 ? TWO_BYTES : FOUR_BYTES;
}

export function encode(value: CborValue): Buffer {
  const writer = new CborWriter();
  writer.value(value);
  return writer.take();
}
