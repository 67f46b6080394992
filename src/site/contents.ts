/** The table of contents of a long post. */
import type { Heading } from '../markdown/headings.ts';
import type { ContentsItem } from './model.ts';

/** Two headings are seen at a glance. */
const FEWEST_HEADINGS = 3;
/** Of less than three minutes, most fits the screen that the list would take. */
const SHORTEST_MINUTES = 3;
const LONGEST_TEXT = 100;

/** The sections of a post and those within them; empty where a list of them would not help. */
export function contentsOf(headings: readonly Heading[], minutes: number): ContentsItem[] {
  const told = headings.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const top = Math.min(...told.map(({ level }) => level));
  // What stands deeper is found there.
  const shown = told.filter(({ level }) => level <= top + 1);
  if (shown.length < FEWEST_HEADINGS || minutes < SHORTEST_MINUTES) return [];
  const contents: (ContentsItem & { items: ContentsItem[] })[] = [];
  for (const { level, id, text } of shown) {
    const item = { text: shorten(text), url: `#${id}`, items: [] };
    const section = contents.at(-1);
    if (level === top || section === undefined) contents.push(item);
    else section.items.push(item);
  }
  return contents;
}

/** Up to the last whole word, where words are told by spaces. */
function shorten(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const cut = text.lastIndexOf(' ', LONGEST_TEXT);
  return `${text.slice(0, cut > 0 ? cut : LONGEST_TEXT).toWellFormed()}\u2026`;
}
