/** Removes metadata from image files, such as places, cameras and names, without re-encoding pixels. */
import type { ImageType } from '../../site/image-model.ts';

export interface Stripped {
  /** The same object if there was no metadata. */
  readonly bytes: Buffer;
  readonly frames: number;
}

/** @param orientation of a JPEG (Exif, 1 to 8), which is kept */
export function stripMetadata(bytes: Buffer, type: ImageType, orientation: number): Stripped {
  const stripped = STRIPPERS[type]?.(bytes, orientation);
  if (stripped === undefined) return { bytes, frames: 1 };
  const rest = Buffer.concat(stripped.chunks);
  const result = type === 'webp' ? withRiffLength(rest) : rest;
  return { bytes: result.equals(bytes) ? bytes : result, frames: stripped.frames };
}

interface Chunks {
  /** What is left of the file. */
  readonly chunks: readonly Buffer[];
  readonly frames: number;
}

type Stripper = (bytes: Buffer, orientation: number) => Chunks;

const STRIPPERS: Readonly<Partial<Record<ImageType, Stripper>>> = {
  jpg: stripJpeg,
  png: stripPng,
  gif: stripGif,
  webp: stripWebp,
};

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B */
function stripJpeg(bytes: Buffer, orientation: number): Chunks {
  const chunks = [bytes.subarray(0, 2)];
  if (orientation > 1) chunks.push(orientationSegment(orientation));
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

/** Exif with the orientation alone. */
function orientationSegment(orientation: number): Buffer {
  return Buffer.concat([
    Buffer.from('ffe10022', 'hex'),
    Buffer.from('Exif\0\0MM\0*', 'latin1'),
    Buffer.from('00000008000101120003000000010000000000000000', 'hex').map((byte, index) =>
      index === 15 ? orientation : byte,
    ),
  ]);
}

/** Ancillary chunks that affect how pixels are shown. */
const PNG_CHUNKS = new Set([
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

/** https://www.w3.org/TR/png-3/ */
function stripPng(bytes: Buffer): Chunks {
  const chunks = [bytes.subarray(0, 8)];
  let frames = 0;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (/^[A-Z]/.test(name) || PNG_CHUNKS.has(name)) chunks.push(bytes.subarray(at, end));
    if (name === 'fcTL') frames++;
    if (name === 'IEND') break;
    at = end;
  }
  return { chunks, frames };
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function stripGif(bytes: Buffer): Chunks {
  let at = 13 + tableSize(bytes[10] ?? 0);
  const chunks = [bytes.subarray(0, at)];
  let frames = 0;
  while (at < bytes.length) {
    const start = at;
    const kind = bytes[at];
    if (kind === 0x2c) {
      frames++;
      at = endOfBlocks(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0));
      chunks.push(bytes.subarray(start, at));
    } else if (kind === 0x21) {
      const label = bytes[at + 1];
      const name = bytes.toString('latin1', at + 3, at + 14);
      at = endOfBlocks(bytes, at + 2);
      const isLoop = name === 'NETSCAPE2.0' || name === 'ANIMEXTS1.0';
      if (label === 0xf9 || label === 0x01 || (label === 0xff && isLoop))
        chunks.push(bytes.subarray(start, at));
    } else {
      if (kind === 0x3b) chunks.push(bytes.subarray(at, at + 1));
      break;
    }
  }
  return { chunks, frames };
}

function tableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function endOfBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let size = bytes[at] ?? 0; size > 0; size = bytes[at] ?? 0) at += size + 1;
  return at + 1;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function stripWebp(bytes: Buffer): Chunks {
  const chunks = [bytes.subarray(0, 12)];
  let frames = 0;
  const length = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const chunk = bytes.subarray(at, at + 8 + size + (size % 2));
    if (name === 'VP8X') chunks.push(withoutFlags(chunk));
    else if (!['EXIF', 'XMP '].includes(name)) chunks.push(chunk);
    if (name === 'ANMF') frames++;
    at += chunk.length;
  }
  return { chunks, frames };
}

/** Clears the Exif and XMP flags of a VP8X header. */
function withoutFlags(header: Buffer): Buffer {
  const changed = Buffer.from(header);
  changed.writeUInt8(changed.readUInt8(8) & ~0x0c, 8);
  return changed;
}

/** Corrects the length in the RIFF header. */
function withRiffLength(bytes: Buffer): Buffer {
  const riff = Buffer.from(bytes);
  riff.writeUInt32LE(bytes.length - 8, 4);
  return riff;
}
