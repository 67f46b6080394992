/** Quotations that marked fails for, or takes minutes for. */
import { Tokenizer, type MarkedExtension } from 'marked';

/**
 * marked throws for a quotation in a list item that ends with a list whose
 * number is not 1: it reads that list again, as if it interrupted the item's
 * paragraph, and finds none.
 */
export const quotations: MarkedExtension = {
  tokenizer: {
    blockquote(source) {
      delete this.lexer.state.lastToken;
      const start = startOf(source);
      return start !== undefined && Tokenizer.prototype.blockquote.call(this, start);
    },
  },
};

/** A line without a mark, and a mark after it. */
const LAZY_LINE = /\n(?! {0,3}>)[^\n]+\n(?= {0,3}>)/g;
/** Far more than anybody writes. marked reads a list again after each of them. */
const MAX_LAZY = 100;

/** The start of a quotation with too many lines without a mark; the rest is another quotation. */
function startOf(source: string): string | undefined {
  if (!/^ {0,3}>/.test(source)) return undefined;
  const end = source.search(/\n[ \t]*(?:\n|$)/);
  const quotation = end === -1 ? source : source.slice(0, end);
  let count = 0;
  for (const { 0: line, index } of quotation.matchAll(LAZY_LINE))
    if (++count === MAX_LAZY) return source.slice(0, index + line.length);
  return undefined;
}
