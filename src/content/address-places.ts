/** Finds the links and images of a Markdown text that have a certain address. */
import { withoutCode } from './without-code.ts';

/** What comes before an address: Markdown's brackets, a definition, an attribute. */
const BEFORE_ADDRESS = /(?:\]\(\s*<?|\n[ \t>]*\[[^\]\n]+\]:\s*<?|[a-z]\s*=\s*["']?\s*|<)$/i;
const BEFORE_VERSION = /srcset\s*=\s*(?:"[^"]*|'[^']*)[\s,]$/i;
const LONGEST_DEFINITION = 200;
const LONGEST_SRCSET = 2000;

export class AddressPlaces {
  readonly #text: string;
  /** Offsets, by spelling. */
  readonly #uses = new Map<string, readonly number[]>();

  /** @param markdown with offsets that count */
  constructor(markdown: string) {
    this.#text = withoutCode(markdown);
  }

  /**
   * Offset of one of the uses of an address, or `undefined` if there is none. Several links may
   * share the last one, a definition.
   * @param spellings of the address
   * @param use 1-based
   */
  find(spellings: readonly string[], use: number): number | undefined {
    const offsets = spellings.flatMap((spelling) => this.#usesOf(spelling));
    const sorted = [...new Set(offsets)].toSorted((a, b) => a - b);
    return sorted[use - 1] ?? sorted.at(-1);
  }

  #usesOf(address: string): readonly number[] {
    const known = this.#uses.get(address);
    if (known !== undefined) return known;
    const uses: number[] = [];
    for (let at = this.#text.indexOf(address); at !== -1; at = this.#text.indexOf(address, at + 1))
      if (this.#isUse(at, at + address.length)) uses.push(at);
    this.#uses.set(address, uses);
    return uses;
  }

  #isUse(start: number, end: number): boolean {
    const after = this.#text.slice(end, end + 1);
    if (BEFORE_ADDRESS.test(this.#before(start, LONGEST_DEFINITION)))
      return after === '' || /[\s)"'>,]/.test(after);
    if (/[\s,]/.test(this.#before(start, 1)) && /[\s,"']/.test(after))
      if (BEFORE_VERSION.test(this.#before(start, LONGEST_SRCSET))) return true;
    // An address alone is a link, but that between the tags or brackets of one is its text.
    const isAlone = /^https?:/i.test(this.#text.slice(start, start + 6));
    return isAlone && /^$|[\s(*_~]/.test(this.#before(start, 1)) && /^$|[\s).,:;!?*_~]/.test(after);
  }

  #before(offset: number, length: number): string {
    return this.#text.slice(Math.max(0, offset - length), offset);
  }
}
