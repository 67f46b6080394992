/** Names of files by what is in them. */
import { createHash } from 'node:crypto';

/** Unless two files had the same. */
const DIGITS = 7;

export type NameOf = (hash: string) => string;

/** The beginning of a hash, as long as it takes to tell these hashes apart. */
export function shortNames(hashes: readonly string[]): NameOf {
  const all = new Set(hashes);
  let digits = DIGITS;
  while (new Set([...all].map((hash) => hash.slice(0, digits))).size < all.size) digits++;
  return (hash) => hash.slice(0, digits);
}

export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
