/** Stylesheet with a note for people who open a feed in a browser. */
import type { OutputFile, Site } from '../../site/model.ts';

export function feedNote({ facts, words, fixed }: Site): OutputFile {
  const direction = facts.siteLang.dir ?? 'ltr';
  const content = `:root{direction:${direction};--note:${cssString(words.feeds.note)}}\n`;
  return { path: fixed.feedNote.path, content };
}

/** https://www.w3.org/TR/css-syntax-3/#consume-string-token */
function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
