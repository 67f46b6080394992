/** Bytes of pictures that need no download. */
import type { SourceFile } from '../source/source.ts';

/** Bytes of a picture in an export. */
const MAX_BYTES = 200_000_000;

/** The picture in a `data:` URL. RFC 2397 */
export function dataFile(url: string): SourceFile | undefined {
  if (!/^data:/i.test(url)) return undefined;
  const comma = url.indexOf(',');
  if (comma === -1) return undefined;
  const head = url.slice(0, comma).toLowerCase();
  const payload = unescapeBytes(url.slice(comma + 1));
  const bytes = Buffer.from(payload, head.endsWith(';base64') ? 'base64' : 'latin1');
  return {
    path: head.startsWith('data:image/svg+xml') ? 'picture.svg' : 'picture',
    size: bytes.length,
    async *stream() {
      yield bytes;
    },
  };
}

/** Percent-encoded bytes as the characters of the same number. */
function unescapeBytes(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** `undefined` for a file that is too large to be a picture of a post. */
export async function readPicture(file: SourceFile): Promise<Buffer | undefined> {
  if (file.size > MAX_BYTES) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of file.stream()) parts.push(part);
  return Buffer.concat(parts);
}
