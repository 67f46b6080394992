/** Finds the page that `ref`, `relref` or a link to a file means. */
import path from 'node:path';
import type { PlannedEntry } from '../text-site/plan.ts';
import type { HugoConfig } from './config.ts';

export class References {
  /** By path below the root, without extension and `index`. */
  readonly #byPath = new Map<string, string>();
  /** By last part of the path; `undefined` if several pages have it. */
  readonly #byName = new Map<string, string | undefined>();
  readonly #contentDir: string;

  constructor(entries: readonly PlannedEntry[], { contentDir }: HugoConfig) {
    this.#contentDir = contentDir;
    for (const { path: file, head } of entries) {
      const [address] = head.legacyUrls;
      if (address === undefined) continue;
      const key = plain(file);
      if (!this.#byPath.has(key)) this.#byPath.set(key, address);
      const name = path.posix.basename(key);
      this.#byName.set(name, this.#byName.has(name) ? undefined : address);
    }
  }

  /**
   * @param reference `posts/roses.md#red`, `/posts/roses`, `roses`
   * @param folder of the page, below the root
   */
  find(reference: string, folder: string): string | undefined {
    const [target = ''] = reference.trim().split(/[?#]/);
    const rest = reference.trim().slice(target.length);
    if (target === '') return rest === '' ? undefined : rest;
    const key = plain(target);
    const rooted = path.posix.join(this.#contentDir, key);
    const candidates = target.startsWith('/')
      ? [rooted, key.replace(/^\//, '')]
      : [path.posix.join(folder, key), path.posix.join(folder, '..', key), rooted, key];
    const address =
      candidates
        .map((candidate) => this.#byPath.get(candidate))
        .find((found) => found !== undefined) ?? this.#byName.get(path.posix.basename(key));
    return address === undefined ? undefined : address + rest;
  }
}

function plain(file: string): string {
  const stem = file.replace(/\.(?:md|markdown|html?)$/i, '').replace(/\/$/, '');
  return stem.replace(/(?<=[^/])\/index$/, '').toLowerCase();
}
