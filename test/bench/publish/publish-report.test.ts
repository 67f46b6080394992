/** The table of the benchmark of publishing. */
import { expect, it } from 'vitest';
import { publishReport, type Row } from './publish-report.ts';

it('shows the steps, and compares the totals of each round with the yardstick', () => {
  const rows: Row[] = [
    { ...rowOf('Ours', [2, 6]), cache: 'kept' },
    { ...rowOf('Missing', []), note: 'skipped: it is not installed' },
    rowOf('Theirs', [4, 2]),
  ];
  const report = publishReport(rows, 'Theirs');
  expect(report.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
    [
      ...['blog', 'cache', 'clone', 'restore', 'install', 'build', 'total', 'CPU', 'ratio'],
      'the build makes',
    ],
    ['Ours', 'kept', '0.50', '0.25', '0.25', '3.00', '4.00', '7.00', '1.75', 'text only'],
    ['Missing', 'skipped: it is not installed'],
    ['Theirs', 'none', '0.50', '0.25', '0.25', '2.00', '3.00', '7.00', '1.00', 'text only'],
  ]);
});

function rowOf(name: string, totals: readonly number[]): Row {
  const runs = totals.map((total) => ({
    ...{ clone: 0.5, install: 0.25, restore: 0.25 },
    ...{ build: total - 1, total, processor: 7 },
  }));
  return { name, cache: 'none', work: 'text only', runs };
}
