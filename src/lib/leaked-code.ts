/** Style sheets and scripts that an editor of old has left in the text, where readers see them. */

export interface Parted {
  /** The text without the code. */
  readonly rest: string;
  /** The first piece of code; absent when there is none. */
  readonly code?: string;
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Parts a text from the code in it. */
export function partCode(text: string): Parted {
  if (!/\{|<!--/.test(text)) return { rest: text };
  const pieces = [...comments(text), ...rules(text), ...scripts(text)];
  pieces.sort((a, b) => a.start - b.start);
  const [first] = pieces;
  if (first === undefined) return { rest: text };
  let rest = '';
  let end = 0;
  for (const piece of pieces) {
    rest += `${text.slice(end, Math.max(end, piece.start))} `;
    end = Math.max(end, piece.end);
  }
  return { rest: rest + text.slice(end), code: text.slice(first.start, first.end) };
}

function comments(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (;;) {
    const start = text.indexOf('<!--', end);
    const close = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (close === -1) return pieces;
    end = close + 3;
    pieces.push({ start, end });
  }
}

/** What braces hold, the last of them perhaps cut off, and a comment behind. */
const BRACES = /\{([^{}]*)(?:\}(?:\s*\/\*[^*]{0,200}\*\/)?|$)/g;
const ELEMENT =
  '(?:a|b|blockquote|body|br|code|div|em|font|h[1-6]|html|i|img|li|ol|p|pre|span|strong|t[dhr]|table|tbody|thead|ul)';
const COMPOUND = `(?:(?:${ELEMENT}|\\*)?(?:(?:[.#@]|::?)[\\w-]+(?:\\([^()]*\\))?)+|${ELEMENT}|\\*)`;
/** At the end of what stands before the brace. */
const SELECTOR = new RegExp(
  `(?:\\/\\*[^*]{0,200}\\*\\/\\s*)?(?<![\\w.#-])${COMPOUND}(?:(?:\\s*[,>+~]\\s*|\\s+)${COMPOUND})*\\s*$`,
);
const LONGEST_SELECTOR = 400;
const DECLARATION = /^\s*[a-z-]+\s*:\s*\S/;
/** The beginnings of properties that style sheets of editors set; prose in braces has none of them. */
const PROPERTY =
  /(?:^|;)\s*(?:-?(?:webkit|moz|ms|mso|o)-|(?:margin|padding|border|font|color|background|text|line|list|display|position|width|height|min|max|float|overflow|vertical|white|page|panose|size)\b)/;

/** `p.p1 {margin: 0; color: red}` */
function rules(text: string): Piece[] {
  const pieces: Piece[] = [];
  let behind = 0;
  for (const match of text.matchAll(BRACES)) {
    const [braces, declarations = ''] = match;
    const head = text.slice(Math.max(behind, match.index - LONGEST_SELECTOR), match.index);
    behind = match.index + braces.length;
    // `li { }` says nothing, and is code only among others.
    if (declarations.trim() === '' ? pieces.length === 0 : !areDeclarations(declarations)) continue;
    const selector = SELECTOR.exec(head)?.[0];
    if (selector === undefined) continue;
    pieces.push({ start: match.index - selector.length, end: behind });
  }
  return pieces;
}

function areDeclarations(text: string): boolean {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  // The last one may be cut off before its colon.
  const whole = parts.length > 1 ? parts.slice(0, -1) : parts;
  return whole.every((part) => DECLARATION.test(part)) && PROPERTY.test(text);
}

const FUNCTION = /[!(]?\bfunction(?:\s+[\w$]+)?\s*\([\w$,\s]*\)\s*\{/;

/** From the first function to the end of its last statement. */
function scripts(text: string): Piece[] {
  const start = FUNCTION.exec(text)?.index;
  if (start === undefined) return [];
  const end = 1 + Math.max(...[...';})'].map((sign) => text.lastIndexOf(sign)));
  return /;|\breturn\b/.test(text.slice(start, end)) ? [{ start, end }] : [];
}
