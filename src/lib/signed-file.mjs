/**
 * Files that a later run of this installation trusts: signed with a secret,
 * bound to their name, owned by the user and writable by nobody else. Plain
 * JavaScript, because the launcher needs it before anything is compiled.
 */
import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.mjs';
import { PROGRAM_CACHE } from './program.mjs';

/** Name of the file with the secret. */
export const SECRET = 'key';

const SECRET_BYTES = 32;
/** Bytes of the HMAC-SHA-256 at the start of each file. */
const SIGNATURE_BYTES = 32;
/** Does not follow links or wait for pipes, on systems that have these flags. */
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const WRITABLE_BY_OTHERS = 0o022;
const ROOT_USER = 0;

/** The content of the file, or `undefined` if this installation has not written exactly that. */
export function readSigned(path) {
  try {
    const bytes = readTrusted(path);
    const content = bytes?.subarray(SIGNATURE_BYTES);
    if (content === undefined) return undefined;
    const expected = signatureOf(path, content);
    const found = bytes.subarray(0, SIGNATURE_BYTES);
    return found.length === SIGNATURE_BYTES && timingSafeEqual(found, expected)
      ? content
      : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file for `readSigned`, and its folder. Readers see all of it or nothing. */
export function writeSigned(path, content) {
  makeTrusted(dirname(path));
  writeAtomically(path, [signatureOf(path, content), content], 0o644);
}

/** Renames a finished file into place, so that other builds never read a partial one. */
export function writeAtomically(path, parts, mode) {
  const temporary = writeTemporary(path, parts, mode);
  try {
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** @throws {Error} if the folder, or something in its place, is a link */
function makeTrusted(folder) {
  makeFolder(folder);
  if (!lstatSync(folder).isDirectory()) throw new Error(`${folder} is not a folder.`);
}

/** @returns the path of the file */
function writeTemporary(path, parts, mode) {
  const temporary = `${path}.${randomUUID()}`;
  try {
    const file = openSync(temporary, 'wx', mode);
    try {
      for (const part of parts) writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return temporary;
}

function readTrusted(path) {
  const file = openSync(path, READ);
  try {
    return isTrusted(fstatSync(file)) ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}

/** Root may change any file anyway. Windows has neither owners nor modes like these. */
function isTrusted(status) {
  if (!status.isFile()) return false;
  const user = process.getuid?.();
  if (user === undefined) return true;
  const isOwn = status.uid === user || status.uid === ROOT_USER;
  return isOwn && (status.mode & WRITABLE_BY_OTHERS) === 0;
}

function signatureOf(path, content) {
  return createHmac('sha256', secret())
    .update(`${basename(path)}\0`)
    .update(content)
    .digest();
}

let known;

/** That of the machines that share a cache, or one of this installation. */
function secret() {
  known ??= process.env['PERENNIAL_CACHE_KEY'] || ownSecret();
  return known;
}

/** Kept outside of the caches that machines share. */
function ownSecret() {
  const path = join(PROGRAM_CACHE, SECRET);
  return keptSecret(path) ?? makeSecret(path);
}

function keptSecret(path) {
  try {
    const kept = readTrusted(path);
    return kept?.length === SECRET_BYTES ? kept : undefined;
  } catch {
    return undefined;
  }
}

function makeSecret(path) {
  const made = randomBytes(SECRET_BYTES);
  try {
    makeTrusted(PROGRAM_CACHE);
    rmSync(path, { force: true, recursive: true });
    const temporary = writeTemporary(path, [made], 0o600);
    try {
      // Unlike a renamed file, a link never replaces the secret of a run that began just now.
      linkSync(temporary, path);
    } finally {
      rmSync(temporary, { force: true });
    }
    return made;
  } catch {
    // Without a file, entries last as long as this process.
    return keptSecret(path) ?? made;
  }
}
