/** Splits Markdown into blocks, as far as that decides which angle brackets may start HTML. */
import { matchAt, type SourceTag } from './source-tag.ts';
import { BLOCK_TAGS, RAW_BLOCK_TAGS } from './tag-rules.ts';

/** Offsets are those of the text. */
export interface Block {
  /** `raw` is a block of HTML: no Markdown in it. */
  readonly kind: 'text' | 'code' | 'raw';
  /** After list markers and `>`. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** From the outermost. */
  readonly containers: readonly Container[];
}

/** What may start a block of raw HTML. */
export interface HtmlAt {
  tagAt(start: number): SourceTag | undefined;
  /** Offset after the comment, if it is one. */
  commentEnd(start: number): number | undefined;
  /** The first end tag of this name at or after `from`. */
  endTag(name: string, from: number): SourceTag | undefined;
}

/** A quotation, or a list item or footnote with the width of its indentation in columns. */
export type Container = 'quote' | number;

interface Line {
  readonly containers: readonly Container[];
  /** Containers of the line before that go on. */
  readonly matched: number;
  /** Of the content. */
  readonly start: number;
  /** Columns before the content. */
  readonly indent: number;
  /** Offset of the line end. */
  readonly end: number;
}

/** Whether a line starts a block, may go on with a paragraph, or is content of code or HTML. */
type LinePlace = 'new' | 'paragraph' | 'content';

const ITEM = /(?:[-+*]|(\d{1,9})[.)])(?=[ \t\n]|$)/y;
const NOTE = /\[\^[^\]\s]+\]:[ \t]*/y;
const BREAK = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})(?=\n|$)/y;
const HEADING = /#{1,6}(?=[ \t\n]|$)/y;
const FENCE = /`{3,}(?=[^`\n]*(?:\n|$))|~{3,}/y;
const UNDERLINE = /(?:=+|-+)[ \t]*(?=\n|$)/y;

/** Deeper ones are an error of the post anyway. */
const MAX_CONTAINERS = 600;

export class BlockReader {
  readonly #text: string;
  readonly #html: HtmlAt;
  #containers: readonly Container[] = [];
  /** Of the last block. */
  #kind: Block['kind'] = 'text';

  constructor(text: string, html: HtmlAt) {
    this.#text = text;
    this.#html = html;
  }

