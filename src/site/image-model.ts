/** Images of the model: plain data, which can be sent to a thread. */

/** Where pages show an image: in the text column, in a row of images, or as an author's portrait. */
export type Use = 'column' | 'row' | 'portrait';

export type ImageType = 'jpg' | 'png' | 'gif' | 'webp' | 'avif' | 'svg';

/** Read from the bytes of a file. */
export interface ImageInfo {
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly type: ImageType;
  /** Pixels, after the Exif orientation is applied. 0 for an SVG without a size. */
  readonly width: number;
  readonly height: number;
  /** 1 for a still image. */
  readonly frames: number;
  /** Whether the file is published without its metadata or, for an SVG, without its scripts. */
  readonly isCleaned: boolean;
  /** Size of the published file. */
  readonly bytes: number;
}

export const MEDIA_TYPES: Readonly<Record<ImageType, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

/** The same image in another size or format. */
export interface Version {
  /** Below the site's root. */
  readonly path: string;
  readonly width: number;
  /** Media type. */
  readonly type: 'image/avif' | 'image/webp';
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
  /** Versions with fewer bytes, by width. */
  readonly versions: readonly Version[];
}
