/** Markdown parser: marked with GitHub's syntax and our extensions. */
import { Marked, Tokenizer, type MarkedExtension } from 'marked';
import alerts from 'marked-alert';
import type { Words } from '../lib/language/language.ts';
import { cjkSyntax } from './cjk/cjk-syntax.ts';
import { codeFences } from './code/code-fences.ts';
import { loneAddresses } from './embeds/lone-addresses.ts';
import { DroppedWords, type CodeLine, type Finding } from './dropped-words.ts';
import { footnotes } from './footnotes/footnotes.ts';
import { STAND_IN } from './html-or-text/html-or-text.ts';
import { isLongWord, limitParsing } from './limit-parsing.ts';
import { imageAttributes } from './pictures/image-attributes.ts';
import { quotations } from './quotations.ts';

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
  // Of two extensions, the later one is asked first.
  const marked = new Marked(
    cjkSyntax,
    limitParsing(),
    quotations,
    loneAddresses,
    codeFences,
    textInAngles,
    alertsIn(words),
    imageAttributes,
    ...extensions,
    { walkTokens: (token) => parser.dropped.visit(token) },
  );
  const parser: Parser = { marked, dropped: new DroppedWords([]) };
  return parser;
}

/** marked-alert fails for a mark that is no paragraph but the header of a table. */
function alertsIn(words: BodyWords): MarkedExtension {
  const variants = Object.entries(words.alerts).map(([type, title]) => ({ type, title, icon: '' }));
  const { walkTokens, ...extension } = alerts({ variants });
  return {
    ...extension,
    walkTokens(token) {
      if (token.type === 'blockquote' && token.tokens?.[0]?.type === 'paragraph')
        return walkTokens?.call(this, token);
    },
  };
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
      // marked would look for an email address at each character of it.
      if (url === '' && isLongWord(source)) return undefined;
      const end = url.search(STAND_IN);
      return end > 0 && Tokenizer.prototype.url.call(this, url.slice(0, end));
    },
  },
  renderer: {
    // Within a block of raw HTML, there are no autolinks.
    html: ({ text }) => text.replace(AUTOLINK, '&lt;'),
  },
};
