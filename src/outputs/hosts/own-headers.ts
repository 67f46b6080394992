/** Headers in the `_headers` of `public/`, which prevail over those of the build. */
import type { OwnFile } from '../../content/own-files.ts';
import type { HeaderRule } from './headers.ts';
import type { HostReport } from './host.ts';
import { linesIn } from './own-rules.ts';

/** A rule of the file. */
interface OwnHeaders {
  readonly path: string;
  /** Each as written, without its indentation: `Name: value`, or `! Name`. */
  readonly lines: readonly string[];
}

/** A rule of the build, or the part of one in the file that must come after it. */
export type MergedRule = HeaderRule | OwnHeaders;

/**
 * The rules of the build, and after those that match the same pages, a copy of what the file says
 * about the same headers: of two values, the last one counts.
 */
export function withOwnHeaders(rules: readonly HeaderRule[], text: string): MergedRule[] {
  const merged: MergedRule[] = [...rules];
  for (const { path, lines } of ownRules(text).toReversed()) {
    const covering = merged.filter((rule) => !isOwn(rule) && covers(rule.path, path));
    const known = new Set(
      covering.flatMap((rule) => namesOf(rule)).map((name) => name.toLowerCase()),
    );
    const copied = lines.filter((line) => known.has(nameOf(line).toLowerCase()));
    const last = Math.max(...covering.map((rule) => merged.indexOf(rule)));
    if (copied.length > 0) merged.splice(last + 1, 0, { path, lines: copied });
  }
  return merged;
}

export function isOwn(rule: MergedRule): rule is OwnHeaders {
  return 'lines' in rule;
}

/** Names of the headers that a rule sets or removes. */
export function namesOf(rule: MergedRule): string[] {
  return isOwn(rule) ? rule.lines.map(nameOf) : Object.keys(rule.headers);
}

/** Rules of a `_headers` file: a path, and indented lines below it. */
export function ownRules(text: string): OwnHeaders[] {
  const rules: { path: string; lines: string[] }[] = [];
  for (const line of linesIn(text)) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    if (/^\s/.test(line)) rules.at(-1)?.lines.push(written);
    else rules.push({ path: written, lines: [] });
  }
  return rules;
}

/** @param names headers that the file sets although the build does, in any letter case */
export function reportHeaders(own: OwnFile, names: readonly string[], report: HostReport): void {
  const unique = new Map(names.map((name) => [name.toLowerCase(), name]));
  if (unique.size > 0)
    report.yields(own, `sets headers that the build sets too: ${[...unique.values()].join(', ')}`);
}

function nameOf(line: string): string {
  return line.replace(/^!\s*/, '').replace(/\s*:.*/s, '');
}

/** Whether a rule for `path` applies wherever one for `other` does; stars stand for any text. */
function covers(path: string, other: string): boolean {
  const parts = path.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(other);
}
