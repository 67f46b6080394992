/** Markdown parser: marked with GitHub's syntax and our extensions. */
import { Marked, type MarkedExtension } from 'marked';
import alerts from 'marked-alert';
import type { Words } from '../lib/language/language.ts';
import { cjkSyntax } from './cjk-syntax.ts';
import { footnotes } from './footnotes.ts';
import { unknownTags } from './unknown-tags.ts';

type BodyWords = Words['body'];

const parsers = new Map<BodyWords, Marked>();

/** Converts Markdown to HTML; raw HTML in it is not sanitised. */
export function markdownToHtml(markdown: string, words: BodyWords): string {
  return parserFor(markdown, words).parse(markdown, { async: false });
}

function parserFor(markdown: string, words: BodyWords): Marked {
  if (markdown.includes('[^')) return createParser(words, ...footnotes(words));
  const parser = parsers.get(words) ?? createParser(words);
  parsers.set(words, parser);
  return parser;
}

function createParser(words: BodyWords, ...extensions: readonly MarkedExtension[]): Marked {
  const variants = Object.entries(words.alerts).map(([type, title]) => ({ type, title, icon: '' }));
  // Of two extensions, the later one is asked first.
  return new Marked(
    cjkSyntax,
    limitParsing(),
    quotesInLists,
    unknownTags,
    alerts({ variants }),
    ...extensions,
  );
}

/** Whether the HTML may contain raw HTML. Footnote labels count: they become attributes unescaped. */
export function hasRawHtml(markdown: string): boolean {
  return /<(?!https?:)[a-z/!?]|\[\^/i.test(markdown);
}

/**
 * marked throws for a quotation in a list item that ends with a list whose
 * number is not 1: it reads that list again, as if it interrupted the item's
 * paragraph, and finds none.
 */
const quotesInLists: MarkedExtension = {
  tokenizer: {
    blockquote() {
      delete this.lexer.state.lastToken;
      return false;
    },
  },
};

/** Delimiters times characters of one paragraph: about a second. Real posts need hundredths of it. */
const MAX_EFFORT = 20_000_000;
/** Shorter paragraphs cannot reach `MAX_EFFORT`. */
const MIN_LENGTH = Math.floor(Math.sqrt(MAX_EFFORT));

/** Longer than any real word; marked would look for an email address at each character of it. */
const LONG_WORD = /^[\w.!#$%&'*+/=?`{|}~-]{1000}/;
/** Delimiters without meaning, and the word after them. */
const WORD_PART = /^(?:[*_`~]+|[^])[a-zA-Z0-9]*/;

/**
 * For each `*`, `_` and `~`, marked may read the rest of the paragraph, which would
 * take minutes for thousands of them; these become text.
 */
function limitParsing(): MarkedExtension {
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
        const raw = LONG_WORD.test(source) ? WORD_PART.exec(source)?.[0] : undefined;
        return raw !== undefined && { type: 'text', raw, text: raw, escaped: false };
      },
    },
  };
}
