/** Compares a lock file with what npm installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether `node_modules` holds every package of `package-lock.json`, in its
 * version. npm records what it installed in `node_modules/.package-lock.json`.
 * @param {string} folder of the lock file
 */
export function isInstalled(folder) {
  const wanted = packagesIn(join(folder, 'package-lock.json'));
  const installed = packagesIn(join(folder, 'node_modules/.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      // The package itself is not installed; optional ones depend on the platform.
      path === '' || optional || (path in installed && installed[path].version === version),
  );
}

/** The packages of a lock file by path; none when there is no such file. */
function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return {};
  }
}
