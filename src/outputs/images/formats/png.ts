/** Removes metadata from PNG. https://www.w3.org/TR/png-3/ */
import { crc32 } from 'node:zlib';
import type { Chunks } from './chunks.ts';
import { exifWith, orientationOf } from './tiff.ts';

/** Ancillary chunks that affect how pixels are shown. */
const PNG_CHUNKS = new Set([
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

/** @param orientation (Exif, 1 to 8), which is kept */
export function stripPng(bytes: Buffer, orientation: number): Chunks {
  const chunks = [bytes.subarray(0, 8)];
  let frames = 0;
  for (const { name, chunk } of chunksOf(bytes)) {
    if (/^[A-Z]/.test(name) || PNG_CHUNKS.has(name)) chunks.push(chunk);
    if (name === 'IHDR' && orientation > 1) chunks.push(orientationChunk(orientation));
    if (name === 'fcTL') frames++;
  }
  return { chunks, frames };
}

/** Exif orientation, 1 to 8. */
export function pngOrientation(bytes: Buffer): number {
  for (const { name, chunk } of chunksOf(bytes))
    if (name === 'eXIf') return orientationOf(chunk.subarray(8, -4));
  return 1;
}

/** Up to the last; what follows is no part of the image. */
function* chunksOf(bytes: Buffer): Generator<{ readonly name: string; readonly chunk: Buffer }> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    yield { name, chunk: bytes.subarray(at, end) };
    if (name === 'IEND') return;
    at = end;
  }
}

function orientationChunk(orientation: number): Buffer {
  const exif = exifWith(orientation);
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), exif, Buffer.alloc(4)]);
  chunk.writeUInt32BE(exif.length, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}
