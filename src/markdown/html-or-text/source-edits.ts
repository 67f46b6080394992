/** Applies replacements to a Markdown text. */
import type { Container } from './line-reader.ts';

/** Offsets are those of the text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface NestedRange extends Range {
  /** Lists and quotations around it, from the outermost. */
  readonly containers: readonly Container[];
}

/** Replaces a range, or inserts a text where `start` is `end`. */
export interface Edit extends Range {
  readonly text: string;
}

/**
 * @param edits at the same place, in this order
 * @param literal ranges, in document order, in which nothing is Markdown
 */
export function applyEdits(
  source: string,
  edits: readonly Edit[],
  literal: readonly NestedRange[],
): string {
  const parts: string[] = [];
  let at = 0;
  let next = 0;
  const copyTo = (end: number): void => {
    while (at < end) {
      while ((literal[next]?.end ?? Infinity) <= at) next++;
      const range = literal[next];
      const isLiteral = range !== undefined && range.start <= at;
      const stop = Math.min(end, (isLiteral ? range.end : range?.start) ?? end);
      const text = source.slice(at, stop);
      parts.push(isLiteral ? escapeMarkdown(text, range.containers) : text);
      at = stop;
    }
  };
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at && end > start) continue;
    copyTo(start);
    const range = literal[next];
    const isLiteral = range !== undefined && range.start <= start && start < range.end;
    parts.push(isLiteral ? text.replace(/(?<!\s)\s*\n\s*/g, ' ') : text);
    at = Math.max(at, end);
  }
  copyTo(source.length);
  return parts.join('');
}

/** Writes line ends and what could be Markdown as entities, and leaves entities as they are. */
function escapeMarkdown(text: string, containers: readonly Container[]): string {
  const markers = containers.map((container) =>
    container === 'quote' ? ' {0,3}(?:> ?)?' : ` {0,${container}}`,
  );
  const lineStarts = new RegExp(`\n${markers.join('')}`, 'g');
  return text
    .replace(lineStarts, '\n')
    .replace(/[\n!"$%'()*+,\-./:=?@[\\\]^_`{|}~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
