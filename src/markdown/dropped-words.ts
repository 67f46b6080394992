/**
 * Words that Markdown drops or misreads: cells beyond a table's header, definitions of links that
 * do not exist, addresses with spaces.
 */
import type { Token, Tokens } from 'marked';
import type { Problem } from '../lib/problem.ts';
import { spacedAddresses, spacedAddressesInTable } from './spaced-addresses.ts';
import { isDefinition, normalizeLabel, type Definition } from './footnotes/footnote-blocks.ts';

/** A warning about one line of the Markdown. */
export interface Finding extends Pick<
  Problem,
  'code' | 'message' | 'hint' | 'near' | 'replacement'
> {
  /** The line without the list or quotation around it. */
  readonly line: string;
}

/** A line of code, which may look like the line of a finding after it. */
export type CodeLine = Pick<Finding, 'line'>;

type Candidate = Finding | CodeLine | Tokens.Def;

/** Looks at every token of one body. */
export class DroppedWords {
  readonly #files: readonly string[];
  /** A definition is one as soon as its links are known. */
  readonly #candidates: Candidate[] = [];
  readonly #footnotes = new Set<string>();
  /** Labels that links and images refer to. */
  readonly #used = new Set<string>();

  /** @param files beside the body */
  constructor(files: readonly string[]) {
    this.#files = files;
  }

  /** @param token the next one in the source */
  visit(token: Token): void {
    this.#add(spacedAddresses(token, this.#files));
    if (token.type === 'code') this.#add(linesWithLinks(token.raw));
    else if (isTable(token))
      this.#add([...extraCells(token), ...spacedAddressesInTable(token, this.#files)]);
    else if (isLink(token)) this.#used.add(normalizeLabel(lastLabel(token.raw)));
    else if (isLinkDefinition(token)) this.#candidates.push(token);
    else if (isDefinition(token)) {
      const label = normalizeLabel(token.label);
      if (this.#footnotes.has(label)) this.#candidates.push(secondFootnote(token));
      this.#footnotes.add(label);
    }
  }

  /** Thousands of arguments of `push` would overflow the stack. */
  #add(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) this.#candidates.push(candidate);
  }

  /** In the order of the source. To be read after the last token. */
  get findings(): (Finding | CodeLine)[] {
    const firsts = new Map<string, Tokens.Def>();
    return this.#candidates.flatMap((candidate) => {
      if ('line' in candidate) return [candidate];
      const { tag, href } = candidate;
      const first = firsts.get(tag) ?? candidate;
      firsts.set(tag, first);
      if (!this.#used.has(tag) && isProse(candidate)) return [unusedDefinition(candidate)];
      return first.href === href ? [] : [secondDefinition(candidate, first)];
    });
  }
}

/** The label of `[text][label]`, `[label][]` or `[label]`. */
function lastLabel(raw: string): string {
  const link = raw.replace(/\[\]$/, '');
  let start = link.length;
  for (const { 0: sign, index } of link.matchAll(/\\.|\[/gs)) if (sign === '[') start = index;
  return link.endsWith(']') ? link.slice(start + 1, -1) : '';
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table' && 'rows' in token;
}

function isLink({ type }: Token): boolean {
  return type === 'link' || type === 'image';
}

function isLinkDefinition(token: Token): token is Tokens.Def {
  return token.type === 'def';
}

function linesWithLinks(code: string): CodeLine[] {
  if (!code.includes('](')) return [];
  const lines = code.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.includes('](')).map((line) => ({ line }));
}

/** The text before a `|` that separates cells. */
const CELL = /((?:\\[^]?|[^\\|])*)\|?/g;

function extraCells({ raw, header }: Tokens.Table): Finding[] {
  const [, , ...rows] = raw.split('\n').map((line) => line.trim());
  return rows.flatMap((line) => {
    const cells = Array.from(line.replace(/^\|/, '').matchAll(CELL), ([, cell = '']) =>
      cell.trim(),
    );
    const extra = cells.slice(header.length).filter((cell) => cell !== '');
    if (extra.length === 0) return [];
    return {
      code: 'table-cell-extra',
      line,
      message: `The header of the table has ${header.length} cells, but this row has more, so "${shorten(extra.join(' | '))}" is not shown.`,
      hint: 'Write `\\|` for a `|` inside a cell, also in code, or add a cell to the header.',
    };
  });
}

function secondFootnote({ label, raw }: Definition): Finding {
  return {
    code: 'footnote-twice',
    line: firstLine(raw),
    message: `There is a footnote \`[^${shorten(label)}]\` already, which all its marks lead to, so this one is listed last.`,
    hint: 'Give one of them another label.',
  };
}

/** Ways of writing comments. */
const COMMENT = /^(?:\/\/|#|comment)$/;
const ADDRESS =
  /^(?:$|[#?]|\.{0,2}\/|[a-z][a-z0-9+.-]*:\S|www\.)|\/$|\.[a-z][a-z0-9]*(?:[?#].*)?$/is;

/** Whether somebody wrote words in the form of a definition: `[Anna]: Yes!` */
function isProse({ tag, href }: Tokens.Def): boolean {
  return !COMMENT.test(tag) && !ADDRESS.test(href);
}

function unusedDefinition({ raw }: Tokens.Def): Finding {
  const written = shorten(raw.trim().replace(/(?<!\s)\s*\n\s*/g, ' '));
  return {
    code: 'definition-unused',
    line: firstLine(raw),
    message: `\`${written}\` is not shown, because it defines the address of a link, and there is no such link.`,
    hint: `To show it, write a backslash in front: \`\\${written}\`; otherwise remove it.`,
  };
}

function secondDefinition({ raw, href }: Tokens.Def, first: Tokens.Def): Finding {
  const line = firstLine(raw);
  const label = line.replace(/\]:.*/, ']');
  return {
    code: 'definition-twice',
    line,
    message: `\`${shorten(label)}\` leads to "${shorten(first.href)}" already, so "${shorten(href)}" is not used.`,
    hint: 'Give one of them another label, or remove this one.',
  };
}

function firstLine(raw: string): string {
  return raw.trim().replace(/\n.*/s, '');
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}\u2026`;
}
