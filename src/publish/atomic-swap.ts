/** Atomically swaps two folders, through system calls that Node does not offer. */
import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

/** Linux, `renameat2`: paths are relative to the working folder; swap. */
const [AT_FDCWD, RENAME_EXCHANGE] = [-100, 2];
/** macOS, `renamex_np`: swap. */
const RENAME_SWAP = 2;

/**
 * Swaps two folders on one disk, so that both paths exist at all times.
 * @returns false, with nothing changed, where the system or the file system does not support it
 */
export function swapFolders(one: string, other: string): boolean {
  try {
    // An optional dependency, not available on every platform.
    const koffi: typeof Koffi = createRequire(import.meta.url)('koffi');
    const library = koffi.load(null);
    if (process.platform === 'linux') {
      const rename = library.func(
        'int renameat2(int, const char *, int, const char *, unsigned int)',
      );
      return rename(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) === 0;
    }
    if (process.platform === 'darwin') {
      const rename = library.func('int renamex_np(const char *, const char *, unsigned int)');
      return rename(one, other, RENAME_SWAP) === 0;
    }
  } catch {
    // Koffi is not installed, or the C library has no such function.
  }
  return false;
}
