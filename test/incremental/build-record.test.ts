/** Records of builds: what counts as a change. */
import { linkSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { BuildRecord, type BuildInputs, type Seen } from '../../src/incremental/build-record.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const REPORT = { warnings: [], contents: '1 post' };
const NOW = 1000;

interface Blog {
  readonly content: string;
  readonly open: (options?: BuildInputs['options'], seen?: Seen) => BuildRecord;
}

function blog(): Blog {
  const content = folderWith({ 'a.md': 'A', 'b/c.md': 'C' });
  const inputs = { cache: temporaryFolder(), output: folderWith({ 'index.html': '' }) };
  return {
    content,
    open: (options = {}, seen) => new BuildRecord({ ...inputs, sources: [content], options }, seen),
  };
}

it('holds until the time at which the same sources make another site', () => {
  const { open } = blog();
  open().save(REPORT, NOW);
  expect(open().unchanged(NOW - 1)).toEqual(REPORT);
  expect(open().unchanged(NOW)).toBeUndefined();
});

it('is of one build with the same options', () => {
  const { open } = blog();
  open({ drafts: true }).save(REPORT, Infinity);
  expect(open({ drafts: true }).unchanged(NOW)).toEqual(REPORT);
  expect(open({ drafts: false }).unchanged(NOW)).toBeUndefined();
});

it('holds for the same options in another order', () => {
  const { open } = blog();
  open({ drafts: true, strict: false }).save(REPORT, Infinity);
  expect(open({ strict: false, drafts: true }).unchanged(NOW)).toEqual(REPORT);
});

it('takes over what another one has seen of the sources, which may have changed since', () => {
  const { content, open } = blog();
  const { seen } = open();
  open({}, seen).save(REPORT, Infinity);
  expect(open().unchanged(NOW)).toEqual(REPORT);
  writeFileSync(path.join(content, 'a.md'), 'B');
  open({}, seen).save({ ...REPORT, contents: '2 posts' }, Infinity);
  expect(open().unchanged(NOW)).toBeUndefined();
});

it('does not exist when a source changed during the build', () => {
  const { content, open } = blog();
  const record = open();
  writeFileSync(path.join(content, 'a.md'), 'B');
  record.save(REPORT, Infinity);
  expect(open().unchanged(NOW)).toBeUndefined();
});

it('sees another text of the same size, even with the same time', () => {
  const { content, open } = blog();
  const file = path.join(content, 'a.md');
  utimesSync(file, 1, 1);
  open().save(REPORT, Infinity);
  writeFileSync(file, 'B');
  utimesSync(file, 1, 1);
  expect(open().unchanged(NOW)).toBeUndefined();
});

it('sees that a file has another name, and that there is one more', () => {
  const { content, open } = blog();
  open().save(REPORT, Infinity);
  renameSync(path.join(content, 'a.md'), path.join(content, 'd.md'));
  expect(open().unchanged(NOW)).toBeUndefined();
  open().save(REPORT, Infinity);
  linkSync(path.join(content, 'd.md'), path.join(content, 'e.md'));
  expect(open().unchanged(NOW)).toBeUndefined();
});

it('does not exist for sources with links, whose targets may change', () => {
  const { content, open } = blog();
  symlinkSync(temporaryFolder(), path.join(content, 'elsewhere'));
  open().save(REPORT, Infinity);
  expect(open().unchanged(NOW)).toBeUndefined();
});
