/** Emphasis and addresses, looked for only where that does not take too long. */
import type { MarkedExtension } from 'marked';

/** Signs times characters of one paragraph: about a second. People write hundredths of it. */
const MOST = 20_000_000;
/** No shorter text has that many signs. */
const SHORTEST = Math.floor(Math.sqrt(MOST));

/** No person writes a longer word; marked would look for a mail address at each sign in it. */
const LONG_WORD = /^[\w.!#$%&'*+/=?`{|}~-]{1000}/;
/** Signs that did not mean anything, and the letters behind them. */
const PIECE = /^(?:[*_`~]+|[^])[a-zA-Z0-9]*/;

/**
 * For each `*` and `_` marked may read the rest of the paragraph. One that
 * consists of thousands of them would stop a build for minutes; its signs are
 * text.
 */
export function boundedEmphasis(): MarkedExtension {
  let counted = '';
  let isTooMany = false;
  return {
    tokenizer: {
      // `undefined` says "no such token here", `false` asks for marked's own reading.
      emStrong: (_source, paragraph) => {
        if (paragraph.length < SHORTEST) return false;
        if (paragraph !== counted) {
          counted = paragraph;
          isTooMany = paragraph.length * countSigns(paragraph) > MOST;
        }
        return isTooMany ? undefined : false;
      },
      inlineText: (source) => {
        const raw = LONG_WORD.test(source) ? PIECE.exec(source)?.[0] : undefined;
        return raw !== undefined && { type: 'text', raw, text: raw, escaped: false };
      },
    },
  };
}

function countSigns(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '*' || character === '_') count++;
  }
  return count;
}
