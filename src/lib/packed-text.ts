/** Texts as UTF-8 outside of V8's heap. A single curly quote makes V8 hold a text with two bytes for each character. */

/** Bytes that are allocated at a time. */
const BLOCK = 1024 * 1024;
/** Characters below which a text takes less memory as it is. */
const SHORT = 64;
/** Bytes of a UTF-16 unit. */
const MOST_BYTES = 3;

/** A text and the block of memory where it is. */
export class PackedText {
  readonly #block: Buffer;
  readonly #start: number;
  readonly #end: number;

  constructor(block: Buffer, start: number, end: number) {
    this.#block = block;
    this.#start = start;
    this.#end = end;
  }

  toString(): string {
    return this.#block.toString('utf8', this.#start, this.#end);
  }
}

/** Packs texts that are needed equally long, since a block is free when the last of its texts is. */
export class TextPacker {
  #block = Buffer.alloc(0);
  #used = 0;

  /** @param text that `isPackable` */
  pack(text: string): PackedText {
    if (this.#block.length - this.#used < MOST_BYTES * text.length) {
      this.#block = Buffer.allocUnsafeSlow(Math.max(BLOCK, Buffer.byteLength(text)));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += this.#block.write(text, start);
    return new PackedText(this.#block, start, this.#used);
  }
}

/** Whether it pays to pack a text, and it stays the same: UTF-8 has no half characters. */
export function isPackable(text: string): boolean {
  return text.length >= SHORT && text.isWellFormed();
}
