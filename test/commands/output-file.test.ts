/** The file that a command writes. */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeOutputFile, type FileKind } from '../../src/commands/output-file.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const REPORT: FileKind = { noun: 'report', example: 'report.html', isOwn: () => true };

it('writeOutputFile explains a link that points back to itself', () => {
  const file = path.join(temporaryFolder(), 'report.html');
  symlinkSync('report.html', file);
  expect(writeOutputFile(file, 'text', REPORT)).toBe(
    `Cannot write the report to ${file}: it is a link that points back to itself. Choose another file.`,
  );
});

it('writeOutputFile gives the reason of the system for any other failure', () => {
  const file = path.join(folderWith({ file: '' }), 'file/report.html');
  expect(writeOutputFile(file, 'text', REPORT)).toContain('report.html: not a directory');
});
