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

/** What programs write beside the Exif. */
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>A. Person</a></x:xmpmeta>';

export type StillFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff';

/** A photograph with Exif, XMP and the profile of Display P3. */
export function photoIn(format: StillFormat, orientation = 1): Promise<Buffer> {
  return noise(60, 40)
    .withIccProfile('p3')
    .withExif(CAMERA)
    .withMetadata({ orientation })
    .withExifMerge(CAMERA)
    .withXmp(XMP)
    .toFormat(format)
    .toBuffer();
}

/** A PNG of 2600 by 700 pixels that takes more than 5 MB. */
export function largePhoto(): Promise<Buffer> {
  const create = { width: 2600, height: 700, channels: 3, background: 'teal' } as const;
  return sharp({ create }).png({ compressionLevel: 0 }).toBuffer();
}

/** A transparent WebP of 30 by 20 pixels. */
export function glass(): Promise<Buffer> {
  const background = { r: 200, g: 60, b: 30, alpha: 0.5 };
  return sharp({ create: { width: 30, height: 20, channels: 4, background } })
    .webp()
    .toBuffer();
}

/** A HEIC as a phone makes it, but without pixels that any program could decode. */
export async function heic(): Promise<Buffer> {
  const text = (await photoIn('avif')).toString('latin1');
  const renamed = text.replaceAll(/avif|av01/g, (name) => (name === 'avif' ? 'heic' : 'hvc1'));
  return Buffer.from(renamed.replaceAll('av1C', 'hvcC'), 'latin1');
}

/** The start of a raw file: a thumbnail that leads to the pixels of the sensor. */
export function rawPhoto(): Buffer {
  const entries = [
    [254, 4, 1, 1],
    [271, 2, 7, 100],
    [330, 4, 1, 90],
    [34_853, 4, 1, 110],
  ];
  const file = Buffer.alloc(200);
  file.write('II*\0\x08\0\0\0', 'latin1');
  file.writeUInt16LE(entries.length, 8);
  for (const [index, [tag = 0, type = 0, count = 0, value = 0]] of entries.entries()) {
    const at = 10 + 12 * index;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
  }
  file.write('Camera\0', 100, 'latin1');
  file.writeUInt16LE(1, 110);
  file.writeUInt16LE(2, 112);
  file.writeUInt16LE(2, 114);
  file.writeUInt32LE(7, 116);
  file.writeUInt32LE(130, 120);
  file.write('Village', 130, 'latin1');
  return file;
}

/** A PNG of one colour. */
export function plain(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
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
