/** Site paths: encoding, output files and normalization. */
import { hash } from 'node:crypto';
import { isAbsolute } from 'node:path';

/** Percent-encodes a path (RFC 3986, section 3.3). */
export function encodePath(path: string): string {
  return encodeURI(path.toWellFormed()).replace(/[?#]/g, encodeURIComponent);
}

/** Output file of a path: `a/index.html` for `/a/`, `a.html` for `/a.html`. */
export function outputFile(path: string): string {
  const file = path.slice(1);
  if (file === '' || file.endsWith('/')) return `${file}index.html`;
  // A host cannot tell the type of a file without an extension.
  return /\.[^/.]+$/.test(file) ? file : `${file}/index.html`;
}

/** Folder of a page's attachments, as path or URL: `/a/` for both `/a/` and `/a.html`. */
export function folderOf(page: string): string {
  return page.endsWith('/') ? page : `${page.replace(/\.html?$/i, '')}/`;
}

/** Case-folded output file. Equal for paths that are one file on some systems, and one URL on Blogger. */
export function foldPath(path: string): string {
  return foldFile(outputFile(path));
}

/** `foldPath` for a percent-encoded path. */
export function foldAddress(path: string): string {
  return foldPath(decodePath(path) ?? path);
}

/** `foldPath` for an output file. */
export function foldFile(file: string): string {
  return file.normalize('NFC').toLowerCase();
}

/** Decodes a path; `undefined` if its percent-encoding is invalid. */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Decodes what is percent-encoded, and keeps every other `%`: `100%%20fun` becomes `100% fun`. */
export function decodeLoosely(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => decodePath(encoded) ?? encoded);
}

/** Whether a result of `path.relative` lies outside the folder. */
export function isOutside(relativePath: string): boolean {
  return /^\.\.(?:[/\\]|$)/.test(relativePath) || isAbsolute(relativePath);
}

/** Whether a URL is relative to the post: no scheme, and no leading slash, query or fragment. */
export function isRelative(address: string): boolean {
  return address !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[/?#\\])/i.test(address);
}

export interface ResolvedAttachment {
  /** Decoded and normalized; `undefined` if it leads out of the folder. */
  readonly path: string | undefined;
  /** The matching file, spelled as in `files`. */
  readonly file: string | undefined;
}

/**
 * Resolves a relative URL, without query and fragment, to an attachment. Without a file of
 * exactly this name, the only one of a similar name counts, as it does on most desktops.
 */
export function resolveAttachment(url: string, files: readonly string[]): ResolvedAttachment {
  const path = normalize(decodeLoosely(url));
  if (path === undefined || path === '') return { path, file: undefined };
  const file = files.find((name) => name.normalize('NFC') === path) ?? similarFile(path, files);
  return { path, file };
}

function similarFile(path: string, files: readonly string[]): string | undefined {
  const key = similarityKey(path);
  const similar = files.filter((name) => similarityKey(name) === key);
  return similar.length === 1 ? similar[0] : undefined;
}

/** Equal for names that differ in case, in kinds of spaces, or in how often they are encoded. */
function similarityKey(name: string): string {
  return foldFile(decodeLoosely(name).normalize('NFKC'));
}

/** Resolves `.` and `..`; `undefined` if the path leads out of the folder. */
function normalize(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.normalize('NFC').replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '.' && part !== '..' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Folder of immutable files, which are named by content hash. */
export const HASHED_FOLDER = '/hashed/';

/** In the folder of the search index: the words of the site by first letter, as JSON. */
export const WORD_FILES: readonly string[] = Array.from(
  { length: 16 },
  (_, number) => `words-${number}.json`,
);

/** In the same folder: the pictures of posts, as JSON. */
export const PICTURES_FILE = 'pictures.json';

/** File systems allow 255 bytes in a name; an ending such as `.tmp` may follow. */
const MAX_PART_BYTES = 200;
/** In a whole path; `index.html` may follow. */
const MAX_PATH_BYTES = 980;

/** Names of devices, and the ends that Windows cuts off. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const NOT_ON_WINDOWS =
  /^(?:con|prn|aux|nul|com[1-9\xb9\xb2\xb3]|lpt[1-9\xb9\xb2\xb3])(?:\.|$)|[. ]$/i;

/** Whether every file system can hold a file of this path. */
export function isPortable(path: string): boolean {
  return Buffer.byteLength(path) <= MAX_PATH_BYTES && path.split('/').every(isPortablePart);
}

function isPortablePart(part: string): boolean {
  return (
    !NOT_ON_WINDOWS.test(part) && !/\p{Cc}/u.test(part) && Buffer.byteLength(part) <= MAX_PART_BYTES
  );
}

/**
 * The path of a file or page as every file system can hold it: what is too long is cut, and a hash
 * takes the place of the rest, or follows a name that Windows has for something else.
 */
export function portablePath(path: string): string {
  if (isPortable(path)) return path;
  const parts = path.split('/').map(portablePart);
  const whole = parts.join('/');
  if (Buffer.byteLength(whole) <= MAX_PATH_BYTES) return whole;
  let kept = '';
  for (const part of parts.slice(1)) {
    if (Buffer.byteLength(`${kept}/${part}`) > MAX_PATH_BYTES - MAX_PART_BYTES) break;
    kept += `/${part}`;
  }
  return `${kept}/${shortHash(path)}${path.endsWith('/') ? '/' : endingOf(path)}`;
}

function portablePart(part: string): string {
  if (isPortablePart(part)) return part;
  const ending = endingOf(part);
  const stem = cutBytes(part.slice(0, part.length - ending.length), MAX_PART_BYTES - 30);
  return `${stem.replace(/[. \p{Cc}]+/gu, '-')}-${shortHash(part)}${ending}`;
}

/** The ending of a file name, unless it is too long to be one. */
function endingOf(name: string): string {
  return /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';
}

/** The first characters, without half of one. */
export function cutBytes(text: string, bytes: number): string {
  const cut = new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });
  return cut.toWellFormed();
}

/** Tells texts with the same beginning apart. */
export function shortHash(text: string): string {
  return hash('sha1', text).slice(0, 10);
}
