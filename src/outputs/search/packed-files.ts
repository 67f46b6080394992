/** Files of an index as they are published: compressed. */
import { gunzipSync } from 'node:zlib';
import { gzipSync } from 'fflate';

/** A file of the index; its path is relative to the index folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Pagefind's script looks for it, because some servers decompress files themselves. */
const SIGNATURE = Buffer.from('pagefind_dcd');

/** Not by Node.js, whose versions compress differently. */
export function pack(content: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: 6, mtime: 0 });
}

export function unpack(content: Uint8Array): Buffer {
  return gunzipSync(content).subarray(SIGNATURE.length);
}
