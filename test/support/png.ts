/** Reads the images that Perennial writes: 8 bits a pixel, a palette, no filter. */
import { inflateSync } from 'node:zlib';

export interface Png {
  readonly width: number;
  readonly height: number;
  /** Such as `#fbfaf5`. */
  readonly colourAt: (x: number, y: number) => string;
}

export function readPng(bytes: Buffer): Png {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const part = (name: string): Buffer => {
    const found = chunks.get(name);
    if (found === undefined) throw new Error(`The image has no ${name}.`);
    return found;
  };
  const [width, height] = [part('IHDR').readUInt32BE(0), part('IHDR').readUInt32BE(4)];
  const rows = inflateSync(part('IDAT'));
  const colourAt = (x: number, y: number): string => {
    const index = rows[y * (width + 1) + 1 + x] ?? 0;
    return `#${part('PLTE').toString('hex', index * 3, index * 3 + 3)}`;
  };
  return { width, height, colourAt };
}
