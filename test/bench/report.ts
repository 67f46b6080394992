/** Formats the benchmark's tables. */
import { FLOOR, HUGO, PERENNIAL, PERENNIAL_AGAIN, PERENNIAL_NPM } from './contestants.ts';
import { median, pairedRatio } from './statistics.ts';

/** What was measured of one contestant at one size. */
export interface Result {
  readonly name: string;
  /** Why there is nothing to show. */
  readonly note?: string;
  readonly pages: number;
  /** One value a round, in the order of the rounds. */
  readonly seconds: readonly number[];
  readonly peaksMiB: readonly number[];
}

export interface SizeResults {
  readonly posts: number;
  readonly results: readonly Result[];
}

/** One row a contestant: time, memory, pages, and the ratios to Hugo and to the floor. */
export function sizeReport({ posts, results }: SizeResults): string {
  const secondsOf = (name: string): readonly number[] =>
    results.find((result) => result.name === name)?.seconds ?? [];
  const rows = results.map((result) =>
    result.note === undefined
      ? [
          result.name,
          number(median(result.seconds), 2),
          number(median(result.peaksMiB), 0),
          String(result.pages),
          number(pairedRatio(result.seconds, secondsOf(HUGO)), 2),
          number(pairedRatio(result.seconds, secondsOf(FLOOR)), 2),
        ]
      : [result.name, result.note],
  );
  const head = ['build', 'wall s', 'peak MiB', 'pages', 'x Hugo', 'x floor'];
  return `${posts} posts\n${table([head, ...rows])}`;
}

/** How the time grows from the smallest size to the largest; `undefined` for one size only. */
export function growthReport(sizes: readonly SizeResults[]): string | undefined {
  const sorted = sizes.toSorted((a, b) => a.posts - b.posts);
  const small = sorted[0];
  const large = sorted.at(-1);
  if (small === undefined || large === undefined || small.posts === large.posts) return undefined;
  const rows = [PERENNIAL, PERENNIAL_NPM, PERENNIAL_AGAIN, FLOOR, HUGO].map((name) => {
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

export function number(value: number | undefined, digits: number): string {
  return value === undefined ? '-' : value.toFixed(digits);
}

/** Columns of equal width, the first to the left and the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    // A row of two cells is a note, which may be longer than its column.
    Math.max(...rows.map((row) => (row.length > 2 ? (row[column] ?? '').length : 0))),
  );
  const first = Math.max(...rows.map((row) => (row[0] ?? '').length));
  return rows
    .map(([name = '', ...cells]) => {
      const aligned =
        cells.length === 1 ? cells : cells.map((cell, n) => cell.padStart(widths[n + 1] ?? 0));
      return `  ${[name.padEnd(first), ...aligned].join('  ')}`;
    })
    .join('\n');
}
