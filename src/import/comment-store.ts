/** Comments on disk until their entry comes, because a large blog has more of them than fit into memory. */
import { DiskList } from '../lib/disk-list.ts';
import type { ImportedComment } from './model.ts';

/** Close it at the end. */
export class CommentStore {
  readonly #comments = new DiskList<ImportedComment>();
  /** Indices of comments by entry: a single one, or all. */
  readonly #byEntry = new Map<string, number | number[]>();

  /** @param entry its text stays in memory */
  add(entry: string, comment: ImportedComment): void {
    const index = this.#comments.add(comment);
    const others = this.#byEntry.get(entry);
    if (others === undefined) this.#byEntry.set(entry, index);
    else if (typeof others === 'number') this.#byEntry.set(entry, [others, index]);
    else others.push(index);
  }

  /** In the order of the export. */
  of(entry: string): ImportedComment[] {
    return [this.#byEntry.get(entry) ?? []].flat().map((index) => this.#comments.at(index));
  }

  /** Ids of entries with comments, whether the export has them or not. */
  entries(): Iterable<string> {
    return this.#byEntry.keys();
  }

  close(): void {
    this.#comments.close();
  }
}
