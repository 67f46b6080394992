/** The program's scripts without comments and blanks. */
import { hash } from 'node:crypto';
import type { minifyScripts } from './minify-scripts.mjs';

type Scripts = Awaited<ReturnType<typeof minifyScripts>>;

/** Part of the bundle; see `bundle.mjs`. */
declare const MINIFIED_SCRIPTS: Scripts | undefined;

const known = new Map<string, string>();
if (typeof MINIFIED_SCRIPTS !== 'undefined') addMinified(MINIFIED_SCRIPTS);

/** For programs that are no bundle. */
export function addMinified(scripts: Scripts): void {
  for (const [key, script] of Object.entries(scripts)) known.set(key, script);
}

/** The short form of a script of the program; any other script as it is. */
export function minified(script: string): string {
  return known.get(hash('sha256', script)) ?? script;
}
