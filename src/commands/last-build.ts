/** Decides what `npm run build` may use of the last build: its record, and the files of its output. */
import { existsSync } from 'node:fs';
import { isOnlyShipped } from '../eleventy/added-templates.ts';
import { BuildRecord, type Seen } from '../incremental/build-record.ts';
import type { Problem } from '../lib/problem.ts';
import { inProgram } from '../lib/program.mjs';
import type { Project } from '../eleventy/project.ts';
import { OutputFiles } from '../incremental/output-files.ts';
import type { BuildValues } from './build-flags.ts';
import type { BuildFlags } from './run-build.ts';

/** Warnings that the next build may not have: it compares with another site, and asks other hosts again. */
const MOMENTARY: ReadonlySet<string> = new Set([
  ...['address-lost', 'embed-poster-missing', 'embed-posters-unreachable'],
]);

/** Flags that change nothing in a site, without their values. */
const WITHOUT_EFFECT = { cache: '', output: '', full: false, format: '', quiet: false };

/** Whether the next build with the same sources has the same warnings. */
export function areLasting(warnings: readonly Problem[]): boolean {
  return !warnings.some(({ code }) => MOMENTARY.has(code));
}

/**
 * `undefined` if the site depends on more than files, or if they cannot be read.
 * @param seen of the sources, if they need no other look
 */
export function openRecord(flags: BuildValues, seen?: Seen): BuildRecord | undefined {
  const { cache, output, previous, content } = flags;
  const options = { ...flags, ...WITHOUT_EFFECT };
  try {
    if (previous !== undefined || !isOnlyShipped()) return undefined;
    const sources = [content, ...['public', 'templates'].map(inProgram)];
    return new BuildRecord({ cache, output, sources, options }, seen);
  } catch {
    // The build itself tells what is wrong.
    return undefined;
  }
}

/**
 * `undefined` if pages may depend on more than the site, or if the output is gone: whoever keeps the cache
 * alone, such as a host, needs no record of this output either.
 */
export function openFiles(
  { cache, output, full }: Pick<BuildFlags, 'cache' | 'output' | 'full'>,
  { ownCode = '' }: Pick<Project, 'ownCode'>,
): OutputFiles | undefined {
  if (!isOnlyShipped()) return undefined;
  const files = new OutputFiles({ cache, output, ownCode, isFull: full });
  return files.hasLast && !existsSync(output) ? undefined : files;
}
