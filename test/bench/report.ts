/** Formats the benchmark's tables. */
import { NAMES } from './contestants.ts';
import type { Result } from './race.ts';
import { median, pairedRatio } from './statistics.ts';
import { number, table } from './table.ts';

export interface SizeResults {
  readonly posts: number;
  readonly results: readonly Result[];
}

/** One row a build: time, memory, output, and the ratios to Hugo on equal work. */
export function sizeReport({ posts, results }: SizeResults): string {
  const hugo = results.find(({ name }) => name === NAMES['hugo-equal']);
  const rows = results.map((result) =>
    result.note === undefined
      ? [
          result.name,
          number(median(result.seconds), 2),
          number(median(result.processorSeconds), 2),
          number(median(result.peaksMiB), 0),
          String(result.files),
          number(result.bytes / 1e6, 1),
          number(pairedRatio(result.seconds, hugo?.seconds ?? []), 2),
          number(pairedRatio(result.processorSeconds, hugo?.processorSeconds ?? []), 2),
        ]
      : [result.name, result.note],
  );
  const head = ['build', 'wall s', 'CPU s', 'peak MiB', 'files', 'MB', 'wall ratio', 'CPU ratio'];
  return `${posts} posts; ratios to Hugo on equal work\n${table([head, ...rows])}`;
}

/** How the time grows from the smallest size to the largest; `undefined` for one size only. */
export function growthReport(sizes: readonly SizeResults[]): string | undefined {
  const sorted = sizes.toSorted((a, b) => a.posts - b.posts);
  const small = sorted[0];
  const large = sorted.at(-1);
  if (small === undefined || large === undefined || small.posts === large.posts) return undefined;
  const rows = small.results.map(({ name }) => {
    const [from, to] = [small, large].map(({ results }) =>
      median(results.find((result) => result.name === name)?.seconds ?? []),
    );
    if (from === undefined || to === undefined) return [name, '-', '-', '-', '-'];
    const first = (from / small.posts) * 1000;
    const last = (to / large.posts) * 1000;
    const added = ((to - from) / (large.posts - small.posts)) * 1000;
    return [name, number(first, 2), number(last, 2), number(added, 2), number(last / first, 2)];
  });
  const head = ['build', `at ${small.posts}`, `at ${large.posts}`, 'each post between', 'growth'];
  return `Milliseconds a post; growth 1.00 is linear, more is worse\n${table([head, ...rows])}`;
}
