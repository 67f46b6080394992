/** Redirects in files of `public/`, which come before those of the build and prevail. */
import * as z from 'zod';
import type { OwnFile } from '../../content/own-files.ts';
import { decoded, type Deployment, type HostReport } from './host.ts';
import { listUrls } from './unsupported.ts';
import { ownValue } from '../../lib/own-value.ts';

/** A redirect as the owner wrote it, in the syntax of the host. */
export interface OwnRule {
  readonly from: string;
  readonly to: string;
}

/** The rules in lines of a `_redirects` file. */
export function rulesIn(lines: readonly string[]): OwnRule[] {
  return ruleLines(lines).map((line) => {
    const [from = '', ...rest] = line.trim().split(/\s+/);
    return { from, to: rest.find((part) => /^(?:\/|https?:)/i.test(part)) ?? '' };
  });
}

/** Lines that are neither empty nor comments. */
export function ruleLines(lines: readonly string[]): string[] {
  return lines.filter((line) => /^\s*[^\s#]/.test(line));
}

/** None if the text is blank. */
export function linesIn(text: string): string[] {
  return text.trim() === '' ? [] : text.trimEnd().split(/\r?\n/);
}

/** Entries of a list in a JSON file, whose fields have other names on each host. */
const Entries = z.array(z.record(z.string(), z.unknown())).catch([]);

/**
 * The rules of a list in a JSON file. One without a target has none.
 * @param names names of the fields, the source first
 */
export function rulesOf(list: unknown, names: readonly [from: string, to: string]): OwnRule[] {
  return Entries.parse(list).flatMap((entry) => {
    const [from, to] = names.map((name) => ownValue(entry, name));
    return typeof from === 'string' ? [{ from, to: typeof to === 'string' ? to : '' }] : [];
  });
}

/** Names redirects of the site that a rule of the file answers first, with another target. */
export function reportShadowed(
  { basePath, redirects }: Deployment,
  own: OwnFile,
  rules: readonly OwnRule[],
  report: HostReport,
): void {
  const literal = new Map<string, OwnRule>();
  for (const rule of rules.toReversed()) literal.set(comparable(rule.from), rule);
  const patterns = rules
    .filter(({ from }) => /[*:(]/.test(from))
    .map((rule) => ({ ...rule, expression: expressionOf(rule.from) }));
  const sources = [
    ...redirects.exact.map(({ from, to }) => ({ from, targets: [to.url, to.canonical] })),
    ...redirects.gone.map(({ from }) => ({ from, targets: [] })),
    ...redirects.patterns.map(({ from, to = '' }) => ({ from, targets: [basePath + to] })),
  ];
  const lost = sources.filter(({ from, targets }) => {
    const path = decoded(basePath) + from;
    const rule =
      literal.get(comparable(path)) ?? patterns.find(({ expression }) => expression.test(path));
    return rule !== undefined && !targets.includes(rule.to);
  });
  if (lost.length > 0)
    report.yields(own, `has rules of its own for ${listUrls(lost)}, which lead elsewhere`);
}

/** Equal for sources that differ only in encoding or the slash at the end. */
function comparable(source: string): string {
  return decoded(source).replace(/\/$/, '');
}

/** Names, stars and groups as the hosts write them: `:name`, `:path*`, `*`, `**`, `(.*)`. */
function expressionOf(source: string): RegExp {
  const parts = decoded(source)
    .split(/(:\w+\*?|\(\.[*+]\)|\*+)/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
      return /^:\w+$/.test(part) ? '[^/]+' : '.*';
    });
  return new RegExp(`^${parts.join('')}$`, 'su');
}
