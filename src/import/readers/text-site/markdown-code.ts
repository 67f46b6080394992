/** Separates the code of a Markdown text from tags and prose. */
import type { Format } from './output.ts';
import type { TextToken } from './tag-tree.ts';

export interface FoundTag {
  /** Or text that stands for it. */
  readonly tag: TextToken;
  /** Offset behind it. */
  readonly end: number;
}

/** A fence, also in lists and quotations, or backticks of a code span. */
const CODE = String.raw`^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?<fence>${'`'}{3,}(?=[^${'`'}\n]*$)|~{3,})|(?<!\\)(?<ticks>${'`'}+)`;

/**
 * Splits a text into prose, code and tags, in order. Code hides tags, and the other way round. HTML has no code.
 * @param opening source of a pattern for the first characters of a tag
 * @param tagAt the tag that begins at an offset; `undefined` if it is none
 */
export function splitCodeAndTags(
  text: string,
  opening: string,
  tagAt: (offset: number) => FoundTag | undefined,
  format: Format,
): TextToken[] {
  const tokens: TextToken[] = [];
  const next = new RegExp(format === 'markdown' ? `${CODE}|${opening}` : opening, 'gm');
  let done = 0;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const { fence, ticks } = match.groups ?? {};
    const start = fence === undefined ? match.index : match.index + match[0].length - fence.length;
    const found =
      fence !== undefined
        ? codeUntil(text, start, endOfFence(text, start, fence))
        : ticks !== undefined
          ? codeUntil(text, start, endOfSpan(text, start, ticks))
          : tagAt(start);
    if (found === undefined) continue;
    if (start > done) tokens.push({ type: 'text', text: text.slice(done, start) });
    tokens.push(found.tag);
    done = found.end;
    next.lastIndex = done;
  }
  if (done < text.length) tokens.push({ type: 'text', text: text.slice(done) });
  return tokens;
}

function codeUntil(text: string, start: number, end: number | undefined): FoundTag | undefined {
  return end === undefined
    ? undefined
    : { tag: { type: 'code', text: text.slice(start, end) }, end };
}

/** A fence without an end goes on to the end of the text. */
function endOfFence(text: string, start: number, fence: string): number {
  const lines = /\n[ \t>]*(`{3,}|~{3,})[ \t]*(?=\r?(?:\n|$))/g;
  lines.lastIndex = start;
  for (let match = lines.exec(text); match !== null; match = lines.exec(text))
    if (match[1]?.startsWith(fence) === true) return match.index + match[0].length;
  return text.length;
}

/** A span ends in its paragraph; backticks without an end are text. */
function endOfSpan(text: string, start: number, ticks: string): number | undefined {
  const runs = /(`+)|\n[ \t]*\r?\n/g;
  runs.lastIndex = start + ticks.length;
  for (let match = runs.exec(text); match !== null; match = runs.exec(text)) {
    if (match[1] === undefined) return undefined;
    if (match[1] === ticks) return match.index + ticks.length;
  }
  return undefined;
}

const MARK = '\u{F0000}';

/**
 * Changes the prose of a Markdown text. Code is hidden from `change` behind marks of a private character and a number,
 * so that it sees whole lines.
 */
export function changeProse(text: string, change: (prose: string) => string): string {
  if (text.includes(MARK)) return text;
  const codes: string[] = [];
  const masked = splitCodeAndTags(text, '(?!)', () => undefined, 'markdown').map((token) => {
    if (token.type !== 'code') return token.type === 'text' ? token.text : '';
    return `${MARK}${codes.push(token.text) - 1}${MARK}`;
  });
  const marks = new RegExp(`${MARK}(\\d+)${MARK}`, 'gu');
  return change(masked.join('')).replace(
    marks,
    (_mark, index: string) => codes[Number(index)] ?? '',
  );
}

/** What Liquid reads in a text: neither code nor raw text. */
export function withoutCode(text: string): string {
  const tokens = splitCodeAndTags(text, '(?!)', () => undefined, 'markdown');
  const prose = tokens.map((token) => (token.type === 'text' ? token.text : '')).join('');
  return prose
    .split(/\{%-?\s*(?=raw\b)/)
    .map((part, index) => (index === 0 ? part : part.slice(Math.max(0, part.indexOf('endraw')))))
    .join('');
}
