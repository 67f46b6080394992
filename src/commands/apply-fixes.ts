/** `npm run check -- --fix`: shows the planned corrections as a diff and makes them. */
import { accessSync, constants, lstatSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Fix, FixPlan } from '../build/plan-fixes.ts';
import { foldFile } from '../lib/paths.ts';
import { displayPath } from '../lib/user-folder.ts';
import { count } from '../lib/wording.ts';
import { reasonOf } from '../publish/fs-errors.ts';
import { makeFolder } from '../lib/make-folder.mjs';

/**
 * Makes all corrections, or none if one would fail.
 * @param print receives the diff and what is left
 * @returns why nothing, or not everything, was changed, in sentences
 */
export function applyFixes(
  { fixes, left }: FixPlan,
  print: (text: string) => void,
): string | undefined {
  const obstacles = fixes.flatMap((fix) => obstacleTo(fix, fixes) ?? []);
  if (obstacles.length > 0) return `${obstacles.join('\n')}\nNothing was changed.`;
  for (const fix of fixes) {
    const failure = apply(fix);
    if (failure !== undefined) return failure;
    print(`${diff(fix)}\n`);
  }
  const reasons = left.map(({ file, reason }) => `  ${displayPath(file)}: ${reason}`);
  if (left.length > 0) print(`Left as it is:\n${reasons.join('\n')}\n`);
  print(fixes.length === 0 ? 'Nothing to change.' : `Changed ${count(fixes.length, 'file')}.`);
  return undefined;
}

/** Why a correction would fail or destroy something: a sentence. */
function obstacleTo({ file, target }: Fix, fixes: readonly Fix[]): string | undefined {
  if (!isWritable(file)) return `${displayPath(file)} is read-only: change its permissions.`;
  if (file === target) return undefined;
  const posts = dirname(file);
  if (!isWritable(posts)) return `${displayPath(posts)} is read-only: change its permissions.`;
  const rivals = fixes.filter((fix) => foldFile(fix.target) === foldFile(target));
  if (rivals.length > 1 || exists(target))
    return `${displayPath(file)} would be written over another file at ${displayPath(target)}: rename one of them.`;
  return exists(dirname(target)) && !isWritable(dirname(target))
    ? `${displayPath(dirname(target))} is read-only: change its permissions.`
    : undefined;
}

/** Whether the owner may write, even if the user is root, who always may. */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return (lstatSync(path).mode & constants.S_IWUSR) !== 0;
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function apply({ file, target, text, lines }: Fix): string | undefined {
  try {
    if (lines.length > 0) writeFileSync(file, text);
    if (file === target) return undefined;
    makeFolder(dirname(target));
    renameSync(file, target);
    return undefined;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return `Cannot change ${displayPath(file)}: ${reason}. The files above are changed, the others are not.`;
  }
}

/** Characters of a line that are shown; stylesheets can be on one line of thousands. */
const LONGEST_LINE = 300;

/** In unified format, without context. */
function diff({ file, target, lines }: Fix): string {
  let removed = 0;
  return [
    `--- ${displayPath(file)}`,
    `+++ ${displayPath(target)}`,
    ...lines
      .toSorted((a, b) => a.line - b.line)
      .flatMap(({ line, before, after }) => {
        const isRemoved = after === undefined;
        if (isRemoved) removed++;
        const place = `@@ -${line} +${line - removed}${isRemoved ? ',0' : ''} @@`;
        return [place, `-${shorten(before)}`, ...(isRemoved ? [] : [`+${shorten(after)}`])];
      }),
  ].join('\n');
}

function shorten(line: string): string {
  const rest = line.length - LONGEST_LINE;
  return rest <= 0
    ? line
    : `${line.slice(0, LONGEST_LINE)}\u2026 and ${count(rest, 'more character')}`;
}
