/** Detects CSS and JavaScript that old editors left in the visible text. */
import { statementEnd } from './statement-end.ts';

export interface SplitText {
  /** The text without the code. */
  readonly rest: string;
  /** The first piece of code; absent if there is none. */
  readonly code?: string;
}

/** Offsets in a text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Separates a text from code in it. */
export function splitCode(text: string): SplitText {
  const [first, ...others] = codeRanges(text);
  if (first === undefined) return { rest: text };
  let rest = '';
  let end = 0;
  for (const range of [first, ...others]) {
    rest += `${text.slice(end, range.start)} `;
    end = range.end;
  }
  return { rest: rest + text.slice(end), code: text.slice(first.start, first.end) };
}

/** Where code is, in the order of the text; ranges with only white space between them are joined. */
export function codeRanges(text: string): Range[] {
  if (!/\{|<!--/.test(text)) return [];
  const found = [...comments(text), ...rules(text), ...scripts(text)];
  found.sort((a, b) => a.start - b.start);
  const joined: Range[] = [];
  for (const { start, end } of found) {
    const last = joined.at(-1);
    if (last !== undefined && isBlank(text, last.end, start))
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

/** Whether there is nothing but white space; also if the end is before the start. */
function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

/** What word processors write into comments. Others are what a writer shows. */
const EDITOR_COMMENT = /\[(?:if|endif)\b|\/\*|\{[^{:}]*[:}]|(?:Start|End)Fragment|@font-face/i;

function comments(text: string): Range[] {
  const ranges: Range[] = [];
  let end = 0;
  for (;;) {
    const start = text.indexOf('<!--', end);
    const close = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (close === -1) return ranges;
    end = close + 3;
    if (EDITOR_COMMENT.test(text.slice(start, end))) ranges.push({ start, end });
  }
}

/** A block in braces, possibly truncated, and a comment after it. */
const BRACES = /\{([^{}]*)(?:\}(?:\s*\/\*[^*]{0,200}\*\/)?|$)/g;
const ELEMENT =
  '(?:a|b|blockquote|body|br|code|div|em|font|h[1-6]|html|i|img|li|ol|p|pre|span|strong|t[dhr]|table|tbody|thead|ul)';
const COMPOUND = `(?:(?:${ELEMENT}|\\*)?(?:(?:[.#@]|::?)[\\w-]+(?:\\([^()]*\\))?)+|${ELEMENT}|\\*)`;
/** A selector before the opening brace. */
const SELECTOR = new RegExp(
  `(?:\\/\\*[^*]{0,200}\\*\\/\\s*)?(?<![\\w.#-])${COMPOUND}(?:(?:\\s*[,>+~]\\s*|\\s+)${COMPOUND})*\\s*$`,
);
const LONGEST_SELECTOR = 400;
const DECLARATION = /^\s*[a-z-]+\s*:\s*\S/;
/** Starts of properties that editors set, to tell CSS from prose in braces. */
const PROPERTY =
  /(?:^|;)\s*(?:-?(?:webkit|moz|ms|mso|o)-|(?:margin|padding|border|font|color|background|text|line|list|display|position|width|height|min|max|float|overflow|vertical|white|page|panose|size)\b)/;

/** `p.p1 {margin: 0; color: red}` */
function rules(text: string): Range[] {
  const ranges: Range[] = [];
  let end = 0;
  for (const match of text.matchAll(BRACES)) {
    const [braces, declarations = ''] = match;
    const head = text.slice(Math.max(end, match.index - LONGEST_SELECTOR), match.index);
    end = match.index + braces.length;
    // An empty block such as `li { }` counts only after other rules.
    if (declarations.trim() === '' ? ranges.length === 0 : !areDeclarations(declarations)) continue;
    const selector = SELECTOR.exec(head)?.[0];
    if (selector === undefined) continue;
    ranges.push({ start: match.index - selector.length, end });
  }
  return ranges;
}

function areDeclarations(text: string): boolean {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  // The last declaration may be truncated before its colon.
  const complete = parts.length > 1 ? parts.slice(0, -1) : parts;
  return complete.every((part) => DECLARATION.test(part)) && PROPERTY.test(text);
}

/** A function, and what calls it at once. */
const FUNCTION =
  /(?:[!(]|(?:\$|jQuery)\((?:document\)\.ready\()?)?\bfunction(?:\s+[\w$]+)?\s*\([\w$,\s]*\)\s*\{/g;
const ADVERTISEMENT =
  /\(adsbygoogle\s*=\s*window\.adsbygoogle\s*\|\|\s*\[\]\)\.push\(\{[^{}]*\}\);?/g;

/** Each function to the end of its statement, and the calls that show advertisements. */
function scripts(text: string): Range[] {
  const ranges = Array.from(text.matchAll(ADVERTISEMENT), ({ 0: call, index }) => ({
    start: index,
    end: index + call.length,
  }));
  let end = 0;
  for (const { index: start } of text.matchAll(FUNCTION)) {
    if (start < end) continue;
    const last = Math.max(...[...';})'].map((character) => text.lastIndexOf(character)));
    end = statementEnd(text, start) ?? last + 1;
    if (/;|\breturn\b/.test(text.slice(start, end))) ranges.push({ start, end });
  }
  return ranges;
}
