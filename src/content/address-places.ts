/** Finds the links and images of a Markdown text that have a certain address. */
import { withoutCode } from './without-code.ts';

/** Before an address: Markdown's brackets, a definition, an attribute, or the edge of a bare one. */
const BEFORE =
  /\]\(\s*<?|\n[ \t>]*\[[^\]\n]+\]:\s*<?|[a-z]\s*=\s*["']?\s*|<|(?<=^|[\s(*_~])(?=https?:)/gi;
const SRCSET = /srcset\s*=\s*(?:"[^"]*"|'[^']*')/gi;
/** What no address contains, or few do. */
const WORD = /[^\s()"'<>,]*/y;

export class AddressPlaces {
  readonly #text: string;
  /** Offsets of addresses, by their first word. */
  readonly #places = new Map<string, number[]>();
  /** Offsets of the uses of an address. */
  readonly #uses = new Map<string, readonly number[]>();

  /** @param markdown with offsets that count */
  constructor(markdown: string) {
    this.#text = withoutCode(markdown);
    for (const { index, 0: before } of this.#text.matchAll(BEFORE)) {
      const offset = index + before.length;
      // A sentence may end with a bare address.
      const word = this.#wordAt(offset);
      this.#add(before === '' ? word.replace(/(?<![.:;!?*_~])[.:;!?*_~]+$/, '') : word, offset);
    }
    for (const { index, 0: srcset } of this.#text.matchAll(SRCSET))
      for (const { index: space } of srcset.matchAll(/[\s,](?=[^\s,])/g))
        this.#add(this.#wordAt(index + space + 1), index + space + 1);
  }

  /**
   * Offset of one of the uses of an address, or `undefined` if there is none. Several links may
   * share the last one, a definition.
   * @param spellings of the address, at least one
   * @param use 1-based
   */
  find(spellings: readonly string[], use: number): number | undefined {
    const [address = ''] = spellings;
    const uses = this.#uses.get(address) ?? this.#usesOf(spellings);
    this.#uses.set(address, uses);
    return uses[use - 1] ?? uses.at(-1);
  }

  #usesOf(spellings: readonly string[]): readonly number[] {
    const offsets = spellings.flatMap((spelling) =>
      (this.#places.get(wordIn(spelling, 0)) ?? []).filter((offset) =>
        this.#text.startsWith(spelling, offset),
      ),
    );
    return [...new Set(offsets)].toSorted((a, b) => a - b);
  }

  #add(word: string, offset: number): void {
    const offsets = this.#places.get(word);
    if (offsets === undefined) this.#places.set(word, [offset]);
    else offsets.push(offset);
  }

  #wordAt(offset: number): string {
    return wordIn(this.#text, offset);
  }
}

function wordIn(text: string, offset: number): string {
  WORD.lastIndex = offset;
  return WORD.exec(text)?.[0] ?? '';
}
