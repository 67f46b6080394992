/** Writes images of few colours as PNG. https://www.w3.org/TR/png-3/ */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const BITS = 8;
/** Each pixel is a number of the palette. */
const INDEXED = 3;
/** Higher ones take up to ten times as long to save a tenth of the bytes. */
const LEVEL = 3;

/** Red, green and blue: 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/**
 * @param rows of pixels, each a byte 0 and a byte for each pixel: its number in the palette
 * @param palette 256 colours at most
 */
export function encodePng(
  rows: Uint8Array,
  width: number,
  height: number,
  palette: readonly Colour[],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, INDEXED], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([frame, typed, sum]);
}
