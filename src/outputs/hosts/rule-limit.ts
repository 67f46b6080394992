/** Decides which redirects get a rule when the host reads only so many. */
import type { Redirect } from '../../site/model.ts';

/** How much of a rules file the host reads. */
export interface RuleLimit {
  readonly lines: number;
  readonly bytes: number;
}

export interface Allocation {
  readonly lines: readonly string[];
  /** Redirects without a rule, which need a stub. */
  readonly stubs: readonly Redirect[];
}

/**
 * Gives rules to the redirects that a stub serves worst.
 * @param linesOf the rules of a redirect; none if the host cannot express it
 */
export function allocate(
  redirects: readonly Redirect[],
  linesOf: (redirect: Redirect) => readonly string[],
  limit: RuleLimit,
): Allocation {
  const lines = new Set<string>();
  const stubs: Redirect[] = [];
  let bytes = 0;
  for (const redirect of redirects.toSorted((a, b) => rank(a) - rank(b))) {
    const own = linesOf(redirect);
    const size = sizeOf(own);
    if (own.length > 0 && lines.size + own.length <= limit.lines && bytes + size <= limit.bytes) {
      for (const line of own) lines.add(line);
      bytes += size;
    } else stubs.push(redirect);
  }
  return { lines: [...lines], stubs };
}

/** Bytes of the lines in a file. */
export function sizeOf(lines: readonly string[]): number {
  return lines.reduce((size, line) => size + Buffer.byteLength(line) + 1, 0);
}

/** The lower, the worse a stub would serve. */
function rank({ kind, from, to }: Redirect): number {
  if (kind === 'feed') return 0;
  // The stub is a folder's index, which costs another redirect on many hosts.
  if (!/\.html?$/i.test(from)) return 1;
  return basename(from) === basename(to.path) ? 3 : 2;
}

/** `hello` of `/2021/04/hello.html` and `/2021/04/hello/`. */
function basename(path: string): string | undefined {
  return path
    .replace(/(?:\.html?)?\/?$/i, '')
    .split('/')
    .at(-1);
}
