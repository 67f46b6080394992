/** Tells code that an editor left behind from code that a writer shows without saying that it is code. */
import { codeRanges, type Range } from './code-in-text.ts';
import { statementEnd } from './statement-end.ts';

/** What an HTML line break is in a text, unlike a line break of the source. */
export const LINE_BREAK = '\u2028';

/**
 * What only programs write: word processors, the text editor of macOS, Blogger,
 * and highlighters that save the stylesheet with the code.
 */
const FINGERPRINT =
  /\bmso-|\bMso[A-Z]|\bpanose-1\s*:|\bso-language\s*:|-webkit-text-stroke|\bApple-|\.tr-caption|\.linenos\b|\b(?:p\.p|span\.s|li\.li|ul\.ul|ol\.ol)\d|\b(?:Font|Style|Page) Definitions\b|\b(?:Start|End)Fragment\b|\[if\b|\badsbygoogle\b/;
/** A whole stylesheet on a single line, as nobody writes it. */
const MIN_RULES = 5;
/** A function that runs at once, on a single line, and changes the page. */
const SCRIPT = /^(?:[!(]|\$\(|jQuery\()[^\n\u2028]{60,}$/;
const PAGE = /\b(?:document|window|jQuery)\b/;

/** Where code that nobody meant to publish begins a text or a line of it. */
export function leakedRanges(text: string): Range[] {
  return codeRanges(text).filter(({ start, end }) => {
    const line = text.slice(text.lastIndexOf(LINE_BREAK, start) + 1, start);
    return line.trim() === '' && isLeaked(text.slice(start, end));
  });
}

function isLeaked(code: string): boolean {
  if (SCRIPT.test(code) && PAGE.test(code)) return statementEnd(code, 0) !== undefined;
  const blocks = code.split('{').length - 1;
  // Without its end, the prose below could be part of it.
  if (code.split('}').length - 1 !== blocks) return false;
  return FINGERPRINT.test(code) || (blocks >= MIN_RULES && !/[\n\u2028]|\bfunction\b/.test(code));
}
