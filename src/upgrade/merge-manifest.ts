/** Takes a release's `package.json` without what the owner has changed in it. */
import { isDeepStrictEqual } from 'node:util';

export type Json = Readonly<Record<string, unknown>>;

/**
 * What the owner has changed or added stays; the rest is that of the new release.
 * @param old that of the release that the clone has; without it, the owner has only added
 */
export function mergeManifest(mine: Json, old: Json | undefined, release: Json): Json {
  const merged = Object.keys({ ...mine, ...release }).flatMap((key): [string, unknown][] => {
    const value = mergeValue(mine[key], old && { value: old[key] }, release[key]);
    return value === undefined ? [] : [[key, value]];
  });
  return { ...Object.fromEntries(merged), version: release['version'] };
}

function mergeValue(
  mine: unknown,
  old: { readonly value: unknown } | undefined,
  release: unknown,
): unknown {
  if (isMap(mine) && isMap(release)) {
    const before = old && (isMap(old.value) ? old.value : {});
    const values = Object.keys({ ...mine, ...release }).map((key) => [
      key,
      mergeValue(mine[key], before && { value: before[key] }, release[key]),
    ]);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  }
  const isOwn = old === undefined ? release === undefined : !isDeepStrictEqual(mine, old.value);
  return isOwn ? mine : release;
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
