/** Images of the model: plain data, which can be sent to a thread. */

/** Where pages show an image: in the text column, across column and margin, across the screen, in a row, or as an author's portrait. */
export type Use = 'column' | 'wide' | 'full' | 'row' | 'portrait';

/**
 * What an image is encoded for, besides its use: to be `shown` by browsers that do not know its
 * type, for the `preview` of a link, or to be `republished` smaller or upright at its own address.
 */
export type Purpose = Use | 'shown' | 'preview' | 'republished';

/** `raw` is what a camera's sensor saw, such as DNG and NEF; `other` is for programs, such as PSD. */
export type ImageType =
  | 'jpg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'svg'
  | 'bmp'
  | 'heic'
  | 'tiff'
  | 'raw'
  | 'other';

/** Read from the bytes of a file. */
export interface ImageInfo {
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly type: ImageType;
  /** Pixels, upright. 0 for an SVG without a size, and for a raw file. */
  readonly width: number;
  readonly height: number;
  /** Exif orientation that a decoder must apply, 1 to 8. */
  readonly orientation: number;
  /** 1 for a still image. */
  readonly frames: number;
  /** Whether the file is published without its metadata or, for an SVG, without its scripts. */
  readonly isCleaned: boolean;
  /** Why an empty SVG replaces this one, which cannot be cleaned: a clause. */
  readonly refusal?: string;
  /** Size of the file without metadata. */
  readonly bytes: number;
}

export const MEDIA_TYPES: Readonly<Record<ImageType, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  heic: 'image/heic',
  tiff: 'image/tiff',
  raw: 'application/octet-stream',
  other: 'application/octet-stream',
};

/** The same image in another size or format. */
export interface Version {
  /** Below the site's root. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Media type. */
  readonly type: 'image/avif' | 'image/webp' | 'image/jpeg' | 'image/png' | 'image/tiff';
  /** Whether it shows one frame of an animation. */
  readonly isStill: boolean;
  readonly bytes: number;
}

export interface Image extends ImageInfo {
  /** Path of the file. */
  readonly source: string;
  /** Below the site's root, decoded. */
  readonly path: string;
  /** Absent if no page shows it. */
  readonly use: Use | undefined;
  /** Whether all browsers show the file. */
  readonly isForBrowsers: boolean;
  /** Versions with fewer bytes, by width. */
  readonly versions: readonly Version[];
  /** What pages show instead of a file that browsers do not. */
  readonly shown?: Version | undefined;
  /** What link previews show instead of a file that other sites do not. */
  readonly preview?: Version | undefined;
  /** What is published at `path` instead of the file: smaller or upright. */
  readonly republished?: Version | undefined;
}
