/** A folder for what has to be unpacked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class TempFolder {
  #path: string | undefined;
  #files = 0;
  readonly #remove = (): void => {
    if (this.#path !== undefined) rmSync(this.#path, { recursive: true, force: true });
    this.#path = undefined;
  };

  /** A path for a new file. Creates the folder for the first one. */
  newFile(): string {
    if (this.#path === undefined) {
      this.#path = mkdtempSync(join(tmpdir(), 'perennial-import-'));
      process.once('exit', this.#remove);
    }
    return join(this.#path, String(++this.#files));
  }

  close(): void {
    this.#remove();
    process.removeListener('exit', this.#remove);
  }
}
