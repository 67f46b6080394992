/** Breaks a title into lines that fill a box well: large type, and lines of like length. */

/** What can stand in a line, and what comes between it and the word before. */
export interface Word {
  readonly text: string;
  readonly isAfterSpace: boolean;
}

/** The room for a text, in pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** Sizes of type that may be used, the largest first. */
  readonly sizes: readonly number[];
  /** Height of a line, in ems. */
  readonly leading: number;
}

/** A text that is broken into lines. */
export interface Setting {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Width of a text in ems. */
export type Measure = (text: string) => number;

/** Signs of scripts without spaces; a line may begin with each, but for those that end something. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ENDS = /^[\p{Pe}\p{Pf}\p{Po}\p{Lm}\u30fc]/u;

/** The largest type in which the whole text has room; what exceeds even the smallest is cut off. */
export function setText(
  text: string,
  { width, height, sizes, leading }: Box,
  measure: Measure,
): Setting {
  const words = wordsOf(text);
  for (const size of sizes) {
    const room = width / size;
    const lines = breakLines(words, room, measure);
    const fits =
      lines.length * leading * size <= height && lines.every((line) => measure(line) <= room);
    if (fits) return { size, lines: balance(words, lines.length, room, measure) };
  }
  const size = sizes.at(-1) ?? 1;
  const room = width / size;
  const broken = words.flatMap((word) => breakWord(word, room, measure));
  const lines = breakLines(broken, room, measure);
  return { size, lines: cut(lines, Math.floor(height / (leading * size)), room, measure) };
}

/** The text as far as there is room for it on one line; empty where there is none. */
export function shorten(text: string, room: number, measure: Measure): string {
  if (text === '' || measure(text) <= room) return text;
  const signs = [...text];
  while (signs.length > 0 && measure(`${signs.join('').trimEnd()}\u2026`) > room) signs.pop();
  return signs.length === 0 ? '' : `${signs.join('').trimEnd()}\u2026`;
}

function wordsOf(text: string): Word[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((written) => {
      const words: Word[] = [];
      for (const sign of written) {
        const last = words.at(-1);
        const isFree =
          last !== undefined &&
          (UNSPACED.test(sign) || UNSPACED.test(last.text.slice(-1))) &&
          !ENDS.test(sign);
        if (last === undefined || isFree)
          words.push({ text: sign, isAfterSpace: last === undefined });
        else words[words.length - 1] = { ...last, text: last.text + sign };
      }
      return words;
    });
}

/** As few lines as there can be. */
function breakLines(words: readonly Word[], room: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const { text, isAfterSpace } of words) {
    const last = lines.at(-1);
    const joined = `${last ?? ''}${isAfterSpace ? ' ' : ''}${text}`;
    if (last !== undefined && measure(joined) <= room) lines[lines.length - 1] = joined;
    else lines.push(text);
  }
  return lines;
}

/** The same number of lines, in the narrowest room that takes no more. */
function balance(words: readonly Word[], count: number, room: number, measure: Measure): string[] {
  let narrow = Math.max(...words.map(({ text }) => measure(text)));
  let wide = room;
  for (let round = 0; round < 8; round++) {
    const middle = (narrow + wide) / 2;
    if (breakLines(words, middle, measure).length <= count) wide = middle;
    else narrow = middle;
  }
  return breakLines(words, wide, measure);
}

function breakWord(word: Word, room: number, measure: Measure): Word[] {
  if (measure(word.text) <= room) return [word];
  const parts: Word[] = [];
  for (const sign of word.text) {
    const last = parts.at(-1);
    if (last !== undefined && measure(last.text + sign) <= room)
      parts[parts.length - 1] = { ...last, text: last.text + sign };
    else parts.push({ text: sign, isAfterSpace: last === undefined && word.isAfterSpace });
  }
  return parts;
}

function cut(lines: readonly string[], most: number, room: number, measure: Measure): string[] {
  if (lines.length <= most) return [...lines];
  const last = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), shorten(last, room, measure)];
}
