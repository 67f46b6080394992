/** Tables of the benchmark. */
import { expect, it } from 'vitest';
import { NAMES } from './contestants.ts';
import type { Result } from './race.ts';
import { growthReport, sizeReport } from './report.ts';

const HUGO = resultOf(NAMES['hugo-equal'], [1, 1, 2], [2, 2, 4]);
const COLD = resultOf(NAMES.cold, [2, 2, 4], [3, 3, 6]);

it('compares wall and processor time with those of Hugo on equal work', () => {
  const missing = { ...resultOf(NAMES.hugo, [], []), note: 'skipped: hugo is not installed' };
  expect(cellsOf(sizeReport({ posts: 40, results: [COLD, missing, HUGO] }))).toEqual([
    ['40 posts; ratios to Hugo on equal work'],
    ['build', 'wall s', 'CPU s', 'peak MiB', 'files', 'MB', 'wall ratio', 'CPU ratio'],
    ['Perennial, cold', '2.00', '3.00', '100', '7', '1.5', '2.00', '1.50'],
    ['Hugo, minimal', 'skipped: hugo is not installed'],
    ['Hugo, equal work', '1.00', '2.00', '100', '7', '1.5', '1.00', '1.00'],
  ]);
});

it('shows how time grows from the smallest to the largest blog', () => {
  const sizes = [
    { posts: 100, results: [resultOf(NAMES.cold, [10], [10])] },
    { posts: 10, results: [resultOf(NAMES.cold, [1], [1])] },
  ];
  expect(cellsOf(growthReport(sizes) ?? '').at(-1)).toEqual([
    ...['Perennial, cold', '100.00', '100.00', '100.00', '1.00'],
  ]);
  expect(growthReport(sizes.slice(1))).toBeUndefined();
});

function resultOf(name: string, seconds: number[], processorSeconds: number[]): Result {
  const peaksMiB = seconds.map(() => 100);
  return { name, files: 7, bytes: 1.5e6, seconds, processorSeconds, peaksMiB };
}

function cellsOf(report: string): string[][] {
  return report.split('\n').map((line) => line.trim().split(/ {2,}/));
}
