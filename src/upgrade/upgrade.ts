/** Replaces the program's files in a clone by those of a release. */
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Release, ReleaseList } from './fetch-release.ts';
import { mergeManifest, type Json } from './merge-manifest.ts';
import { RELEASE, hashOf, programFiles } from './release.mjs';
import { makeFolder } from '../lib/make-folder.mjs';

/** What an upgrade would do. Paths are relative to the clone. */
export interface UpgradePlan {
  /** Files that the owner has changed, or removed, or added where the release has one. */
  readonly altered: readonly string[];
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** @param current files of the release that the clone has; without it, all that differ count as altered */
export function planUpgrade(
  clone: string,
  current: ReleaseList | undefined,
  release: Release,
): UpgradePlan {
  const paths = new Set([
    ...programFiles(clone),
    ...Object.keys(current?.files ?? {}),
    ...Object.keys(release.files),
  ]);
  const altered: string[] = [];
  const written: string[] = [];
  const removed: string[] = [];
  for (const path of [...paths].toSorted()) {
    const file = join(clone, path);
    const mine = existsSync(file) ? hashOf(file) : undefined;
    const next = release.files[path];
    const old = current?.files[path];
    // What the owner has added stays, unless the release has a file of this name.
    if (mine === next || (old === undefined && next === undefined)) continue;
    if (mine !== old) altered.push(path);
    if (next === undefined) removed.push(path);
    else written.push(path);
  }
  return { altered, written, removed };
}

/** Writes the files of the release, its list of them, and `package.json` with what the owner has added. */
export function applyUpgrade(
  clone: string,
  { written, removed }: UpgradePlan,
  current: ReleaseList | undefined,
  release: Release,
): void {
  for (const path of written) {
    makeFolder(dirname(join(clone, path)));
    copyFileSync(join(release.folder, path), join(clone, path));
  }
  for (const path of removed) rmSync(join(clone, path), { force: true });
  copyFileSync(join(release.folder, 'dist/release.json'), join(clone, RELEASE));
  const file = join(clone, 'package.json');
  const mine: Json = JSON.parse(readFileSync(file, 'utf8'));
  const merged = mergeManifest(mine, current?.manifest, release.manifest);
  writeFileSync(file, `${JSON.stringify(merged, null, 2)}\n`);
}