  /** The next block from this offset, or the rest of the last one if that is within a line. */
  next(from: number): Block | undefined {
    const isWithinLine = from > 0 && !/\n/.test(this.#text.slice(from - 1, from + 1));
    if (isWithinLine) {
      if (from >= this.#text.length) return undefined;
      const end = this.#lineEnd(from);
      const isRaw = this.#kind === 'raw';
      return this.#block(this.#kind, from, isRaw ? this.#untilBlank(end) : this.#paragraphEnd(end));
    }
    for (let at = from; at < this.#text.length;) {
      const line = this.#readLine(at, 'new');
      if (line.start < line.end) return this.#blockAt(line);
      at = line.end + 1;
    }
    return undefined;
  }

  #blockAt(line: Line): Block {
    const { start, end, indent } = line;
    this.#containers = line.containers;
    if (indent >= 4) return this.#block('code', start, end);
    const fence = matchAt(FENCE, this.#text, start)?.[0];
    if (fence !== undefined) return this.#block('code', start, this.#fenceEnd(end, fence));
    const rawEnd = this.#rawEnd(start, end, false);
    if (rawEnd !== undefined) return this.#block('raw', start, rawEnd);
    const isSingle = this.#text[start] === '|' || matchAt(HEADING, this.#text, start) !== null;
    return this.#block('text', start, isSingle ? end : this.#paragraphEnd(end));
  }

  #block(kind: Block['kind'], start: number, end: number): Block {
    this.#kind = kind;
    return { kind, start, end, containers: this.#containers };
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end === -1 ? this.#text.length : end;
  }

  /** @param end of the first line */
  #paragraphEnd(end: number): number {
    while (end < this.#text.length) {
      const line = this.#readLine(end + 1, 'paragraph');
      const { start, indent } = line;
      const isBlank = start >= line.end;
      if (isBlank || line.containers.length > line.matched) break;
      const isInterrupted =
        indent < 4 &&
        (this.#text[start] === '|' ||
          [BREAK, HEADING, FENCE, UNDERLINE].some((rule) => matchAt(rule, this.#text, start)) ||
          this.#rawEnd(start, line.end, true) !== undefined);
      if (isInterrupted) break;
      end = line.end;
    }
    return end;
  }

  /** @param end of the first line */
  #fenceEnd(end: number, fence: string): number {
    const depth = this.#containers.length;
    const closing = new RegExp(`${fence}${fence[0] ?? ''}*[ \\t]*(?=\\n|$)`, 'y');
    while (end < this.#text.length) {
      const line = this.#readLine(end + 1, 'content');
      const isBlank = line.start >= line.end;
      if (line.matched < depth && !(isBlank && !this.#containers.includes('quote'))) break;
      end = line.end;
      if (line.indent < 4 && matchAt(closing, this.#text, line.start)) break;
    }
    return end;
  }

  /** End of the block of raw HTML that starts here, if one does. */
  #rawEnd(start: number, lineEnd: number, isInParagraph: boolean): number | undefined {
    if (this.#text[start] !== '<') return undefined;
    const commentEnd = this.#html.commentEnd(start);
    if (commentEnd !== undefined) return this.#lineEnd(commentEnd);
    const tag = this.#html.tagAt(start);
    if (tag === undefined) return undefined;
    if (RAW_BLOCK_TAGS.has(tag.name) && !tag.isEnd) {
      const close = this.#html.endTag(tag.name, tag.end);
      return close === undefined ? this.#untilBlank(lineEnd) : this.#lineEnd(close.end);
    }
    const isAlone = tag.end <= lineEnd && this.#text.slice(tag.end, lineEnd).trim() === '';
    if (BLOCK_TAGS.has(tag.name) || (isAlone && !isInParagraph))
      return this.#untilBlank(this.#lineEnd(tag.end - 1));
    return undefined;
  }

  #untilBlank(end: number): number {
    while (end < this.#text.length) {
      const line = this.#readLine(end + 1, 'content');
      if (line.start >= line.end || line.matched < this.#containers.length) break;
      end = line.end;
    }
    return end;
  }

  #readLine(at: number, place: LinePlace): Line {
    const text = this.#text;
    const end = this.#lineEnd(at);
    let start = at;
    let column = 0;
    let indent = 0;
    const skipSpace = (): void => {
      for (; text[start] === ' ' || text[start] === '\t'; start++) {
        const width = text[start] === '\t' ? 4 - (column % 4) : 1;
        column += width;
        indent += width;
      }
    };
    const skipQuote = (): void => {
      start++;
      column++;
      indent = 0;
      skipSpace();
      indent = Math.max(0, indent - 1);
    };
    skipSpace();
    let matched = 0;
    for (const container of this.#containers) {
      if (container === 'quote') {
        if (indent >= 4 || text[start] !== '>') break;
        skipQuote();
      } else {
        if (indent < container && start < end) break;
        indent -= Math.min(indent, container);
      }
      matched++;
    }
    const containers = this.#containers.slice(0, matched);
    if (place === 'content') return { containers, matched, start, indent, end };
    while (indent < 4 && containers.length < MAX_CONTAINERS) {
      if (text[start] === '>') {
        skipQuote();
        containers.push('quote');
        continue;
      }
      const note = matchAt(NOTE, text, start)?.[0];
      if (note !== undefined) {
        start += note.length;
        indent = 0;
        containers.push(4);
        continue;
      }
      const item = matchAt(BREAK, text, start) === null ? matchAt(ITEM, text, start) : null;
      if (item === null) break;
      const [marker, number = '1'] = item;
      const isEmpty = text.slice(start + marker.length, end).trim() === '';
      // Within a paragraph, these are words.
      const isFirst = containers.length === matched && matched === this.#containers.length;
      if (place === 'paragraph' && isFirst && (isEmpty || Number(number) !== 1)) break;
      const before = indent;
      start += marker.length;
      column += marker.length;
      indent = 0;
      skipSpace();
      const space = isEmpty || indent > 4 ? 1 : indent;
      indent = isEmpty ? 0 : indent - space;
      containers.push(before + marker.length + space);
    }
    return { containers, matched, start, indent, end };
  }
}
