/** A piece of Markdown, of which every visible word is known. */
export interface Piece {
  /** What it tries, for messages. */
  readonly kind: string;
  /** Each `§` stands for a word of its own that a reader must see, each `¤` for a number. */
  readonly markdown: string;
  /** Where each word must be: names of elements in one another, or `any`. */
  readonly inside: readonly string[];
  /** What a reader sees of it, in one line. */
  readonly text?: string;
  /** What the page must show or link to, or a message must name. */
  readonly address?: string;
  /** Whether a summary may leave its words out or take them in. */
  readonly isAside?: boolean;
  /** Whether Markdown around it is read as usual. A line that begins with HTML may be a block of HTML. */
  readonly startsBlock?: boolean;
}

type Rest = Partial<Omit<Piece, 'kind' | 'markdown' | 'inside'>>;

/** @param inside for each word, separated by commas */
export function piece(kind: string, markdown: string, inside = '', rest: Rest = {}): Piece {
  const count = markdown.split('§').length - 1;
  const names = inside.split(',');
  return {
    kind,
    markdown,
    inside: Array.from({ length: count }, (_, index) =>
      (names[index] ?? names.at(-1) ?? '').trim(),
    ),
    ...rest,
  };
}

/** Pieces that are shown as they are written. */
export function verbatim(kind: string, ...texts: readonly string[]): Piece[] {
  return texts.map((text) => piece(kind, text, '', { text }));
}

/** Pieces of a kind: Markdown to where its words are. */
export function pieces(kind: string, table: Readonly<Record<string, string>>): Piece[] {
  return Object.entries(table).map(([markdown, inside]) => piece(kind, markdown, inside));
}
