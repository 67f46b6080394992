/**
 * Paragraphs and line breaks of the classic editor, which stores neither: a blank line separates paragraphs,
 * a line feed is a break. Does what `wpautop` of WordPress does, in linear time.
 */
import { tokenize, type Token } from './html-tokens.ts';

/** Blocks whose text is a paragraph even if it stands alone. */
const ALWAYS: ReadonlySet<string> = new Set(['', 'blockquote']);
/** Blocks that cannot hold paragraphs. */
const NEVER: ReadonlySet<string> = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'caption', 'legend'],
]);
/** Blocks between whose children line feeds mean nothing. */
const STRUCTURE: ReadonlySet<string> = new Set([
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'ul', 'ol', 'menu', 'dl', 'figure'],
  ...['map', 'hgroup', 'fieldset', 'details', 'form'],
]);
const VOID_BLOCKS: ReadonlySet<string> = new Set(['hr', 'col', 'area']);

/** @param embed HTML for a line that is only an address; `undefined` leaves it as it is */
export function autop(html: string, embed: (url: string) => string | undefined): string {
  const writer = new Writer(embed);
  for (const token of tokenize(html.replace(/\r\n?/g, '\n').replace(OWN_MARKS, '')))
    writer.add(token);
  return writer.end();
}

class Writer {
  readonly #embed: (url: string) => string | undefined;
  readonly #out: string[] = [];
  /** Text and inline tags since the last block. */
  #run: string[] = [];
  /** Inline elements with text that must keep its line feeds, such as scripts. */
  readonly #atoms: string[] = [];
  readonly #open: string[] = [];

  constructor(embed: (url: string) => string | undefined) {
    this.#embed = embed;
  }

  add(token: Token): void {
    if (token.kind === 'text') this.#run.push(token.text);
    else if (token.kind === 'inline') this.#run.push(token.text.replaceAll('\n', ' '));
    else if (token.kind === 'atom') {
      this.#atoms.push(token.text);
      this.#run.push(`${ATOM}${this.#atoms.length - 1}${ATOM}`);
    } else {
      this.#flush();
      if (token.kind === 'block-atom') {
        this.#closeParagraph();
        this.#out.push(token.text, '\n');
      } else this.#addBlock(token);
    }
  }

  #addBlock({ kind, name, text }: Token): void {
    if (kind === 'end') {
      if (name === 'p' && !this.#open.includes('p')) return;
      const at = this.#open.lastIndexOf(name);
      if (at !== -1) this.#open.length = at;
      this.#out.push(text, '\n');
    } else {
      this.#closeParagraph();
      if (!VOID_BLOCKS.has(name) && !text.endsWith('/>')) this.#open.push(name);
      this.#out.push(text);
    }
  }

  /** A block ends the paragraph before it, as in HTML. */
  #closeParagraph(): void {
    if (this.#open.at(-1) === 'p') this.#open.pop();
  }

  #flush(): void {
    const text = this.#run.join('');
    this.#run = [];
    if (text.trim() === '') return;
    const place = this.#open.at(-1) ?? '';
    if (STRUCTURE.has(place)) this.#out.push(this.#restored(text.trim()));
    else if (place === 'p') this.#out.push(this.#paragraphs(text).join('</p>\n<p>'));
    else if (NEVER.has(place)) this.#out.push(this.#paragraphs(text).join('<br />\n'));
    else {
      const paragraphs = this.#paragraphs(text);
      const isPlain = paragraphs.length < 2 && !ALWAYS.has(place);
      for (const one of paragraphs)
        this.#out.push(isPlain || isBlock(one) ? one : `<p>${one}</p>\n`);
    }
  }

  #paragraphs(text: string): string[] {
    const paragraphs: string[] = [];
    let lines: string[] = [];
    const finish = (): void => {
      if (lines.length > 0) paragraphs.push(this.#restored(withBreaks(lines)));
      lines = [];
    };
    for (const line of text.split('\n')) {
      const trimmed = line.trim();
      const embed = /^https?:\/\/[^\s<>"]+$/i.test(trimmed) ? this.#embed(trimmed) : undefined;
      if (trimmed === '' || embed !== undefined) finish();
      else lines.push(line);
      if (embed !== undefined) paragraphs.push(EMBED + embed);
    }
    finish();
    return paragraphs;
  }

  #restored(text: string): string {
    if (!text.includes(ATOM)) return text;
    return text.replace(ATOMS, (_, number: string) => this.#atoms[Number(number)] ?? '');
  }

  end(): string {
    this.#flush();
    return this.#out.join('').replaceAll(EMBED, '').trim();
  }
}

/** Noncharacters, as in `html-tokens.ts`. */
const ATOM = '\uFDD2';
const ATOMS = /\uFDD2(\d+)\uFDD2/g;
/** Begins a paragraph that is a block of its own. */
const EMBED = '\uFDD3';
const OWN_MARKS = /[\uFDD2\uFDD3]/g;

function isBlock(paragraph: string): boolean {
  return paragraph.startsWith(EMBED);
}

/** A break in the HTML counts for the line feed after it. */
function withBreaks(lines: readonly string[]): string {
  const last = lines.length - 1;
  return lines
    .map((line, index) => {
      const text = index === 0 ? line.trimStart() : line;
      if (index === last) return text.trimEnd();
      return /<br[^<>]*>$/i.test(text.trimEnd()) ? `${text}\n` : `${text.trimEnd()}<br />\n`;
    })
    .join('');
}
