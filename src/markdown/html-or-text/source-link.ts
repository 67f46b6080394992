/** Finds links in angle brackets. */
import { matchAt } from './source-tag.ts';

/** https://spec.commonmark.org/0.31.2/#autolinks, but `<std::list>` is none. */
const AUTOLINK =
  /<(?:(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:\/\/|mailto:|tel:|xmpp:)[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,253})>/iy;
const DESTINATION = /<(?:\\.|[^\n<>\\])*>/y;
const DEFINITION = /^[ \t>]*\[(?!\^)[^[\]\n]+\]:[ \t]*$/;

/**
 * The link with its brackets that starts here, if one does.
 * @param hasBracket whether a `[` stands before it
 */
export function linkAt(text: string, start: number, hasBracket: boolean): string | undefined {
  const autolink = matchAt(AUTOLINK, text, start)?.[0];
  return autolink ?? (hasBracket ? destinationAt(text, start) : undefined);
}

/** `<a b.html>` of `[a](<a b.html>)` and `[a]: <a b.html>`, which may be on the next line */
function destinationAt(text: string, start: number): string | undefined {
  const link = matchAt(DESTINATION, text, start)?.[0];
  // Without its end, the bracket is text to the Markdown parser too.
  if (text.startsWith('](', start - 2)) return link ?? '<';
  if (link === undefined) return undefined;
  let end = start;
  while (/[ \t]/.test(text[end - 1] ?? '')) end--;
  if (text[end - 1] === '\n') end--;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  const after = matchAt(/[ \t]*(?:["'(][^\n]*)?(?=\n|$)/y, text, start + link.length);
  return DEFINITION.test(line) && after !== null ? link : undefined;
}
