/** Hosts that have limit for some rules only: which redirects have one, and which make do with a stub. */
import type { Redirect } from '../../site/model.ts';

/** How much a host reads of a file of rules. */
export interface RuleLimit {
  readonly lines: number;
  readonly bytes: number;
}

/** Lines of a file, and the redirects that have no place in it. */
export interface Allocation {
  readonly lines: readonly string[];
  readonly others: readonly Redirect[];
}

/**
 * Takes redirects in their order, and leaves out each for which there is no limit any more.
 * @param linesOf the rules of a redirect, none when the host cannot have any
 */
export function allocate(
  redirects: readonly Redirect[],
  linesOf: (redirect: Redirect) => readonly string[],
  limit: RuleLimit,
): Allocation {
  const lines = new Set<string>();
  const others: Redirect[] = [];
  let bytes = 0;
  for (const redirect of redirects) {
    const own = linesOf(redirect);
    const size = sizeOf(own);
    if (own.length > 0 && lines.size + own.length <= limit.lines && bytes + size <= limit.bytes) {
      for (const line of own) lines.add(line);
      bytes += size;
    } else others.push(redirect);
  }
  return { lines: [...lines], others };
}

/** Bytes of lines in a file. */
export function sizeOf(lines: readonly string[]): number {
  return lines.reduce((size, line) => size + Buffer.byteLength(line) + 1, 0);
}

/** Those first that a stub serves worst; otherwise in their order. */
export function byNeed(redirects: readonly Redirect[]): Redirect[] {
  return redirects.toSorted((a, b) => need(a) - need(b));
}

/** The smaller, the worse is a stub. */
function need({ kind, from, to }: Redirect): number {
  if (kind === 'feed') return 0;
  // The stub is the index of a folder: many hosts redirect to the folder first.
  if (!/\.html?$/i.test(from)) return 1;
  return lastPart(from) === lastPart(to.path) ? 3 : 2;
}

/** `hello` of `/2021/04/hello.html` and `/2021/04/hello/`. */
function lastPart(path: string): string | undefined {
  return /([^/]*?)(?:\.html?)?\/?$/i.exec(path)?.[1];
}
