/** Copies the project like a fresh clone with installed packages, without what its owner has written. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLE, ROOT } from './build-site.ts';
import { temporaryFolder } from './scratch.ts';

/** Not part of a clone, or not to be shared with one. */
const LEFT_OUT = new Set(['node_modules', '_site', '.cache', '.git', 'dist']);

/** What programs keep beside the packages. */
const CACHES = new Set(['.cache', '.vite', '.vite-temp']);

export function copyProject(): string {
  const copy = temporaryFolder('project');
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (source) =>
      !LEFT_OUT.has(path.basename(source)) && source !== path.join(ROOT, 'content'),
  });
  cpSync(EXAMPLE, path.join(copy, 'content'), { recursive: true });
  linkPackages(copy, 'node_modules');
  linkPackages(copy, 'test/node_modules');
  return copy;
}

/** Links each package, so that the copy shares them, but not the caches beside them. */
function linkPackages(copy: string, folder: string): void {
  mkdirSync(path.join(copy, folder));
  for (const name of readdirSync(path.join(ROOT, folder))) {
    if (CACHES.has(name)) continue;
    symlinkSync(path.join(ROOT, folder, name), path.join(copy, folder, name));
  }
}
