/** Tells the type of an image and its size. */
import { imageSize } from 'image-size';
import type { ImageType } from '../../site/image-model.ts';
import { brandsOf, heifSize } from './formats/heif.ts';
import { pngOrientation } from './formats/png.ts';
import { isRawTiff, isTiff, orientationOf } from './formats/tiff.ts';
import { webpOrientation } from './formats/webp.ts';
import { startTag } from '../../lib/html.ts';
import { isSvg } from './svg-source.ts';

export interface Size {
  readonly type: ImageType;
  /** Pixels as they are stored; of AVIF and HEIC as they are shown. */
  readonly width: number;
  readonly height: number;
  /** Exif orientation, 1 to 8. */
  readonly orientation: number;
}

/** Raw files that start as a TIFF does. */
const RAW_NAME = /\.(?:dng|cr2|nef|nrw|arw|pef|srw|3fr|iiq)$/i;
/** Starts of other raw files: Olympus, Panasonic, Fujifilm. */
const RAW_START = /^(?:IIR[OS]|MMOR|IIU\0|FUJIFILMCCD-RAW)/;
/** Brands of HEIC. https://github.com/nokiatech/heif/wiki/Brands */
const HEIC_BRAND = /^(?:hei[cmsx]|hev[cmsx]|m[is]f1)$/;

/** Types of other programs that some browsers show at most. */
const OTHERS: ReadonlySet<string> = new Set([
  'psd',
  'jp2',
  'j2c',
  'jxl',
  'jxl-stream',
  'dds',
  'icns',
]);
const READABLE: ReadonlySet<string> = new Set(['jpg', 'png', 'gif', 'webp', 'svg', 'bmp', 'tiff']);

const SVG: Size = { type: 'svg', width: 0, height: 0, orientation: 1 };

/**
 * That of an SVG, of which it says only that it is one, depends on what is left of it: `svgSize`.
 * @param name of the file: browsers take any file named `.svg` for one
 * @returns `undefined` for a file that is not an image of a known type
 */
export function sizeOf(bytes: Buffer, name: string): Size | undefined {
  if (isSvg(bytes, name)) return SVG;
  const type = typeOf(bytes, name);
  if (type === 'raw') return { type, width: 0, height: 0, orientation: 1 };
  try {
    // Decoders of AVIF and HEIC turn images themselves.
    if (type !== undefined) return { type, ...heifSize(bytes), orientation: 1 };
    const { type: found = '', width, height, orientation = 1 } = imageSize(withOwnMemory(bytes));
    if (isReadable(found)) {
      const turn = ORIENTATIONS[found]?.(bytes) ?? orientation;
      const [across, down] = [Math.round(width), Math.round(height)];
      return { type: found, width: across, height: down, orientation: turn };
    }
    if (OTHERS.has(found)) return { type: 'other', width, height, orientation: 1 };
  } catch {
    // Not an image.
  }
  return /\.svgz?$/i.test(name) ? SVG : undefined;
}

/** @param attributes of the `svg` element; without a size it is 0 × 0 */
export function svgSize(
  attributes: Readonly<Record<string, string>>,
): Pick<Size, 'width' | 'height'> {
  const { width, height, viewBox } = attributes;
  const sizes = Object.entries({ width, height, viewBox }).flatMap(([name, value]) =>
    value === undefined || value.length > 200 ? [] : [[name, value] as const],
  );
  try {
    const found = imageSize(withOwnMemory(Buffer.from(startTag('svg', Object.fromEntries(sizes)))));
    return { width: Math.round(found.width), height: Math.round(found.height) };
  } catch {
    return { width: 0, height: 0 };
  }
}

/** image-size reads on after the end of a damaged file, into what else Node keeps in the same memory. */
function withOwnMemory(bytes: Buffer): Uint8Array {
  return bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

/** A type that needs more than the size. */
function typeOf(bytes: Buffer, name: string): 'avif' | 'heic' | 'raw' | undefined {
  const brands = brandsOf(bytes);
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  if (brands.includes('crx ')) return 'raw';
  if (brands.some((brand) => HEIC_BRAND.test(brand))) return 'heic';
  if (RAW_START.test(bytes.toString('latin1', 0, 16))) return 'raw';
  return isTiff(bytes) && (RAW_NAME.test(name) || isRawTiff(bytes)) ? 'raw' : undefined;
}

/** `image-size` reads that of JPEG only. */
const ORIENTATIONS: Readonly<Partial<Record<ImageType, (bytes: Buffer) => number>>> = {
  png: pngOrientation,
  webp: webpOrientation,
  tiff: orientationOf,
};

type Readable = Exclude<ImageType, 'avif' | 'heic' | 'raw' | 'other'>;

function isReadable(type: string): type is Readable {
  return READABLE.has(type);
}
