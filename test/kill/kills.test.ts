/** Killed builds; `npm run kills` tries more of them on a larger blog. */
import { expect, it } from 'vitest';
import { killBuilds } from './kill-builds.ts';

it('leaves the old site or the new one, whole', async () => {
  const { old, new: fresh, other, left } = await killBuilds(12, undefined);
  expect(other).toBe(0);
  expect(old + fresh).toBe(12);
  expect(left).toEqual([]);
});
