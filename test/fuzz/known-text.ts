/** A text whose visible words are known. */

/** A word that a reader must see, and where. */
export interface ExpectedWord {
  /** Unlike every other word of the text. */
  readonly word: string;
  /** Kind of its piece, or of the one before a word on its own. */
  readonly kind: string;
  /** Names of the elements around it, or `any`. */
  readonly inside: string;
  /** Whether a summary may leave it out. */
  readonly isAside: boolean;
}

/** A text, and what must become of it. */
export interface KnownText {
  readonly markdown: string;
  /** The lines between the two `---`, if they are tried too. Their words are `fieldaa` and so on. */
  readonly frontMatter: string | undefined;
  /** In the order of the page; words of footnotes are at its end. */
  readonly words: readonly ExpectedWord[];
  /** What a reader must see in one line, by kind. */
  readonly lines: readonly { readonly kind: string; readonly text: string }[];
  /** What the page must show or link to, unless a message names it. */
  readonly addresses: readonly { readonly kind: string; readonly address: string }[];
}
