/** Looks at the beginning of a file, without reading the rest. */
import type { SourceFile } from '../source/source.ts';

/** Bytes in which a format shows itself. */
const LENGTH = 4096;

/** The first 4 kB as text; a character cut at the end becomes U+FFFD. */
export async function beginningOf(file: SourceFile): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of file.stream()) {
    parts.push(bytes);
    length += bytes.length;
    if (length >= LENGTH) break;
  }
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, LENGTH));
}
