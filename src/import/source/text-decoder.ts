/** Decodes files of exports, which are UTF-8 unless they say otherwise. */

/** XML, sections 4.3.3 and F.1: a declaration is ASCII in every encoding that we decode here. */
const DECLARED = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;

/** Byte-order marks. They count more than a declaration. */
const MARKS = [
  ['\xEF\xBB\xBF', 'utf-8'],
  ['\xFF\xFE', 'utf-16le'],
  ['\xFE\xFF', 'utf-16be'],
] as const;

/** Bytes that are enough for a declaration. */
const START = 256;

/**
 * Turns bytes into text, piece by piece. A byte-order mark or an XML declaration tells the encoding.
 * Invalid bytes become U+FFFD.
 */
export class StreamDecoder {
  #decoder: TextDecoder | undefined;
  #start: Uint8Array = new Uint8Array();

  write(bytes: Uint8Array): string {
    if (this.#decoder !== undefined) return this.#decoder.decode(bytes, { stream: true });
    this.#start = Buffer.concat([this.#start, bytes]);
    return this.#start.length < START ? '' : this.#begin().decode(this.#start, { stream: true });
  }

  end(): string {
    if (this.#decoder !== undefined) return this.#decoder.decode();
    return this.#begin().decode(this.#start);
  }

  #begin(): TextDecoder {
    this.#decoder = decoderFor(this.#start);
    return this.#decoder;
  }
}

function decoderFor(start: Uint8Array): TextDecoder {
  const text = Buffer.from(start.subarray(0, START)).toString('latin1');
  for (const [mark, encoding] of MARKS) if (text.startsWith(mark)) return new TextDecoder(encoding);
  const [, declared = 'utf-8'] = DECLARED.exec(text) ?? [];
  // The declaration was read as ASCII, so it is not of this family.
  if (/^utf-?16|^ucs/i.test(declared)) return new TextDecoder();
  try {
    return new TextDecoder(declared);
  } catch {
    return new TextDecoder();
  }
}
