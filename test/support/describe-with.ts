/** Groups of tests that are skipped by name when the machine lacks something. */
import { describe, expect, it } from 'vitest';
import { corpusDir } from './corpus.ts';
import { findProgram } from './programs.ts';
import { required } from './required.ts';

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
  const lacking = program === undefined ? `${names.join(' or ')} is not installed` : undefined;
  describeUnless(lacking, title, () => body(required(program)));
}

/**
 * A group of tests that need something that is no program.
 * @param lacking why they cannot run, or `undefined` when they can
 */
export function describeUnless(lacking: string | undefined, title: string, body: () => void): void {
  describe(title, () => {
    if (lacking === undefined) {
      body();
      return;
    }
    it.skipIf(maySkip())(lacking, () => {
      expect.fail(`${lacking}, and PERENNIAL_NO_SKIP forbids to skip`);
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
