/** Headers in the `_headers` of `public/`, which prevail over those of the build. */
import type { OwnFile } from '../../content/own-files.ts';
import type { HeaderRule } from './headers.ts';
import type { HostReport } from './host.ts';
import { linesIn } from './own-rules.ts';

/** A rule of the file, of the build, or of both: hosts apply only one rule per path. */
export interface MergedRule extends HeaderRule {
  /** Comments and empty lines above it. */
  readonly above: readonly string[];
  /** What the file says, each as written but for its indentation: `Name: value`, or `! Name`. */
  readonly own: readonly string[];
}

/** The rules of the file, with those of the build after them unless that would override the file. */
export function withOwnHeaders(rules: readonly HeaderRule[], file: string): MergedRule[] {
  const merged = ownRules(file);
  for (const { path, headers: all } of rules) {
    const same = merged.findIndex((rule) => rule.path === path);
    const [rule = { path, above: [], own: [], headers: {} }] =
      same === -1 ? [] : merged.splice(same, 1);
    const known = new Set(rule.own.map(keyOf));
    const headers = Object.fromEntries(
      Object.entries(all).filter(([name]) => !known.has(name.toLowerCase())),
    );
    // Of two values the last one counts, so a rule of the file for fewer pages must come later.
    const narrower = merged.findIndex(
      (other) => covers(path, other.path) && other.own.some((line) => isIn(headers, line)),
    );
    const end = same === -1 ? merged.length : same;
    merged.splice(narrower === -1 ? end : Math.min(narrower, end), 0, { ...rule, headers });
  }
  return merged;
}

/** Names of headers that the file sets although the build does, in lower case. */
export function sharedHeaders(rules: readonly HeaderRule[], file: string): Set<string> {
  return new Set(
    ownRules(file).flatMap(({ path, own }) =>
      own
        .filter((line) => rules.some((rule) => covers(rule.path, path) && isIn(rule.headers, line)))
        .map(keyOf),
    ),
  );
}

/**
 * Headers of a rule that an earlier one sets for the same pages. Those that the file sets twice are
 * left out.
 */
export function inherited({ path, own, headers }: MergedRule, before: readonly MergedRule[]) {
  const earlier = before.filter((rule) => covers(rule.path, path));
  const built = new Set(earlier.flatMap((rule) => Object.keys(rule.headers).map(keyOf)));
  const all = new Set([...built, ...earlier.flatMap((rule) => rule.own.map(keyOf))]);
  return [
    ...own.filter((line) => !line.startsWith('!') && built.has(keyOf(line))).map(nameOf),
    ...Object.keys(headers).filter((name) => all.has(keyOf(name))),
  ];
}

/** Rules of a `_headers` file: a path or URL, and headers below it. */
export function ownRules(text: string): MergedRule[] {
  const rules: MergedRule[] = [];
  let above: string[] = [];
  for (const line of linesIn(text)) {
    const written = line.trim();
    const last = rules.at(-1);
    if (written === '' || written.startsWith('#')) above.push(written);
    else if (last === undefined || /^(?:\/|\w+:\/\/)/.test(written)) {
      rules.push({ path: written, above, own: [], headers: {} });
      above = [];
    } else {
      rules[rules.length - 1] = { ...last, own: [...last.own, ...above, written] };
      above = [];
    }
  }
  const last = rules.pop();
  return last === undefined ? [] : [...rules, { ...last, own: [...last.own, ...above] }];
}

/** @param names headers that the file sets although the build does */
export function reportHeaders(own: OwnFile, names: Iterable<string>, report: HostReport): void {
  const unique = new Map(Array.from(names, (name) => [name.toLowerCase(), name]));
  if (unique.size > 0)
    report.yields(own, `sets headers that the build sets too: ${[...unique.values()].join(', ')}`);
}

function isIn(headers: HeaderRule['headers'], line: string): boolean {
  return Object.keys(headers).some((name) => keyOf(name) === keyOf(line));
}

function nameOf(line: string): string {
  return line.replace(/^!\s*/, '').replace(/(?<!\s)\s*:.*/s, '');
}

function keyOf(line: string): string {
  return nameOf(line).toLowerCase();
}

/** Whether a rule for `path` applies wherever one for `other` does; stars stand for any text. */
function covers(path: string, other: string): boolean {
  const parts = path.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(other);
}
