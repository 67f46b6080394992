/** Reads the pixels of PNG images. */
import sharp from 'sharp';

export interface Png {
  readonly width: number;
  readonly height: number;
  /** Such as `#fbfaf5`. */
  readonly colourAt: (x: number, y: number) => string;
}

export async function readPng(bytes: Buffer): Promise<Png> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const colourAt = (x: number, y: number): string => {
    const start = (y * width + x) * channels;
    return `#${data.toString('hex', start, start + 3)}`;
  };
  return { width, height, colourAt };
}
