/** Paths of members: what an export may hold, and what is not worth a word. */

/**
 * The path with forward slashes, and without `.` and empty parts.
 * @param written as in the archive; some programs on Windows write backslashes
 * @returns `undefined` if it leads out of the archive
 */
export function memberPath(written: string): string | undefined {
  const path = written.replaceAll('\\', '/');
  if (path.includes('\0') || path.startsWith('/') || /^[a-z]:/i.test(path)) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}

/** What systems and tools add to folders and archives. */
const JUNK_PARTS = new Set(['__MACOSX', '.git', '.hg', '.svn', 'node_modules']);
const JUNK_NAMES = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** @param path with forward slashes */
export function isJunk(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return (
    name.startsWith('._') || JUNK_NAMES.has(name) || parts.some((part) => JUNK_PARTS.has(part))
  );
}
