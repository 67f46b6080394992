/** A folder for what does not fit into memory, or has to be unpacked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Removed when the process ends, if not before. */
const folders = new Set<string>();

export class TempFolder {
  #path: string | undefined;
  #files = 0;

  /** A path for a new file. Creates the folder for the first one. */
  newFile(): string {
    if (this.#path === undefined) {
      this.#path = mkdtempSync(join(tmpdir(), 'perennial-import-'));
      if (folders.size === 0) process.on('exit', removeAll);
      folders.add(this.#path);
    }
    return join(this.#path, String(++this.#files));
  }

  close(): void {
    if (this.#path === undefined) return;
    remove(this.#path);
    this.#path = undefined;
    if (folders.size === 0) process.removeListener('exit', removeAll);
  }
}

function removeAll(): void {
  for (const folder of folders) remove(folder);
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  folders.delete(folder);
}
