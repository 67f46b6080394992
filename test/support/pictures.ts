/** Generates image files. */
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Noise, which no format makes small, so that every size of it is worth having. */
export function noise(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let index = 0; index < pixels.length; index++) {
    // Numbers that look like chance and are the same each time.
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    pixels[index] = state >> 16;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** What a camera writes into a photograph. */
const CAMERA = {
  IFD0: { Make: 'Secret Camera', Artist: 'A. Person' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
};

/** @param orientation as Exif has it: 6 for a camera that was held upright */
export function photograph(width: number, height: number, orientation = 1): Promise<Buffer> {
  return noise(width, height)
    .withExif(CAMERA)
    .withMetadata({ orientation })
    .withExifMerge(CAMERA)
    .jpeg()
    .toBuffer();
}

export function png(width: number, height: number): Promise<Buffer> {
  return noise(width, height).png().toBuffer();
}

/** Squares that change their colour. */
export async function movingGif(width: number, height: number, frames = 3): Promise<Buffer> {
  const pixels = Buffer.concat(
    await Promise.all(
      Array.from({ length: frames }, (_, frame) =>
        noise(width, height)
          .modulate({ hue: frame * 90 })
          .raw()
          .toBuffer(),
      ),
    ),
  );
  const raw = { width, height: height * frames, channels: 3 as const, pageHeight: height };
  return sharp(pixels, { raw })
    .gif({ loop: 0, delay: Array(frames).fill(100) })
    .toBuffer();
}

/** A picture of one colour whose few bytes become so many pixels. */
export function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(10_000_000));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A chunk of PNG. */
export function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(checksum(body), body.length + 4);
  return whole;
}

/** CRC-32. https://www.w3.org/TR/png-3/#D-CRCAppendix */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Whether a published image is the picture that its source is, with no more in it. */
export async function isSamePicture(published: Buffer, source: Buffer): Promise<boolean> {
  if (published.equals(source)) return true;
  const [is, was] = await Promise.all([pixelsOf(published), pixelsOf(source)]);
  return published.length < source.length && is.equals(was);
}

function pixelsOf(image: Buffer): Promise<Buffer> {
  return sharp(image, { pages: -1 }).raw().toBuffer();
}
