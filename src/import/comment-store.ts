/** Comments on disk until their entry comes, because a large blog has more of them than fit into memory. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { ImportedComment } from './model.ts';
import { TempFolder } from './source/temp-folder.ts';

/** Close it at the end. */
export class CommentStore {
  readonly #folder = new TempFolder();
  readonly #file = openSync(this.#folder.newFile(), 'wx+', 0o600);
  /** Offsets in the file; each comment ends where the next one starts. */
  readonly #starts: number[] = [];
  /** Numbers of comments by entry: a single one, or all. */
  readonly #byEntry = new Map<string, number | number[]>();
  #size = 0;

  /** @param entry its text stays in memory */
  add(entry: string, comment: ImportedComment): void {
    const number = this.#starts.push(this.#size) - 1;
    this.#size += writeSync(this.#file, JSON.stringify(comment), this.#size);
    const others = this.#byEntry.get(entry);
    if (others === undefined) this.#byEntry.set(entry, number);
    else if (typeof others === 'number') this.#byEntry.set(entry, [others, number]);
    else others.push(number);
  }

  /** In the order of the export. */
  of(entry: string): ImportedComment[] {
    return [this.#byEntry.get(entry) ?? []].flat().map((number) => {
      const start = this.#starts[number] ?? 0;
      const bytes = Buffer.alloc((this.#starts[number + 1] ?? this.#size) - start);
      readSync(this.#file, bytes, 0, bytes.length, start);
      const comment: ImportedComment = JSON.parse(bytes.toString());
      return comment;
    });
  }

  /** Ids of entries with comments, whether the export has them or not. */
  entries(): Iterable<string> {
    return this.#byEntry.keys();
  }

  close(): void {
    closeSync(this.#file);
    this.#folder.close();
  }
}
