/** Finds the end of HTML comments. */
import { matchAt } from './source-tag.ts';

/** A first line that was meant to close its comment: `<!-- more --`. */
const MISCLOSED = /^<!--\s*[^\s-].*(?:--|[-–—]>|--\s+>|--!>)[ \t]*$/;

/** The offset after the comment that starts here, if it is closed and has no other in it. */
export function commentEnd(text: string, start: number): number | undefined {
  if (!text.startsWith('<!--', start)) return undefined;
  const short = matchAt(/<!--(?:-?>)/y, text, start)?.[0];
  if (short !== undefined) return start + short.length;
  const next = text.indexOf('<!--', start + 4);
  const comment = text.slice(start, next === -1 ? text.length : next);
  const end = comment.indexOf('-->', 4);
  if (end === -1) return undefined;
  const lineEnd = comment.indexOf('\n');
  const goesOn = /\n[ \t>]*\n/.test(comment.slice(0, end));
  if (goesOn && MISCLOSED.test(comment.slice(0, lineEnd))) return undefined;
  return start + end + 3;
}
