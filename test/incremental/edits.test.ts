/** A build on top of the last one writes what a full build writes. */
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/scratch.ts';
import { compareBuilds } from './compare-builds.ts';

it('is the same after each of 30 edits as a full build', async () => {
  const options = { folder: temporaryFolder(), seed: 1, edits: 30 };
  const { differences, failed } = await compareBuilds(options);
  expect(differences).toEqual([]);
  expect(failed).toBeLessThan(5);
});

it('has the same cards and search index', async () => {
  const options = { folder: temporaryFolder(), seed: 2, edits: 6, isWhole: true };
  expect((await compareBuilds(options)).differences).toEqual([]);
});
