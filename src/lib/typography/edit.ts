/** Replaces a few characters of a text. */

export interface Edit {
  /** Offset of the first character that is replaced. */
  readonly start: number;
  /** Offset after the last one; `start` for an insertion. */
  readonly end: number;
  readonly text: string;
}

/** @param edits in order, without overlaps */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, text: replacement } of edits) {
    result += text.slice(done, start) + replacement;
    done = end;
  }
  return result + text.slice(done);
}
