/** Removes metadata from WebP. https://developers.google.com/speed/webp/docs/riff_container */
import type { Chunks } from './chunks.ts';
import { orientationOf } from './tiff.ts';

export function stripWebp(bytes: Buffer): Chunks {
  const chunks: Buffer[] = [];
  let frames = 0;
  for (const { name, chunk } of chunksOf(bytes)) {
    if (name === 'VP8X') chunks.push(withoutFlags(chunk));
    else if (!['EXIF', 'XMP '].includes(name)) chunks.push(chunk);
    if (name === 'ANMF') frames++;
  }
  return { chunks: [riffHeader(bytes, chunks), ...chunks], frames };
}

/** Exif orientation, 1 to 8; browsers ignore it. */
export function webpOrientation(bytes: Buffer): number {
  for (const { name, chunk } of chunksOf(bytes)) {
    if (name !== 'EXIF') continue;
    // Some programs write the prefix that it has in a JPEG.
    const exif = chunk.subarray(8);
    return orientationOf(exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif);
  }
  return 1;
}

function* chunksOf(bytes: Buffer): Generator<{ readonly name: string; readonly chunk: Buffer }> {
  const length = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const chunk = bytes.subarray(at, at + 8 + size + (size % 2));
    yield { name, chunk };
    at += chunk.length;
  }
}

/** With the length of the chunks. */
function riffHeader(bytes: Buffer, chunks: readonly Buffer[]): Buffer {
  const riff = Buffer.from(bytes.subarray(0, 12));
  riff.writeUInt32LE(4 + chunks.reduce((sum, { length }) => sum + length, 0), 4);
  return riff;
}

/** Clears the Exif and XMP flags of a VP8X header. */
function withoutFlags(header: Buffer): Buffer {
  const changed = Buffer.from(header);
  changed.writeUInt8(changed.readUInt8(8) & ~0x0c, 8);
  return changed;
}
