/** Lets two folders swap their names in one step, which the system can do and Node cannot. */
import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

/** What the functions of the C library take on Linux for "relative to here" and "swap". */
const [AT_FDCWD, RENAME_EXCHANGE] = [-100, 2];
/** The same on macOS. */
const RENAME_SWAP = 2;

/**
 * Swaps the names of two folders on one disk: whoever looks finds the one or the other, never none.
 * @returns whether it was done; else nothing has changed, as the system, the file system or the
 *   library that calls the system knows no way
 */
export function swapFolders(one: string, other: string): boolean {
  try {
    // An optional dependency: there is not a build of it for every machine.
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
    // Not installed, or a C library without the function.
  }
  return false;
}
