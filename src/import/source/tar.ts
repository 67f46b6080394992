/** Tar files, also gzipped ones. The only importer of tar. */
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Parser, type ReadEntry } from 'tar';
import { FileList, LINKS, OUTSIDE, SPECIAL, type Container } from './container.ts';
import { diskFile, reasonFor } from './disk-file.ts';
import { MemberCounter } from './limits.ts';
import { isJunk, memberPath } from './member-path.ts';
import { SourceError } from './source.ts';
import type { TempFolder } from '../../lib/temp-folder.ts';

/**
 * Unpacks it to `temp`, since members of a tar file cannot be read one by one. Files there are numbered, so
 * that no name of the archive reaches the disk.
 * @param name for messages
 * @throws {SourceError} if it is damaged or too large
 */
export async function openTar(file: string, name: string, temp: TempFolder): Promise<Container> {
  const list = new FileList();
  const counter = new MemberCounter(name, statSync(file).size);
  const writing: Promise<void>[] = [];
  try {
    await parse(file, (entry) => {
      const path = pathOf(entry, list);
      if (path === undefined) {
        entry.resume();
        return;
      }
      counter.add(entry.size);
      const diskPath = temp.newFile();
      list.add(diskFile(path, diskPath, entry.size));
      writing.push(writeEntry(entry, diskPath));
    });
    await Promise.all(writing);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(
      `${name} cannot be read: ${reasonFor(error)}. It may be damaged or not wholly downloaded; download it again.`,
    );
  }
  return { files: list.files, skipped: list.skipped, close: () => {} };
}

/** @param onEntry must consume the entry; what it throws ends the reading */
async function parse(file: string, onEntry: (entry: ReadEntry) => void): Promise<void> {
  const input = createReadStream(file);
  try {
    await new Promise<void>((resolve, reject) => {
      const parser = new Parser({
        strict: true,
        onReadEntry(entry) {
          try {
            onEntry(entry);
          } catch (error) {
            reject(error);
            input.destroy();
          }
        },
      });
      parser.on('end', resolve);
      parser.on('error', reject);
      input.on('error', reject);
      input.pipe(parser);
    });
  } finally {
    input.destroy();
  }
}

async function writeEntry(entry: ReadEntry, diskPath: string): Promise<void> {
  await pipeline(entry, createWriteStream(diskPath));
}

/** @returns `undefined` if the entry is no file to take */
function pathOf({ type, path: written }: ReadEntry, list: FileList): string | undefined {
  if (type === 'Directory' || type === 'GNUDumpDir') return undefined;
  const path = memberPath(written);
  if (path === undefined) list.skip(written, OUTSIDE);
  else if (type === 'SymbolicLink' || type === 'Link') list.skip(path, LINKS);
  else if (!FILES.has(type)) list.skip(path, SPECIAL);
  else if (!isJunk(path)) return path;
  return undefined;
}

const FILES = new Set<ReadEntry['type']>(['File', 'OldFile', 'ContiguousFile']);
