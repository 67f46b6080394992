/** Zip files. The only importer of yauzl. */
import { statSync } from 'node:fs';
import { Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { FileList, LINKS, OUTSIDE, type Container } from './container.ts';
import { reasonFor } from './disk-file.ts';
import { MemberCounter } from './limits.ts';
import { isJunk, memberPath } from './member-path.ts';
import { SourceError } from './source.ts';

/**
 * Reads the list of members. Members are read from the file when they are streamed.
 * @param name for messages
 * @throws {SourceError} if it is damaged, encrypted or too large
 */
export async function openZip(file: string, name: string): Promise<Container> {
  let zip: ZipFile | undefined;
  try {
    // Names are decoded below: a name that leads out would end the reading of the list.
    zip = await openPromise(file, { autoClose: false, decodeStrings: false });
    return await readMembers(zip, file, name);
  } catch (error) {
    zip?.close();
    throw error instanceof SourceError ? error : damaged(name, error);
  }
}

async function readMembers(zip: ZipFile, file: string, name: string): Promise<Container> {
  const list = new FileList();
  const counter = new MemberCounter(name, statSync(file).size);
  const directory = new Directory();
  for await (const entry of zip.eachEntry()) {
    const written = nameOf(entry);
    if (/[/\\]$/.test(written)) continue;
    const path = memberPath(written);
    if (path === undefined) list.skip(written.replaceAll('\0', '\uFFFD'), OUTSIDE);
    else if (isJunk(path)) continue;
    else if (isLink(entry)) list.skip(path, LINKS);
    else {
      counter.add(entry.uncompressedSize);
      checkReadable(entry, path, name);
      const number = directory.add(entry);
      const stream = (): AsyncGenerator<Uint8Array> =>
        readMember(zip, directory.entry(number), `${name}, member ${path},`);
      list.add({ path, size: entry.uncompressedSize, stream });
    }
  }
  return { files: list.files, skipped: list.skipped, close: () => zip.close() };
}

/** What reading a member needs. */
const FIELDS = [
  ...(['compressedSize', 'uncompressedSize', 'compressionMethod', 'crc32'] as const),
  ...(['generalPurposeBitFlag', 'relativeOffsetOfLocalHeader'] as const),
];

/** Keeps numbers instead of entries, because large exports have tens of thousands of members. */
class Directory {
  readonly #numbers: number[] = [];

  /** @returns the number of the member */
  add(entry: Entry): number {
    for (const field of FIELDS) this.#numbers.push(entry[field]);
    return this.#numbers.length / FIELDS.length - 1;
  }

  entry(number: number): Entry {
    const start = number * FIELDS.length;
    const numbers = FIELDS.map((field, index) => [field, this.#numbers[start + index]]);
    return Object.assign(new Entry(), Object.fromEntries(numbers));
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Programs of macOS write UTF-8 without saying so. */
function nameOf(entry: Entry): string {
  try {
    return UTF_8.decode(entry.fileNameRaw);
  } catch {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  }
}

const UNIX = 3;
const TYPE = 0o170000;
const LINK = 0o120000;

/** APPNOTE.TXT, section 4.4.15: the upper half holds the mode of the file on Unix. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & TYPE) === LINK;
}

function checkReadable(entry: Entry, path: string, name: string): void {
  if (entry.isEncrypted())
    throw new SourceError(
      `${name} is protected by a password. Unpack it, and import the folder that comes out.`,
    );
  if (!entry.canDecodeFileData())
    throw new SourceError(
      `${name} packs ${path} by a method that Perennial does not know (${entry.compressionMethod}). Unpack it, and import the folder that comes out.`,
    );
}

async function* readMember(zip: ZipFile, entry: Entry, what: string): AsyncGenerator<Uint8Array> {
  try {
    yield* await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw damaged(what, error);
  }
}

function damaged(what: string, error: unknown): SourceError {
  return new SourceError(
    `${what} cannot be read: ${reasonFor(error).replace(/(?<!\.)\.+$/, '')}. It may be damaged or not wholly downloaded; download it again.`,
  );
}
