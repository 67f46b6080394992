/**
 * Block structure of footnote definitions: `[^label]: ...` is a container whose content is indented by four
 * columns, as in https://github.com/github/cmark-gfm/blob/master/src/blocks.c
 */
import { Lexer, type MarkedOptions, type Token, type Tokens } from 'marked';

/** `[^label]`. */
export const LABEL = /\[\^([^ \t\n[\]]+)\]/;

/** Labels that are alike then match: https://spec.commonmark.org/0.31.2/#matches */
export function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase();
}

const DEFINITION = new RegExp(`^ {0,3}${LABEL.source}:[ \\t]*`);
const REST_OF_LINE = /[^\n]*(?:\n|$)/y;
/** Lines of the content, and the blank lines between them. */
const INDENTED = /(?:(?:[ \t]*\n)*(?: {4}| {0,3}\t)[ \t]*[^ \t\n][^\n]*(?:\n|$))*/y;
const INDENTATION = /^(?: {4}| {0,3}\t)/gm;
/** Not the start of a list, which can interrupt the paragraph of another block whatever it looks like. */
const NO_ITEM = /(?! {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t\n]|$))/.source;
/** A line that can only belong to the content as the next line of its last paragraph. */
const LAZY_LINE = new RegExp(`${NO_ITEM} {0,3}[^ \\t\\n][^\\n]*(?:\\n|$)`, 'y');
/** The same where indentation means nothing. */
export const ANY_LINE = new RegExp(`${NO_ITEM}[ \\t]*[^ \\t\\n][^\\n]*(?:\\n|$)`, 'y');

const { gfm } = Lexer.rules.block;
const HEADING = / {0,3}#{1,6}(?:\s|$)/.source;

/** marked's rules, in which a definition interrupts whatever a heading interrupts. */
const BLOCK_RULES = {
  ...gfm,
  blockquote: interruptible(gfm.blockquote),
  lheading: interruptible(gfm.lheading),
  paragraph: interruptible(gfm.paragraph),
  table: interruptible(gfm.table),
};

function interruptible({ source, flags }: RegExp): RegExp {
  return new RegExp(
    source.replaceAll(HEADING, `(?:${HEADING}| {0,3}\\[\\^[^ \\t\\n[\\]]+\\]:)`),
    flags,
  );
}

/** Starts of lines that end a list item, by the columns that its content is indented, less one. */
const ITEM_ENDS = [0, 1, 2, 3].map((spaces) => new RegExp(`^ {0,${spaces}}(?:>|${LABEL.source}:)`));

/** A lexer of block structure with definitions. */
export function lexWithDefinitions<Parsed, Rendered>(
  source: string,
  options?: MarkedOptions<Parsed, Rendered>,
): Token[] {
  const lexer = new Lexer(options);
  const { tokenizer } = lexer.options;
  if (tokenizer) {
    const { rules } = tokenizer;
    const ends = (columns: number): RegExp =>
      ITEM_ENDS[Math.max(0, Math.min(3, columns - 1))] ?? /^>/;
    tokenizer.rules = {
      ...rules,
      block: BLOCK_RULES,
      other: { ...rules.other, blockquoteBeginRegex: ends },
    };
  }
  return lexer.lex(source);
}

export interface Definition extends Tokens.Generic {
  readonly type: 'footnote';
  readonly label: string;
  readonly content: Token[];
}

export function isDefinition(token: Token | undefined): token is Definition {
  return token?.type === 'footnote';
}

/** Reads the definition at the start of `source`; `undefined` if there is none. */
export function readDefinition(source: string, lexer: Lexer): Definition | undefined {
  const [opening, label] = DEFINITION.exec(source) ?? [];
  if (opening === undefined || label === undefined) return undefined;
  const content: Token[] = [];
  const { top } = lexer.state;
  let end = opening.length;
  let lines = match(REST_OF_LINE, source, end);
  lines += match(INDENTED, source, end + lines.length);
  while (lines !== '') {
    end += lines.length;
    lexer.state.top = true;
    lexer.blockTokens(lines.replace(INDENTATION, ''), content, /^[^\n]*[^ \t\n]/.test(lines));
    end += continueParagraph(source, end, content, lexer);
    lines = match(INDENTED, source, end);
  }
  lexer.state.top = top;
  return { type: 'footnote', raw: source.slice(0, end), label, content };
}

/** Adds lines without indentation to the paragraph that ends the content, and returns their length. */
export function continueParagraph(
  source: string,
  start: number,
  content: Token[],
  lexer: Lexer,
  lines = LAZY_LINE,
): number {
  const paragraph = lastParagraph(content);
  const queued = lexer.inlineQueue.at(-1);
  if (paragraph === undefined || queued === undefined || queued.tokens !== paragraph.tokens)
    return 0;
  let end = start;
  for (;;) {
    const line = match(lines, source, end);
    // What could interrupt a paragraph is a block of its own.
    if (line === '' || BLOCK_RULES.paragraph.exec(`x\n${line}`)?.[0] === 'x') break;
    end += line.length;
  }
  if (end === start) return 0;
  const more = `\n${source.slice(start, end).replace(/\n$/, '')}`;
  paragraph.raw += more;
  paragraph.text += more;
  queued.src = paragraph.text;
  return end - start;
}

/** The paragraph at the very end, in whatever list or quotation, that may still be open. */
function lastParagraph(tokens: Token[]): Tokens.Paragraph | Tokens.Text | undefined {
  const last = tokens.at(-1);
  if (last === undefined) return undefined;
  if (isParagraph(last)) return last;
  if (isDefinition(last)) return lastParagraph(last.content);
  if (isList(last)) return lastParagraph(last.items.at(-1)?.tokens ?? []);
  if (last.type === 'blockquote') return lastParagraph(last.tokens ?? []);
  return undefined;
}

function isParagraph(token: Token): token is Tokens.Paragraph | Tokens.Text {
  return token.type === 'paragraph' || token.type === 'text';
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

/** @param pattern sticky */
function match(pattern: RegExp, source: string, start: number): string {
  pattern.lastIndex = start;
  return pattern.exec(source)?.[0] ?? '';
}
