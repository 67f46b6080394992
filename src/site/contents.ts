/** Table of contents of a long post. */
import { shorten } from '../lib/shorten.ts';
import type { Heading } from '../markdown/body.ts';
import type { ContentsItem } from './model.ts';

/** Fewer headings need no table. */
const MIN_HEADINGS = 3;
/** In a shorter post, the table would take the screen that the post fits on. */
const MIN_MINUTES = 3;
const MAX_LENGTH = 100;

/** The top two levels of headings; empty if a table would not help. */
export function contentsOf(headings: readonly Heading[], minutes: number): ContentsItem[] {
  const named = headings.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const top = named.reduce((least, { level }) => Math.min(least, level), 6);
  const shown = named.filter(({ level }) => level <= top + 1);
  if (shown.length < MIN_HEADINGS || minutes < MIN_MINUTES) return [];
  const contents: (ContentsItem & { items: ContentsItem[] })[] = [];
  for (const { level, id, text } of shown) {
    const item = { text: shorten(text, MAX_LENGTH), url: `#${id}`, items: [] };
    const section = contents.at(-1);
    if (level === top || section === undefined) contents.push(item);
    else section.items.push(item);
  }
  return contents;
}
