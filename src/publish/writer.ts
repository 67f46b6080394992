/** Writes the files of a site and creates their folders. */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { MkdirCache } from './mkdir-cache.ts';

/** Folders of the one build that this thread takes part in. */
const folders = new MkdirCache();

export function makeFolder(folder: string): void {
  folders.make(folder);
}

/** Text is written as UTF-8. */
export function writeFile(path: string, content: string | Uint8Array): void {
  folders.make(dirname(path));
  writeFileSync(path, content);
}
