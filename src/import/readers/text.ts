/** Texts of exports as plain text. */
import { parseHtml, textOf } from '../../lib/html.ts';

/** Without line breaks, control characters and blanks around. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** One line, with the character references of HTML decoded; tags stay as text. */
export function decoded(text: string): string {
  if (!text.includes('&')) return oneLine(text);
  return oneLine(textOf(parseHtml(text.replaceAll('<', '&lt;'))));
}

/** One line of the text of HTML. A break is a blank. */
export function textOfHtml(html: string): string {
  return oneLine(textOf(parseHtml(html.replace(/<(?:br|\/p|\/div|\/li)\b/gi, ' $&'))));
}
