/** Finds what may be HTML in Markdown: tags and comments outside code. */
import { BlockReader, type Block, type HtmlAt } from './block-reader.ts';
import { commentEnd } from './source-comment.ts';
import type { NestedRange, Range } from './source-edits.ts';
import { linkAt } from './source-link.ts';
import { matchAt, readTag, type SourceTag } from './source-tag.ts';
import { hasOwnSyntax, isPreformatted, looksLikeTag } from './tag-rules.ts';

export interface FoundTag extends SourceTag {
  readonly block: Block;
}

export interface Findings {
  /** In document order. */
  readonly tags: readonly FoundTag[];
  /** Closed comments. */
  readonly comments: readonly (Range & { readonly isBlock: boolean })[];
  /** Offsets of `<` that start neither. */
  readonly text: readonly number[];
  /** Offsets of `<!--` of comments that are never closed. */
  readonly unclosedComments: readonly number[];
  /** Offsets of tags whose attribute value is never closed. */
  readonly unclosedQuotes: readonly number[];
  /** Content of `<pre>` and its like in which the Markdown parser would look for Markdown. */
  readonly preformatted: readonly NestedRange[];
}

const TICKS = /`+/y;
const SPECIAL: Readonly<Record<'text' | 'raw' | 'code', RegExp>> = {
  text: /[<`\\[]/,
  raw: /</,
  code: /</,
};

/** @param rejected offsets of tags that turned out to be text */
export function findTags(text: string, rejected: ReadonlySet<number>): Findings {
  return new TagFinder(text, rejected).find();
}

class TagFinder implements HtmlAt {
  readonly #text: string;
  readonly #rejected: ReadonlySet<number>;
  readonly #blocks: BlockReader;
  readonly #found = {
    tags: new Array<FoundTag>(),
    comments: new Array<Range & { isBlock: boolean }>(),
    text: new Array<number>(),
    unclosedComments: new Array<number>(),
    unclosedQuotes: new Array<number>(),
    preformatted: new Array<NestedRange>(),
  };
  /** The next end tag of each name, if there is one. */
  readonly #endTags = new Map<string, SourceTag | undefined>();
  /** Until here, the text is within `<pre>`, or its end tag. */
  #preEnd = 0;

  constructor(text: string, rejected: ReadonlySet<number>) {
    this.#text = text;
    this.#rejected = rejected;
    this.#blocks = new BlockReader(text, this);
  }

  find(): Findings {
    for (let at = 0; ;) {
      const block = this.#blocks.next(at);
      if (block === undefined) return this.#found;
      at = this.#readBlock(block);
    }
  }

  tagAt(start: number): SourceTag | undefined {
    if (this.#rejected.has(start)) return undefined;
    const tag = readTag(this.#text, start);
    return typeof tag === 'object' && looksLikeTag(tag) ? tag : undefined;
  }

  commentEnd(start: number): number | undefined {
    return commentEnd(this.#text, start);
  }

  /** @returns the offset after it, or after what goes on beyond its end */
  #readBlock(block: Block): number {
    const ticks = block.kind === 'text' ? this.#ticksIn(block) : undefined;
    let hasBracket = false;
    let at = block.start;
    for (;;) {
      const isPre = at < this.#preEnd;
      const end = Math.max(block.end, this.#preEnd);
      const step = this.#text.slice(at, end).search(SPECIAL[isPre ? 'raw' : block.kind]);
      if (step === -1) return Math.max(at, end);
      const start = at + step;
      switch (this.#text[start]) {
        case '`':
          at = ticks?.get(start) ?? start + (matchAt(TICKS, this.#text, start)?.[0].length ?? 1);
          this.#addText(start, at);
          break;
        case '\\':
          at = start + 2;
          break;
        case '[':
          hasBracket = true;
          at = start + 1;
          break;
        default:
          at = this.#readAngle(start, block, hasBracket && !isPre);
      }
    }
  }

  /** @returns the offset after it */
  #readAngle(start: number, block: Block, hasBracket: boolean): number {
    const found = this.#found;
    const asText = (): number => {
      found.text.push(start);
      return start + 1;
    };
    if (block.kind === 'code') return asText();
    const comment = this.commentEnd(start);
    if (comment !== undefined) {
      const isBlock =
        block.kind === 'raw' && block.containers.length === 0 && start === block.start;
      found.comments.push({ start, end: comment, isBlock });
      return comment;
    }
    if (this.#text.startsWith('<!--', start)) {
      found.unclosedComments.push(start);
      return asText();
    }
    if (block.kind === 'text' && start >= this.#preEnd) {
      const link = linkAt(this.#text, start, hasBracket);
      if (link !== undefined) return start + link.length;
    }
    const tag = this.tagAt(start);
    if (tag === undefined) {
      const read = this.#rejected.has(start) ? undefined : readTag(this.#text, start);
      if (read === 'unclosed-quote') found.unclosedQuotes.push(start);
      return asText();
    }
    found.tags.push({ ...tag, block });
    return this.#readContent(tag, block);
  }

  /** Skips what has no tags in it. */
  #readContent(tag: SourceTag, block: Block): number {
    const { name, end } = tag;
    const isStart = !tag.isEnd && !tag.isSelfClosing;
    const close = isStart && hasOwnSyntax(name) ? this.endTag(name, end) : undefined;
    if (close === undefined) return end;
    const content = { start: end, end: close.start, containers: block.containers };
    const isBlock = name === 'pre' && block.kind === 'raw' && block.start === tag.start;
    if (isPreformatted(name) && !isBlock && end >= this.#preEnd)
      this.#found.preformatted.push(content);
    if (name === 'pre' || name === 'listing') {
      this.#preEnd = Math.max(this.#preEnd, close.end);
      return end;
    }
    if (name === 'xmp') this.#addText(end, close.start);
    this.#found.tags.push({ ...close, block });
    return close.end;
  }

  endTag(name: string, from: number): SourceTag | undefined {
    if (this.#endTags.has(name)) {
      const known = this.#endTags.get(name);
      if (known === undefined || known.start >= from) return known;
    }
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    pattern.lastIndex = from;
    let tag: SourceTag | undefined;
    for (let match = pattern.exec(this.#text); match !== null && tag === undefined;) {
      tag = this.tagAt(match.index);
      match = pattern.exec(this.#text);
    }
    this.#endTags.set(name, tag);
    return tag;
  }

  #addText(start: number, end: number): void {
    for (const { index } of this.#text.slice(start, end).matchAll(/</g))
      this.#found.text.push(start + index);
  }

  /** Where the code spans of a block end, by the offset of their first backtick. */
  #ticksIn({ start, end }: Block): Map<number, number> {
    const ends = new Map<number, number>();
    const following = new Map<number, number>();
    const runs = [...this.#text.slice(start, end).matchAll(/`+/g)].toReversed();
    for (const { index, 0: run } of runs) {
      const next = following.get(run.length);
      if (next !== undefined) ends.set(start + index, next);
      following.set(run.length, start + index + run.length);
    }
    return ends;
  }
}
