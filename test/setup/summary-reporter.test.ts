/** The summary line at the end of a run counts every failure. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runTestFile } from '../support/nested-run.ts';

const IMPORT = "import { beforeAll, expect, it } from 'vitest';";

it('counts passed, failed and skipped tests, and names the skipped', () => {
  const run = runTestFile(`${IMPORT}
    it('adds', () => expect(1 + 1).toBe(2));
    it('subtracts', () => expect(2 - 1).toBe(2));
    it.skipIf(true)('divides', () => {});
    it('rests', (context) => context.skip('it is Sunday'));`);
  expect(run).toMatchObject({ status: 1, lastLine: '1 passed, 1 failed, 2 skipped' });
  expect(run.output).toContain('skipped: sample.test.ts > divides\n');
  expect(run.output).toContain('skipped: sample.test.ts > rests (it is Sunday)\n');
});

it('names tests that pass only when they are tried again', () => {
  const run = runTestFile(`${IMPORT}
    let tries = 0;
    it('waits', { retry: 1 }, () => expect(++tries).toBe(2));`);
  expect(run).toMatchObject({ status: 0, lastLine: '1 passed, 0 failed, 0 skipped' });
  expect(run.output).toContain('failed at first, then passed: sample.test.ts > waits\n');
});

it('counts a file that cannot be loaded as a failure', () => {
  const run = runTestFile("import './missing.ts';");
  expect(run).toMatchObject({ status: 1, lastLine: '0 passed, 1 failed, 0 skipped' });
});

it('counts a failed setup as a failure', () => {
  const run = runTestFile(`${IMPORT}
    beforeAll(() => { throw new Error('no disk'); });
    it('adds', () => expect(1 + 1).toBe(2));`);
  expect(run.status).toBe(1);
  expect(run.lastLine).toMatch(/^0 passed, [1-9]\d* failed/);
});

it('counts an error outside tests as a failure', () => {
  const run = runTestFile(`${IMPORT}
    it('adds', () => { setTimeout(() => { throw new Error('late'); }); expect(1 + 1).toBe(2); });
    it('waits', () => new Promise((resolve) => setTimeout(resolve, 50)));`);
  expect(run).toMatchObject({ status: 1, lastLine: '2 passed, 1 failed, 0 skipped' });
});

it('writes the summary line to the given file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-summary-'));
  const file = path.join(folder, 'summary.txt');
  runTestFile(`${IMPORT} it('adds', () => expect(1 + 1).toBe(2));`, { TEST_SUMMARY_FILE: file });
  const written = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  expect(written).toBe('1 passed, 0 failed, 0 skipped\n');
});
