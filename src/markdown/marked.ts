/** The one Marked instance: GitHub's Markdown, with an extension per file of this folder. */
import { Marked } from 'marked';
import alerts from 'marked-alert';
import { footnotes, keepUnusedFootnotes } from './footnotes.ts';
import { pseudoTags } from './pseudo-tags.ts';

const ALERT_KINDS = ['note', 'tip', 'important', 'warning', 'caution'];

/** Markdown to HTML that still holds whatever raw HTML the writer put in. */
export function markdownToHtml(markdown: string): string {
  // Footnotes keep state in the extension, which an error would leave behind: one instance a text.
  const marked = new Marked(
    pseudoTags,
    alerts({ variants: ALERT_KINDS.map((type) => ({ type, icon: '' })) }),
  );
  if (markdown.includes('[^')) marked.use(footnotes(), keepUnusedFootnotes);
  return marked.parse(markdown, { async: false });
}

/** Whether the text holds anything that marked may have passed through as HTML. */
export function hasRawHtml(markdown: string): boolean {
  return /<[a-z/!?]/i.test(markdown);
}
