/** Keeps marked from taking minutes for thousands of delimiters, or for very long words. */
import type { MarkedExtension } from 'marked';

/** Delimiters times characters of one paragraph: about a second. Real posts need hundredths of it. */
const MAX_EFFORT = 20_000_000;
/** Shorter paragraphs cannot reach `MAX_EFFORT`. */
const MIN_LENGTH = Math.floor(Math.sqrt(MAX_EFFORT));

/** Longer than any real word; marked would look for an email address at each character of it. */
const LONG_WORD = /^[\w.!#$%&'*+/=?`{|}~-]{1000}/;
/** Delimiters without meaning, and the word after them. */
const WORD_PART = /^(?:[*_`~]+|[^])[a-zA-Z0-9.#$%&'+/=?{|}-]*/;

export function isLongWord(source: string): boolean {
  return LONG_WORD.test(source);
}

/**
 * For each `*`, `_` and `~`, marked may read the rest of the paragraph, which would
 * take minutes for thousands of them; these become text.
 */
export function limitParsing(): MarkedExtension {
  let measured = '';
  let exceedsLimit = false;
  // `undefined` means "no such token here", `false` falls back to the next tokenizer.
  const limit = (_source: string, paragraph: string): undefined | false => {
    if (paragraph.length < MIN_LENGTH) return false;
    if (paragraph !== measured) {
      measured = paragraph;
      const delimiters = paragraph.split(/[*_~]/).length - 1;
      exceedsLimit = paragraph.length * delimiters > MAX_EFFORT;
    }
    return exceedsLimit ? undefined : false;
  };
  return {
    tokenizer: {
      emStrong: limit,
      del: limit,
      inlineText: (source) => {
        const raw = isLongWord(source) ? WORD_PART.exec(source)?.[0] : undefined;
        return raw !== undefined && { type: 'text', raw, text: raw, escaped: false };
      },
    },
  };
}
