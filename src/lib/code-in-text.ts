/** Detects CSS and JavaScript that old editors left in the visible text. */

export interface SplitText {
  /** The text without the code. */
  readonly rest: string;
  /** The first piece of code; absent if there is none. */
  readonly code?: string;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Separates a text from code in it. */
export function splitCode(text: string): SplitText {
  if (!/\{|<!--/.test(text)) return { rest: text };
  const ranges = [...comments(text), ...rules(text), ...scripts(text)];
  ranges.sort((a, b) => a.start - b.start);
  const [first] = ranges;
  if (first === undefined) return { rest: text };
  let rest = '';
  let end = 0;
  for (const range of ranges) {
    rest += `${text.slice(end, Math.max(end, range.start))} `;
    end = Math.max(end, range.end);
  }
  return { rest: rest + text.slice(end), code: text.slice(first.start, first.end) };
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

const FUNCTION = /[!(]?\bfunction(?:\s+[\w$]+)?\s*\([\w$,\s]*\)\s*\{/;

/** From the first function to its last `;`, `}` or `)`. */
function scripts(text: string): Range[] {
  const start = FUNCTION.exec(text)?.index;
  if (start === undefined) return [];
  const end = 1 + Math.max(...[...';})'].map((character) => text.lastIndexOf(character)));
  return /;|\breturn\b/.test(text.slice(start, end)) ? [{ start, end }] : [];
}
