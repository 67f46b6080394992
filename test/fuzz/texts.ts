/** Texts made of pieces whose visible words are known, as fast-check values. */
import * as fc from 'fast-check';
import { BLOCKS } from './pieces/blocks.ts';
import { CJK } from './pieces/cjk.ts';
import { EMBEDS } from './pieces/embeds.ts';
import { FIELDS } from './pieces/fields.ts';
import { FOOTNOTES } from './pieces/footnotes.ts';
import { INLINE_HTML, MARKDOWN } from './pieces/inline-html.ts';
import { piece, type Piece } from './pieces/piece.ts';
import { OPENINGS } from './pieces/summaries.ts';
import { TEXT } from './pieces/text.ts';

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

interface Container {
  readonly first: string;
  readonly rest: string;
  readonly inside: string;
}

const NO_CONTAINER: Container = { first: '', rest: '', inside: '' };
const CONTAINERS: readonly Container[] = [
  { first: '> ', rest: '> ', inside: 'blockquote' },
  { first: '- ', rest: '  ', inside: 'li' },
  { first: '2. ', rest: '   ', inside: 'li' },
  { first: '- > ', rest: '  > ', inside: 'li blockquote' },
];

interface Form {
  readonly before: string;
  readonly after: string;
  readonly inside: string;
  /** Whether Markdown means nothing in it. */
  readonly isHtml: boolean;
}

const form = (before: string, after: string, inside: string): Form => ({
  ...{ before, after, inside },
  isHtml: before.startsWith('<'),
});

