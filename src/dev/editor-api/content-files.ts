/** The files of the content, as Git names them. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isPlainFile } from '../../lib/publishable.ts';
import { isLeftover } from '../source-files.ts';
import { innerPath } from './content-paths.ts';

export interface ContentFile {
  /** Begins with the name of the content folder. */
  readonly path: string;
  /** Changes with the content. */
  readonly sha: string;
  readonly size: number;
}

/** A hash of a file that has not changed since. */
interface Known {
  readonly state: string;
  readonly sha: string;
}

/** Bytes of a file that the editor sees. A larger one is a video, and would be read for its hash. */
const MAX_SIZE = 100_000_000n;

export class ContentFiles {
  readonly folder: string;
  #known: ReadonlyMap<string, Known> = new Map();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** All files, sorted by path; none that a link leads to. */
  list(): ContentFile[] {
    const known = new Map<string, Known>();
    const files = this.#filesIn('').flatMap((path) => {
      const stats = lstatSync(join(this.folder, path), { bigint: true });
      if (stats.size > MAX_SIZE) return [];
      const state = `${stats.ino}:${stats.mtimeNs}:${stats.ctimeNs}:${stats.size}`;
      const before = this.#known.get(path);
      const sha =
        before?.state === state ? before.sha : blobHash(readFileSync(join(this.folder, path)));
      known.set(path, { state, sha });
      return [{ path: `${basename(this.folder)}/${path}`, sha, size: Number(stats.size) }];
    });
    this.#known = known;
    return files;
  }

  /** A hash of all files. */
  head(): string {
    const hash = createHash('sha1');
    for (const { path, sha } of this.list()) hash.update(`${sha} ${path}\n`);
    return hash.digest('hex');
  }

  /** @throws {Refusal} for a path outside */
  read(path: string): Buffer | undefined {
    const inner = innerPath(this.folder, path);
    return isPlainFile(this.folder, inner) ? readFileSync(join(this.folder, inner)) : undefined;
  }

  #filesIn(folder: string): string[] {
    const entries = readdirSync(join(this.folder, folder), { withFileTypes: true });
    const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return sorted.flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isLeftover(entry.name)) return [];
      if (entry.isDirectory()) return this.#filesIn(path);
      return entry.isFile() ? [path] : [];
    });
  }
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobHash(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
