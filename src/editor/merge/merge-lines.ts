/** Brings together two versions of a text, line by line. */
import { diff3MergeRegions } from 'node-diff3';
import { commonPairs } from './common-pairs.ts';

export interface MergedLines {
  readonly text: string;
  /** Lines of theirs that ours replace. */
  readonly lost: readonly string[];
}

/**
 * Where both have changed the same line, ours stays. Lines that both have added at
 * the same place all stay, theirs first.
 * @param base that both were made from
 */
export function mergeLines(base: string, ours: string, theirs: string): MergedLines {
  const before = linesOf(base);
  const own = withIndent(linesOf(ours), before);
  const lost: string[] = [];
  const regions = cutAtAnchors([own, before, linesOf(theirs)]).flatMap(([a = [], o = [], b = []]) =>
    diff3MergeRegions(a, o, b),
  );
  const lines = regions.flatMap((region) => {
    if (region.stable) return region.bufferContent;
    const { aContent: mine, oContent: old, bContent: other } = region;
    if (old.length === 0) return isEqual(mine, other) ? mine : [...other, ...mine];
    // Neighbours, such as the items of a list, are merged one by one.
    const isEach = mine.length === old.length && other.length === old.length;
    const parts = isEach
      ? old.map((_, at) => [mine, old, other].map((all) => all.slice(at, at + 1)))
      : [[mine, old, other]];
    return parts.flatMap(([a = [], o = [], b = []]) => {
      if (isEqual(a, o)) return b;
      if (!isEqual(b, o) && !isEqual(a, b)) lost.push(b.join('\n'));
      return a;
    });
  });
  return { text: lines.join('\n'), lost };
}

/**
 * Cuts texts into short parts that belong together, at lines that each text has exactly once.
 * Comparing takes time that grows with the cube of equal lines, such as blank ones.
 */
function cutAtAnchors(texts: readonly string[][]): string[][][] {
  const [first = [], ...others] = texts.map(linesOnce);
  const anchors = others.reduce(
    (common, lines) => commonPairs(common, lines).flatMap(([at]) => common[at] ?? []),
    first,
  );
  const cuts = texts.map((lines) => {
    const places = new Map(lines.map((line, at) => [line, at]));
    return [0, ...anchors.flatMap((line) => places.get(line) ?? []), lines.length];
  });
  return Array.from({ length: anchors.length + 1 }, (_, part) =>
    texts.map((lines, text) => lines.slice(cuts[text]?.[part], cuts[text]?.[part + 1])),
  );
}

function linesOnce(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => counts.get(line) === 1);
}

function linesOf(text: string): string[] {
  return text.trimEnd().split(/\r\n?|\n/);
}

/** The editor takes away the white space that a text begins with, and which makes its first line code. */
function withIndent(lines: readonly string[], base: readonly string[]): string[] {
  const [first = ''] = base;
  return lines[0] === first.trimStart() ? [first, ...lines.slice(1)] : [...lines];
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n') && a.length === b.length;
}
