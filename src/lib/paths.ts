/** Paths below the site's root: how they are written in links, and which file answers for them. */
import { isAbsolute } from 'node:path';

/** Percent-encodes what a URL's path cannot hold (RFC 3986, section 3.3). */
export function encodePath(path: string): string {
  return encodeURI(path.toWellFormed()).replace(/[?#]/g, encodeURIComponent);
}

/** The file that answers for a path: `/a/` is `a/index.html`, `/a.html` is itself. */
export function outputFile(path: string): string {
  const file = path.slice(1);
  if (file === '' || file.endsWith('/')) return `${file}index.html`;
  // Without an extension a host would not know what the file holds.
  return /\.[^/.]+$/.test(file) ? file : `${file}/index.html`;
}

/** The folder of the files beside a page, for its path or its address: `/a/` is its own, `/a.html` has `/a/`. */
export function folderOf(page: string): string {
  return page.endsWith('/') ? page : `${page.replace(/\.html?$/i, '')}/`;
}

/** Two paths with the same folded form are one file on some systems, and one address on Blogger. */
export function foldPath(path: string): string {
  return foldFile(outputFile(path));
}

/** The same for a path as it stands in an address, percent-encoded. */
export function foldAddress(path: string): string {
  return foldPath(decodePath(path) ?? path);
}

/** The same for the name of a file of the output. */
export function foldFile(file: string): string {
  return file.normalize('NFC').toLowerCase();
}

/** What a URL's path says, or `undefined` when it is not percent-encoded rightly. */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Whether a path that `relative` of `node:path` gave leads out of the folder. */
export function isOutside(relativePath: string): boolean {
  return /^\.\.(?:[/\\]|$)/.test(relativePath) || isAbsolute(relativePath);
}

/** Whether an address names a file beside the text: no scheme, no slash, query or fragment first. */
export function isRelative(address: string): boolean {
  return address !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[/?#\\])/i.test(address);
}

/** What a relative address without query and fragment names. */
export interface Beside {
  /** Decoded, without `.` and `..`; `undefined` when the address leaves the folder. */
  readonly path: string | undefined;
  /** The one of the files that has this path, as the file system spells it. */
  readonly file: string | undefined;
}

/** Looks a relative address up among the files of the folder that it starts from. */
export function findBeside(address: string, files: readonly string[]): Beside {
  const path = normalize(decodeAll(address));
  const file = files.find((name) => name.normalize('NFC') === path);
  return { path, file };
}

function decodeAll(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The path without `.` and `..`, or `undefined` when it leaves the folder. */
function normalize(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.normalize('NFC').replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '.' && part !== '..' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Folder of files that never change, below the site's root: another content has another name. */
export const HASHED = '/hashed/';
