/** Groups of tests that need what not every machine has, and are skipped by name without it. */
import { describe, expect, it } from 'vitest';
import { corpusDir } from './corpus.ts';
import { findProgram } from './programs.ts';

/**
 * A group of tests that need a program, which goes by any of `names`. Without
 * it one test is skipped by name, or fails when `PERENNIAL_NO_SKIP` is set.
 */
export function describeWith(
  names: readonly string[],
  title: string,
  body: (program: string) => void,
): void {
  const program = findProgram(names);
  describe(title, () => {
    if (program !== undefined) {
      body(program);
      return;
    }
    const reason = `${names.join(' or ')} is not installed`;
    it.skipIf(maySkip())(reason, () => {
      expect.fail(`${reason}, and PERENNIAL_NO_SKIP forbids to skip`);
    });
  });
}

function maySkip(): boolean {
  return (process.env['PERENNIAL_NO_SKIP'] ?? '') === '';
}

/** A group of tests over the corpus; without it one test is skipped by name. */
export function describeWithCorpus(title: string, body: (corpus: string) => void): void {
  describe(title, () => {
    if (corpusDir === undefined) it.skipIf(true)('CORPUS_DIR is not set', () => {});
    else body(corpusDir);
  });
}
