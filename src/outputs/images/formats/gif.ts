/** Removes metadata from GIF. https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
import type { Chunks } from './chunks.ts';

export function stripGif(bytes: Buffer): Chunks {
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
