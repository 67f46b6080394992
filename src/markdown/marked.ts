/** Marked, set up: GitHub's Markdown, with an extension per file of this folder. */
import { Marked } from 'marked';
import alerts from 'marked-alert';
import { boundedEmphasis } from './emphasis.ts';
import { footnotes, keepUnusedFootnotes } from './footnotes.ts';
import { pseudoTags } from './pseudo-tags.ts';

const ALERT_KINDS = ['note', 'tip', 'important', 'warning', 'caution'];

const EXTENSIONS = [
  boundedEmphasis(),
  pseudoTags,
  alerts({ variants: ALERT_KINDS.map((type) => ({ type, icon: '' })) }),
];
const marked = new Marked(...EXTENSIONS);

/** Markdown to HTML that still holds whatever raw HTML the writer put in. */
export function markdownToHtml(markdown: string): string {
  // Footnotes keep state in their extension, which an error would leave behind: one instance a text.
  const parser = markdown.includes('[^')
    ? new Marked(...EXTENSIONS, footnotes(), keepUnusedFootnotes)
    : marked;
  return parser.parse(markdown, { async: false });
}

/**
 * Whether the text holds anything that marked may have passed through as HTML.
 * The labels of footnotes do: they go into attributes as they are written.
 */
export function hasRawHtml(markdown: string): boolean {
  return /<(?!https?:)[a-z/!?]|\[\^/i.test(markdown);
}
