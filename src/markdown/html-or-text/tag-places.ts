/** Finds how the tags of a text stand among its words. */
import type { FoundTag } from './tag-finder.ts';

export interface PlacedTag extends FoundTag {
  /** Whether other words stand before or after it on its line, apart from tags. */
  readonly hasWordsBefore: boolean;
  readonly hasWordsAfter: boolean;
  /** Whether a list marker stands before it. */
  readonly startsItem: boolean;
  /** Whether a space or punctuation is on both sides, as around a word. */
  readonly isWord: boolean;
  readonly touchesNext: boolean;
}

/** @param found in document order */
export function placeTags(text: string, found: readonly FoundTag[]): PlacedTag[] {
  let hasWordsBefore = false;
  const before = found.map((tag, index) => {
    const gapStart = found[index - 1]?.end ?? 0;
    const gap = text.slice(gapStart, tag.start);
    const lineStart = gap.lastIndexOf('\n') + 1;
    // List markers are no words.
    const start = Math.max(lineStart, tag.block.start - gapStart);
    const words = /[^\s>]/.test(gap.slice(start));
    hasWordsBefore = words || (start === 0 && index > 0 && hasWordsBefore);
    return hasWordsBefore;
  });
  let hasWordsAfter = false;
  const after = found.toReversed().map((tag, index) => {
    const nextStart = found[found.length - index]?.start;
    const gap = text.slice(tag.end, nextStart);
    const lineEnd = gap.indexOf('\n');
    const words = /\S/.test(lineEnd === -1 ? gap : gap.slice(0, lineEnd));
    hasWordsAfter = words || (lineEnd === -1 && nextStart !== undefined && hasWordsAfter);
    return hasWordsAfter;
  });
  after.reverse();
  return found.map((tag, index) => ({
    ...tag,
    hasWordsBefore: before[index] === true,
    hasWordsAfter: after[index] === true,
    startsItem: tag.start === tag.block.start && /[-+*.)][ \t]*$/.test(lineBefore(text, tag.start)),
    isWord: isEdge(text[tag.start - 1]) && isEdge(text[tag.end]),
    touchesNext: found[index + 1]?.start === tag.end,
  }));
}

function lineBefore(text: string, at: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 20), at);
}

/** Whether a word may end or begin beside this character. */
function isEdge(character: string | undefined): boolean {
  return character === undefined || /[\s\p{P}]/u.test(character);
}
