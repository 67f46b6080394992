/** Removes metadata from JPEG. */
import type { Chunks } from './chunks.ts';
import { exifWith } from './tiff.ts';

/**
 * https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B
 * @param orientation (Exif, 1 to 8), which is kept
 */
export function stripJpeg(bytes: Buffer, orientation: number): Chunks {
  const chunks = [bytes.subarray(0, 2)];
  if (orientation > 1)
    chunks.push(Buffer.from('ffe10022', 'hex'), Buffer.from('Exif\0\0'), exifWith(orientation));
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) break;
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    // Pixels follow the header of a scan, up to the next marker.
    if (marker === 0xda) end = endOfScan(bytes, end);
    const segment = bytes.subarray(at, end);
    if (isNeeded(marker, segment)) chunks.push(segment);
    at = end;
  }
  // Drops what follows the end of the image; a truncated file gets no end marker.
  if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) chunks.push(bytes.subarray(at, at + 2));
  return { chunks, frames: 1 };
}

function endOfScan(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isData && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + (isData ? 2 : 1));
  }
  return bytes.length;
}

/** Whether decoders need the segment; colour profiles count. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = segment.toString('latin1', 4, 15);
  return marker === 0xe0
    ? name.startsWith('JFIF')
    : (marker === 0xe2 && name === 'ICC_PROFILE') || (marker === 0xee && name.startsWith('Adobe'));
}
