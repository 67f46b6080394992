/** The table of the benchmark of publishing. */
import { median, pairedRatio } from '../statistics.ts';
import { number, table } from '../table.ts';
import type { Steps } from './publish-blog.ts';

export interface Row {
  readonly name: string;
  /** What the cache has at the start of a run: `none` if the generator has no cache. */
  readonly cache: 'none' | 'empty' | 'kept';
  /** What the build does. */
  readonly work: string;
  /** Why there is nothing to show. */
  readonly note?: string;
  /** One a round, in the order of the rounds. */
  readonly runs: readonly Steps[];
}

const COLUMNS = ['clone', 'restore', 'install', 'build', 'total'] as const;

/** One row a blog and state of its cache: medians of each step, and the ratio to `yardstick`. */
export function publishReport(rows: readonly Row[], yardstick: string): string {
  const totals = (row: Row | undefined): number[] => row?.runs.map(({ total }) => total) ?? [];
  const others = totals(rows.find(({ name }) => name === yardstick));
  const cells = rows.map((row) =>
    row.note === undefined
      ? [
          row.name,
          row.cache,
          ...COLUMNS.map((step) => number(median(row.runs.map((steps) => steps[step])), 2)),
          number(median(row.runs.flatMap(({ processor }) => processor ?? [])), 2),
          number(pairedRatio(totals(row), others), 2),
          row.work,
        ]
      : [row.name, row.note],
  );
  return table([['blog', 'cache', ...COLUMNS, 'CPU', 'ratio', 'the build makes'], ...cells]);
}
