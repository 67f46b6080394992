/** How much an archive may hold. */
import { SourceError } from './source.ts';

/** Google splits the exports of the largest accounts; one of them had 65,000 files. */
const MAX_MEMBERS = 500_000;
const MAX_BYTES = 1024 ** 4;
/** Smaller archives harm nobody: members are read in pieces, never at once. */
const BOMB_BYTES = 1024 ** 3;
/** Text shrinks to a tenth, rarely to a fiftieth. */
const MAX_RATIO = 100;

export class TooManyFiles extends SourceError {}

/**
 * @param members of an archive or folder, and of the archives in it
 * @param name for messages
 * @throws {TooManyFiles}
 */
export function checkCount(members: number, name: string): void {
  if (members > MAX_MEMBERS)
    throw new TooManyFiles(
      `${name} holds more than ${MAX_MEMBERS.toLocaleString('en')} files. Name the file or folder of the export alone.`,
    );
}

/** Counts members while an archive or a folder is opened. */
export class MemberCounter {
  readonly #name: string;
  readonly #packed: number;
  #members = 0;
  #bytes = 0;

  /**
   * @param name for messages
   * @param packed bytes of the archive; `Infinity` for folders
   */
  constructor(name: string, packed: number) {
    this.#name = name;
    this.#packed = packed;
  }

  /**
   * @param bytes size of a member, unpacked
   * @throws {SourceError} if the archive is too large
   */
  add(bytes: number): void {
    this.#members++;
    this.#bytes += bytes;
    checkCount(this.#members, this.#name);
    if (this.#bytes > MAX_BYTES || this.#isBomb())
      throw new SourceError(
        `${this.#name} would unpack to more than ${MAX_RATIO} times its size, or to more than a terabyte, which no export does. Download it again from your old blog.`,
      );
  }

  #isBomb(): boolean {
    return this.#bytes > BOMB_BYTES && this.#bytes > MAX_RATIO * this.#packed;
  }
}
