/** Blanks what a Markdown text shows as code or hides in comments, where nothing is a link. */

const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;
const MARKER = /^[ \t>]*(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:)(?:[ \t]|$)/;
const INDENTED = /^(?: {4}| {0,3}\t)/;
/** Within a paragraph, and no longer than any that a writer would write. */
const SPAN = /(?<![`\\])(`+)(?!`)(?:(?!\n[ \t\r]*\n)[^]){0,5000}?(?<!`)\1(?!`)/g;
const SPAN_OR_COMMENT = new RegExp(`<!--[^]*?-->|${SPAN.source}`, 'g');

/** The text with spaces for code and comments, so that offsets and lines stay. */
export function withoutCode(markdown: string): string {
  const text = withoutBlocks(markdown);
  // Looking for the end of a comment after the last one would take quadratic time.
  const last = text.lastIndexOf('-->');
  const end = last === -1 ? 0 : last + '-->'.length;
  return text.slice(0, end).replace(SPAN_OR_COMMENT, blank) + text.slice(end).replace(SPAN, blank);
}

function withoutBlocks(markdown: string): string {
  let fence: string | undefined;
  let isInList = false;
  let isAfterBlank = true;
  return markdown
    .split('\n')
    .map((line) => {
      if (fence !== undefined) {
        if (closes(line, fence)) fence = undefined;
        return blank(line);
      }
      fence = FENCE.exec(line)?.[1];
      if (fence !== undefined) return blank(line);
      const isBlank = line.trim() === '';
      const isIndented = INDENTED.test(line);
      const isCode = isIndented && isAfterBlank && !isInList && !isBlank;
      if (MARKER.test(line)) isInList = true;
      else if (!isBlank && isAfterBlank && !/^[ \t]/.test(line)) isInList = false;
      isAfterBlank = isBlank || isCode;
      return isCode ? blank(line) : line;
    })
    .join('\n');
}

function closes(line: string, fence: string): boolean {
  const end = line.replace(/^[ \t>]+/, '').trimEnd();
  return end.length >= fence.length && end === (fence[0] ?? '').repeat(end.length);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
