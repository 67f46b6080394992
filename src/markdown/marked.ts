/** Markdown parser: marked with GitHub's syntax and our extensions. */
import { Marked, type MarkedExtension } from 'marked';
import alerts from 'marked-alert';
import type { Words } from '../lib/language/language.ts';
import { footnotes } from './footnotes.ts';
import { limitParsing } from './parser-limits.ts';
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
  return new Marked(limitParsing(), unknownTags, alerts({ variants }), ...extensions);
}

/** Whether the HTML may contain raw HTML. Footnote labels count: they become attributes unescaped. */
export function hasRawHtml(markdown: string): boolean {
  return /<(?!https?:)[a-z/!?]|\[\^/i.test(markdown);
}
