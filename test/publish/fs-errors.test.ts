/** Errors of the file system, in sentences. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeFsError, describeRefusal } from '../../src/publish/fs-errors.ts';
import { temporaryFolder } from '../support/scratch.ts';

function errorOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

function denied(syscall: string, path: string): Error {
  const message = `EACCES: permission denied, ${syscall} '${path}'`;
  return Object.assign(new Error(message), { code: 'EACCES', syscall, path });
}

it('describeRefusal names what the system refuses, also as a cause', () => {
  const cause = errorOf(() => readFileSync('/dev/null/a'));
  expect(describeRefusal(new Error('Failed', { cause }))).toBe(
    "The command stopped: not a directory, open '/dev/null/a'. Mend that, and run it again.",
  );
});

it('describeRefusal names a missing folder for temporary files', () => {
  const missing = join(temporaryFolder(), 'missing/');
  expect(describeRefusal(errorOf(() => mkdtempSync(missing)))).toContain(missing);
});

it('describeRefusal leaves mistakes of the program alone', () => {
  expect(
    describeRefusal(errorOf(() => readFileSync(join(temporaryFolder(), 'a')))),
  ).toBeUndefined();
  expect(describeRefusal(new TypeError('Unexpected.'))).toBeUndefined();
  expect(describeRefusal(null)).toBeUndefined();
});

it('describeFsError tells an unreadable folder from one that is not writable', () => {
  const folder = temporaryFolder();
  expect(describeFsError(denied('scandir', folder), folder)).toContain(
    `${folder} is not readable. Change its permissions, or choose another folder with --output.`,
  );
  expect(describeFsError(denied('mkdir', folder), folder)).toContain(`${folder} is not writable.`);
});
