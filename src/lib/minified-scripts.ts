/** The program's scripts, minified. */
import { hash } from 'node:crypto';
import type { minifyScripts } from './minify-scripts.mjs';

type Scripts = Awaited<ReturnType<typeof minifyScripts>>;

/** Part of the bundle; see `bundle.mjs`. */
declare const MINIFIED_SCRIPTS: Scripts | undefined;

const known = new Map<string, string>();
if (typeof MINIFIED_SCRIPTS !== 'undefined') addMinified(MINIFIED_SCRIPTS);

/** For Eleventy's own command, which runs the sources without a bundle. */
export function addMinified(scripts: Scripts): void {
  for (const [key, script] of Object.entries(scripts)) known.set(key, script);
}

/** A script of the program minified; any other script as it is. */
export function minified(script: string): string {
  return known.get(hash('sha256', script)) ?? script;
}
