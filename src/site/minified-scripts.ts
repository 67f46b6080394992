/** The program's scripts without comments and blanks, made with its bundle. */
import { createHash } from 'node:crypto';

/** SHA-256 of a script, in hexadecimal, to its short form. The bundle defines it; see `bundle.mjs`. */
declare const MINIFIED_SCRIPTS: Readonly<Record<string, string>> | undefined;

const known = new Map(
  typeof MINIFIED_SCRIPTS === 'undefined' ? [] : Object.entries(MINIFIED_SCRIPTS),
);

/** The short form of a script of the program; any other script as it is. */
export function minified(script: string): string {
  return known.get(createHash('sha256').update(script).digest('hex')) ?? script;
}
