/** A folder on disk. */
import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { FileList, LINKS, SPECIAL, UNREADABLE, type Container } from './container.ts';
import { diskFile, reasonFor } from './disk-file.ts';
import { MemberCounter } from './limits.ts';
import { isJunk } from './member-path.ts';
import { SourceError } from './source.ts';

/**
 * Follows no links, and opens nothing.
 * @param name for messages
 * @throws {SourceError} if it cannot be read, or holds too many files
 */
export function openFolder(folder: string, name: string): Container {
  const list = new FileList();
  const counter = new MemberCounter(name, Infinity);
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const member of membersOf(join(folder, below), below, list)) {
      const path = below === '' ? member.name : `${below}/${member.name}`;
      if (isJunk(path)) continue;
      if (member.isDirectory()) open.push(path);
      else if (member.isSymbolicLink()) list.skip(path, LINKS);
      else if (!member.isFile()) list.skip(path, SPECIAL);
      else {
        const diskPath = join(folder, path);
        // A name that is not UTF-8 leads nowhere.
        const size = lstatSync(diskPath, { throwIfNoEntry: false })?.size;
        if (size === undefined) {
          list.skip(path, UNREADABLE);
          continue;
        }
        counter.add(size);
        list.add(diskFile(path, diskPath, size));
      }
    }
  }
  return { files: list.files, skipped: list.skipped, close: () => {} };
}

function membersOf(folder: string, path: string, list: FileList): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (path === '') throw new SourceError(`${folder} cannot be read: ${reasonFor(error)}.`);
    list.skip(path, UNREADABLE);
    return [];
  }
}
