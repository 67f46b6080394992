/** Markdown parser: marked with GitHub's syntax and our extensions. */
import { Marked, Tokenizer, type MarkedExtension } from 'marked';
import alerts from 'marked-alert';
import type { Words } from '../lib/language/language.ts';
import { cjkSyntax } from './cjk/cjk-syntax.ts';
import { DroppedWords, type CodeLine, type Finding } from './dropped-words.ts';
import { footnotes } from './footnotes/footnotes.ts';
import { STAND_IN } from './html-or-text/html-or-text.ts';

type BodyWords = Words['body'];

interface Parser {
  readonly marked: Marked;
  dropped: DroppedWords;
}

const parsers = new Map<BodyWords, Parser>();

export interface Converted {
  /** Raw HTML in it is not sanitised. */
  readonly html: string;
  readonly findings: readonly (Finding | CodeLine)[];
}

/** @param files beside the body */
export function markdownToHtml(
  markdown: string,
  words: BodyWords,
  files: readonly string[],
): Converted {
  const parser = parserFor(markdown, words);
  parser.dropped = new DroppedWords(files);
  const html = parser.marked.parse(markdown, { async: false });
  return { html, findings: parser.dropped.findings };
}

function parserFor(markdown: string, words: BodyWords): Parser {
  if (markdown.includes('[^')) return createParser(words, footnotes(words));
  const parser = parsers.get(words) ?? createParser(words);
  parsers.set(words, parser);
  return parser;
}

function createParser(words: BodyWords, ...extensions: readonly MarkedExtension[]): Parser {
  const variants = Object.entries(words.alerts).map(([type, title]) => ({ type, title, icon: '' }));
  // Of two extensions, the later one is asked first.
  const marked = new Marked(
    cjkSyntax,
    limitParsing(),
    quotesInLists,
    textInAngles,
    alerts({ variants }),
    ...extensions,
    { walkTokens: (token) => parser.dropped.visit(token) },
  );
  const parser: Parser = { marked, dropped: new DroppedWords([]) };
  return parser;
}

/** Whether the HTML may contain raw HTML. Footnotes count, since their labels become attributes. */
export function hasRawHtml(markdown: string): boolean {
  return /<(?!https?:)[a-z/!?]|\[\^/i.test(markdown);
}

const AUTOLINK = /<(?=[a-zA-Z][a-zA-Z0-9+.-]+:|[^\s<>]+@)/g;
const BARE_URL = /^(?:(?:https?|ftp):\/\/|www\.)[^\s<]*/i;

/** For `<` that is text: see `html-or-text.ts`. */
const textInAngles: MarkedExtension = {
  tokenizer: {
    url(source) {
      const url = BARE_URL.exec(source)?.[0] ?? '';
      const end = url.search(STAND_IN);
      return end > 0 && Tokenizer.prototype.url.call(this, url.slice(0, end));
    },
  },
  renderer: {
    // Within a block of raw HTML, there are no autolinks.
    html: ({ text }) => text.replace(AUTOLINK, '&lt;'),
  },
};

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
