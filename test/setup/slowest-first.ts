/** Starts test files of slow folders first, so that no worker is left with them at the end. */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Folders and files below `test/`, the slowest first. The first one builds the
 * corpus; what comes next has no need to wait for that.
 */
const SLOW = [
  ...['corpus/images', 'docs', 'package', 'browser/every-reader', 'validity', 'corpus/same-bytes'],
  ...['browser/lighthouse', 'eleventy', 'browser/languages', 'browser', 'dev'],
  ...['end-to-end', 'corpus', 'outputs'],
];

export class SlowestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => rankOf(a) - rankOf(b)));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const name = path.relative(path.join(import.meta.dirname, '..'), moduleId);
  const rank = SLOW.findIndex((start) => name.startsWith(start));
  return rank === -1 ? SLOW.length : rank;
}
