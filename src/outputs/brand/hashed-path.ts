/** Names of files that browsers keep for good. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { HASHED_FOLDER } from '../../lib/paths.ts';

/** Where a file is published: `/hashed/paper.0123456789ab.svg`. */
export function hashedPath(source: string, content: Uint8Array = readFileSync(source)): string {
  const { name, ext } = posix.parse(source.split(sep).join('/'));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return `${HASHED_FOLDER}${name}.${hash}${ext}`;
}
