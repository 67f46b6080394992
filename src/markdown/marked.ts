/** Marked, set up: GitHub's Markdown, with an extension per file of this folder. */
import { Marked, type MarkedExtension } from 'marked';
import alerts from 'marked-alert';
import type { Words } from '../lib/language/language.ts';
import { boundedEmphasis } from './emphasis.ts';
import { footnotes, keepUnusedFootnotes } from './footnotes.ts';
import { pseudoTags } from './pseudo-tags.ts';

type BodyWords = Words['body'];

/** What is set up once for each language. */
interface SetUp {
  readonly extensions: readonly MarkedExtension[];
  readonly marked: Marked;
}

const known = new Map<BodyWords, SetUp>();

/** Markdown to HTML that still holds whatever raw HTML the writer put in. */
export function markdownToHtml(markdown: string, words: BodyWords): string {
  const { extensions, marked } = known.get(words) ?? setUp(words);
  // Footnotes keep state in their extension, which an error would leave behind: one instance a text.
  const parser = markdown.includes('[^')
    ? new Marked(...extensions, footnotes(words), keepUnusedFootnotes)
    : marked;
  return parser.parse(markdown, { async: false });
}

function setUp(words: BodyWords): SetUp {
  const variants = Object.entries(words.alerts).map(([type, title]) => ({ type, title, icon: '' }));
  const extensions = [boundedEmphasis(), pseudoTags, alerts({ variants })];
  const made = { extensions, marked: new Marked(...extensions) };
  known.set(words, made);
  return made;
}

/**
 * Whether the text holds anything that marked may have passed through as HTML.
 * The labels of footnotes do: they go into attributes as they are written.
 */
export function hasRawHtml(markdown: string): boolean {
  return /<(?!https?:)[a-z/!?]|\[\^/i.test(markdown);
}
