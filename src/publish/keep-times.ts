/**
 * Keeps the modification times of files that have not changed. Hosts make
 * `ETag` and `Last-Modified` from it, and `rsync` compares it, so that neither
 * browsers nor uploads transfer such a file again.
 */
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param folder the new site
 * @param previous the site that it replaces
 */
export function keepTimes(folder: string, previous: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    try {
      keepTime(file, join(previous, file.slice(folder.length)));
    } catch {
      // A file that cannot be compared counts as changed.
    }
  }
}

function keepTime(file: string, earlier: string): void {
  const stats = statSync(earlier, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return;
  const { size, ino } = statSync(file);
  // A link to it has its times.
  if (stats.size !== size || stats.ino === ino) return;
  if (readFileSync(file).equals(readFileSync(earlier))) utimesSync(file, stats.atime, stats.mtime);
}
