/** Names of files that browsers keep for good. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { HASHED_FOLDER, portablePath } from './paths.ts';

/** Where a file is published: `/hashed/paper.0123456789ab.svg`. */
export function hashedPath(source: string, content: Uint8Array = readFileSync(source)): string {
  const { name, ext } = posix.parse(source.split(sep).join('/'));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  // Servers look for programs at each ending of a name such as `a.php.png`.
  const plain = name.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-');
  return portablePath(`${HASHED_FOLDER}${plain}.${hash}${ext.toLowerCase()}`);
}
