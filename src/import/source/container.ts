/** Something that holds files: a folder or an archive. */
import type { Skipped, SourceFile } from './source.ts';

export interface Container {
  readonly files: readonly ContainedFile[];
  readonly skipped: readonly Skipped[];
  close(): void;
}

export interface ContainedFile extends SourceFile {
  /** Where it lies on this computer, unless it is packed. */
  readonly diskPath?: string;
  /** Whether it is the export itself, not a member of a folder or archive. */
  readonly isWhole?: true;
}

export const LINKS = 'links to other files';
export const OUTSIDE = 'files whose path leads out of the export';
export const SPECIAL = 'devices and pipes';
export const UNREADABLE = 'files and folders that cannot be read';

/** By path; the last one of a path counts, as it does for programs that unpack. */
export class FileList {
  readonly skipped: Skipped[] = [];
  readonly #files = new Map<string, ContainedFile>();

  add(file: ContainedFile): void {
    this.#files.set(file.path, file);
  }

  skip(path: string, reason: string): void {
    this.skipped.push({ path, reason });
  }

  get files(): ContainedFile[] {
    return [...this.#files.values()];
  }
}
