/** Opens a file of the user as what it is: an archive, or the export itself. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Container, ContainedFile } from './container.ts';
import { diskFile, reasonFor } from './disk-file.ts';
import { SourceError } from './source.ts';
import { openTar } from './tar.ts';
import type { TempFolder } from '../../lib/temp-folder.ts';
import { openZip } from './zip.ts';

/**
 * @param file where it lies
 * @param name for messages; its last part names the file in the source
 * @throws {SourceError} if it cannot be read
 */
export async function openFile(file: string, name: string, temp: TempFolder): Promise<Container> {
  const start = startOf(file, name);
  if (start.length === 0)
    throw new SourceError(`${name} is empty. Download the export again from your old blog.`);
  const archive = UNKNOWN_ARCHIVES.find(({ magic }) => hasAt(start, magic));
  if (archive !== undefined)
    throw new SourceError(
      `${name} is ${archive.label}, which Perennial cannot open. Unpack it, and import the folder that comes out.`,
    );
  if (ZIPS.some((magic) => hasAt(start, magic))) return openZip(file, name);
  if (isTar(start)) return openTar(file, name, temp);
  if (!hasAt(start, '\x1F\x8B')) {
    const { size } = statSync(file);
    return oneFile(diskFile(path.basename(name), file, size));
  }
  const unpacked = gunzipped(file, name, start);
  return isTar(await startOfStream(unpacked)) ? openTar(file, name, temp) : oneFile(unpacked);
}

/** Archives begin with these; so do zip files without members, and parts of split ones. */
const ZIPS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

const UNKNOWN_ARCHIVES = [
  { magic: 'Rar!', label: 'a RAR archive' },
  { magic: '7z\xBC\xAF\x27\x1C', label: 'a 7z archive' },
  { magic: '\xFD7zXZ\x00', label: 'an xz archive' },
  { magic: 'BZh', label: 'a bzip2 archive' },
  { magic: '\x28\xB5\x2F\xFD', label: 'a zstd archive' },
];

const START = 512;
/** Magic number of a tar header and where it stands. */
const TAR = { magic: 'ustar', at: 257 };

function isTar(start: Buffer): boolean {
  return hasAt(start, TAR.magic, TAR.at);
}

function hasAt(start: Buffer, magic: string, at = 0): boolean {
  return start.subarray(at, at + magic.length).toString('latin1') === magic;
}

function startOf(file: string, name: string): Buffer {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(START);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, START, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new SourceError(`${name} cannot be read: ${reasonFor(error)}.`);
  }
}

async function startOfStream({ stream }: ContainedFile): Promise<Buffer> {
  let start = Buffer.alloc(0);
  for await (const bytes of stream()) {
    start = Buffer.concat([start, bytes]);
    if (start.length >= START) break;
  }
  return start;
}

/** A single file that was gzipped, such as `feed.xml.gz`. */
function gunzipped(file: string, name: string, start: Buffer): ContainedFile {
  return {
    path: path.basename(name).replace(/\.t?gz$/i, '') || path.basename(name),
    size: start.length,
    async *stream() {
      const input = createReadStream(file);
      const output = createGunzip();
      input.on('error', (error) => output.destroy(error));
      try {
        yield* input.pipe(output);
      } catch (error) {
        throw new SourceError(
          `${name} cannot be unpacked: ${reasonFor(error)}. It may be damaged or not wholly downloaded; download it again.`,
        );
      } finally {
        input.destroy();
      }
    },
  };
}

function oneFile(file: ContainedFile): Container {
  return { files: [{ ...file, isWhole: true }], skipped: [], close: () => {} };
}
