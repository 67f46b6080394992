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

/** `<a b.html>` of `[a](<a b.html>)` and `[a]: <a b.html>` */
function destinationAt(text: string, start: number): string | undefined {
  const link = matchAt(DESTINATION, text, start)?.[0];
  if (link === undefined) return undefined;
  const before = text.slice(Math.max(0, start - 5), start).trimEnd();
  if (before.endsWith('](')) return link;
  if (!before.endsWith(']:')) return undefined;
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const after = matchAt(/[ \t]*(?:["'(][^\n]*)?(?=\n|$)/y, text, start + link.length);
  return DEFINITION.test(line) && after !== null ? link : undefined;
}
