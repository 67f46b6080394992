/** Comments on disk until their entry comes, because a large blog has more of them than fit into memory. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ImportedComment } from './model.ts';

interface Position {
  readonly start: number;
  readonly length: number;
}

/** Close it at the end. */
export class CommentStore {
  readonly #folder = mkdtempSync(join(tmpdir(), 'perennial-import-'));
  readonly #file = openSync(join(this.#folder, 'comments'), 'wx+', 0o600);
  readonly #byEntry = new Map<string, Position[]>();
  #size = 0;

  /** @param entry its text stays in memory */
  add(entry: string, comment: ImportedComment): void {
    const bytes = serialize(comment);
    writeSync(this.#file, bytes, 0, bytes.length, this.#size);
    const positions = this.#byEntry.get(entry) ?? [];
    this.#byEntry.set(entry, positions);
    positions.push({ start: this.#size, length: bytes.length });
    this.#size += bytes.length;
  }

  /** In the order of the export. */
  of(entry: string): ImportedComment[] {
    return (this.#byEntry.get(entry) ?? []).map(({ start, length }) => {
      const bytes = Buffer.alloc(length);
      readSync(this.#file, bytes, 0, length, start);
      const comment: ImportedComment = deserialize(bytes);
      return comment;
    });
  }

  /** Numbers of comments by entry. */
  counts(): Map<string, number> {
    return new Map([...this.#byEntry].map(([entry, { length }]) => [entry, length]));
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