const PARAGRAPH = form('', '', '');
const FORMS: readonly Form[] = [
  PARAGRAPH,
  PARAGRAPH,
  form('## ', '', 'h'),
  form('| ', ' | § |\n|---|---|\n| § | § |', 'td'),
  form('<p>', '</p>', ''),
  form('<div>', '</div>', ''),
  form('*', '*', 'em'),
  form('**', '**', 'strong'),
  form('[', '](https://example.org/)', 'a'),
];
/** What would end emphasis or the text of a link, or may not be in one. */
const ENDING = /[*_[\]`\\\n]|<\/?a\b|https?:|www\.|@/i;

const WORD = piece('', '§');

/** A smaller case has a plain word instead. */
const pieceOf = (...lists: readonly (readonly Piece[])[]): fc.Arbitrary<Piece> =>
  fc.oneof(...lists.map((list) => fc.constantFrom(WORD, ...list)));

const line = fc.record({
  form: fc.constantFrom(...FORMS),
  startsWithWord: fc.boolean(),
  parts: fc.array(pieceOf(TEXT, TEXT, INLINE_HTML, MARKDOWN, CJK), { minLength: 1, maxLength: 3 }),
});
const container = fc.oneof(
  { weight: 3, arbitrary: fc.constant(NO_CONTAINER) },
  { weight: 1, arbitrary: fc.constantFrom(...CONTAINERS) },
);

/** One text: which pieces, and what is around them. */
export const fuzzText = fc.record({
  fields: fc.option(fc.constantFrom(...FIELDS), { freq: 8 }),
  opening: fc.option(pieceOf(OPENINGS), { freq: 4 }),
  blocks: fc.array(
    fc.record({ container, content: fc.oneof(line, pieceOf(BLOCKS, BLOCKS, FOOTNOTES, EMBEDS)) }),
    { minLength: 1, maxLength: 4 },
  ),
});

type FuzzText = typeof fuzzText extends fc.Arbitrary<infer Value> ? Value : never;
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;

/** Writes the text. Leaves out pieces that would complete one another, such as two halves of a comment. */
export function knownTextOf({ opening, blocks, fields }: FuzzText): KnownText {
  const writer = new Writer();
  const frontMatter = fields === null ? undefined : fieldsOf(fields);
  const written = [
    ...(opening === null ? [] : [writer.write(opening, '')]),
    ...blocks.map(({ container: { first, rest, inside }, content }) => {
      const text = 'kind' in content ? writer.write(content, inside) : writer.line(content, inside);
      return (
        text
          .split('\n')
          // A tab is as wide as what is left to the next stop.
          .map((row) => (first === '' ? row : row.replace(/^\t/, '    ')))
          .map((row, index) => ((index === 0 ? first : rest) + row).trimEnd())
          .join('\n')
      );
    }),
  ];
  const markdown = written.filter((text) => text !== '').join('\n\n');
  return { ...writer, markdown, frontMatter };
}

function fieldsOf(template: string): string {
  let words = 0;
  const fields = template.replace(/§/g, () => `field${letters(words++)}`);
  const required = ['title: A title', "publishDate: '2024-03-10'"];
  const others = required.filter((field) => !fields.startsWith(field.replace(/:.*/, ':')));
  return [...others, fields, ''].join('\n');
}

const HTML_KINDS = new Set(INLINE_HTML.map(({ kind }) => kind));
/** Kind of what completes a line. */
const END = 'end of a line';
const NEEDS_MARKDOWN = /^(?:Markdown|dialect|CJK emphasis|address in CJK|tag as code|escaped tag)$/;

class Writer {
  readonly words: ExpectedWord[] = [];
  readonly lines: { kind: string; text: string }[] = [];
  readonly addresses: { kind: string; address: string }[] = [];
  readonly #used = new Set<string>();
  #pieces = 0;
  #kind = 'plain text';
  /** Once something is never closed, the rest of the text may be in it. */
  #isOpen = false;

  /** @returns nothing if the piece does not go with those before it */
  write(part: Piece, around: string): string {
    const names = part.kind === END ? [] : namesIn(part.markdown);
    if (names.some((name) => this.#used.has(name))) return '';
    for (const name of names) this.#used.add(name);
    const number = ++this.#pieces;
    if (part !== WORD) this.#kind = part.kind;
    if (part.kind.startsWith('unclosed')) this.#isOpen = true;
    const words = part.inside.map((inside) => this.#word(part, inside, around));
    const fill = (template: string): string => {
      let next = 0;
      return template.replaceAll('¤', `${number}`).replace(/§/g, () => words[next++] ?? '');
    };
    const { kind, text, address } = part;
    if (text !== undefined) this.lines.push({ kind, text: fill(text) });
    if (address !== undefined) this.addresses.push({ kind, address });
    return fill(part.markdown);
  }

  line({ form: wanted, startsWithWord, parts }: Line, around: string): string {
    const names = namesIn(wanted.before);
    const shown = parts
      .filter(({ kind }) => !wanted.isHtml || !NEEDS_MARKDOWN.test(kind))
      .filter(({ markdown }) => !namesIn(markdown).some((name) => names.includes(name)));
    const isUnfit = wanted.inside === '' || /^[h#t]/.test(wanted.inside) ? /[\n|]/ : ENDING;
    const fits = wanted.isHtml || !shown.some(({ markdown }) => isUnfit.test(markdown));
    const { before, after, inside } = fits ? wanted : PARAGRAPH;
    const there = `${around} ${inside}`;
    // A line that begins with a tag may be a block of HTML.
    const isPlain = startsWithWord || HTML_KINDS.has(shown[0]?.kind ?? '');
    const text = [
      ...(isPlain ? [this.write(WORD, there)] : []),
      ...shown.flatMap((part) => [this.write(part, there), this.write(WORD, there)]),
    ];
    const end = this.write(piece(END, after), there);
    return before + text.filter((one) => one !== '').join(' ') + end;
  }

  #word({ isAside = false }: Piece, inside: string, around: string): string {
    const word = `word${letters(this.words.length)}`;
    // Notes are at the end of the page, whatever is around them.
    const place = inside.startsWith('note') ? inside : `${around} ${inside}`;
    this.words.push({ word, kind: this.#kind, inside: this.#isOpen ? 'any' : place, isAside });
    return word;
  }
}

/** What pieces must not share. */
function namesIn(markdown: string): string[] {
  const tags = Array.from(markdown.matchAll(/<\/?([a-z][a-z0-9]*)/gi), ([, name = '']) =>
    name.toLowerCase(),
  );
  return [...new Set(tags), ...(/<!-{2}|-{2}!?>/.test(markdown) ? ['comment'] : [])];
}

/** `aa`, `ab` and so on. */
function letters(number: number): string {
  return String.fromCodePoint(97 + (Math.floor(number / 26) % 26), 97 + (number % 26));
}
