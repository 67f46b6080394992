/** Splits Markdown into blocks, as far as that decides which angle brackets may start HTML. */
import {
  BREAK,
  lineEndAt,
  readLine,
  type Container,
  type Line,
  type LinePlace,
} from './line-reader.ts';
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

const HEADING = /#{1,6}(?=[ \t\n]|$)/y;
const FENCE = /`{3,}(?=[^`\n]*(?:\n|$))|~{3,}/y;
const UNDERLINE = /(?:=+|-+)[ \t]*(?=\n|$)/y;

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
    return lineEndAt(this.#text, at);
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
    return readLine(this.#text, at, place, this.#containers);
  }
}
