/** Finds folders that were replaced: system watchers keep watching the one that had the path before. */
import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

export class ReplacedFolders {
  /** Absolute path to the identity of the folder; `undefined` while there is none. */
  readonly #known = new Map<string, string | undefined>();
  readonly #roots: ReadonlySet<string>;

  /** @param roots are known even while they are missing */
  constructor(roots: readonly string[]) {
    this.#roots = new Set(roots.map((path) => resolve(path)));
    for (const path of this.#roots) this.add(path);
  }

  /** The watcher has begun to watch a folder. */
  add(path: string): void {
    this.#known.set(resolve(path), identityOf(path));
  }

  /** The watcher may have missed changes of the folder, so `find` is to return it once. */
  doubt(path: string): void {
    const folder = resolve(path);
    if (this.#known.has(folder)) this.#known.set(folder, 'unknown');
  }

  /** The watcher has reported that a folder is gone, and will report that it is back. */
  remove(path: string): void {
    const folder = resolve(path);
    if (this.#roots.has(folder)) this.#known.set(folder, undefined);
    else this.#known.delete(folder);
  }

  /** Absolute paths of folders that have gone, come back or been replaced, without those inside them. */
  find(): string[] {
    const changed = [...this.#known].flatMap(([path, known]) =>
      identityOf(path) === known ? [] : [path],
    );
    return changed.filter((path) => !changed.some((other) => path.startsWith(other + sep)));
  }
}

/** Includes the time of birth, because file systems give the number of a removed folder to the next one. */
function identityOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats?.isDirectory() === true
    ? `${stats.dev}:${stats.ino}:${stats.birthtimeNs}`
    : undefined;
}
