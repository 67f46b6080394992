/** Skipping of tests that need a program. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTestFile } from './nested-run.ts';

describe('describeWith', () => {
  it('runs the tests when the program exists', () => {
    const run = runTestFile(judgedBy(['node']));
    expect(run).toMatchObject({ status: 0, lastLine: '1 passed, 0 failed, 0 skipped' });
  });

  it('skips by name when the program is missing', () => {
    const run = runTestFile(judgedBy(['wombat', 'quokka']));
    expect(run).toMatchObject({ status: 0, lastLine: '0 passed, 0 failed, 1 skipped' });
    expect(run.output).toContain('judged by wombat > wombat or quokka is not installed');
  });

  it('fails instead of skipping when skips are forbidden', () => {
    const run = runTestFile(judgedBy(['wombat']), { PERENNIAL_NO_SKIP: '1' });
    expect(run).toMatchObject({ status: 1, lastLine: '0 passed, 1 failed, 0 skipped' });
    expect(run.output).toContain('wombat is not installed, and PERENNIAL_NO_SKIP forbids to skip');
  });
});

/** A test file with one test that needs a program. */
function judgedBy(names: string[]): string {
  return `
    import { expect, it } from 'vitest';
    import { describeWith } from ${JSON.stringify(path.join(import.meta.dirname, 'describe-with.ts'))};
    describeWith(${JSON.stringify(names)}, 'judged by ${names[0]}', (program) => {
      it('has a path', () => expect(program).toContain('/'));
    });`;
}
