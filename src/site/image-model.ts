/** What is known of an image file: plain data, free to cross threads. */

/** Where pages show an image: in the column of a text, there beside others, or on the page of an author. */
export type Use = 'column' | 'row' | 'portrait';

export type ImageType = 'jpg' | 'png' | 'gif' | 'webp' | 'avif' | 'svg';

/** What the bytes of a file say. */
export interface ImageFacts {
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly type: ImageType;
  /** Pixels, as it is to be seen: turned the way that the camera was held. 0 for a drawing that does not say. */
  readonly width: number;
  readonly height: number;
  /** How many pictures it shows one after the other. */
  readonly frames: number;
  /** Whether the file is published without some of its bytes: where a photograph was taken, scripts of a drawing. */
  readonly isCleaned: boolean;
  readonly bytes: number;
}

/** Media types that browsers and hosts know. */
export const MEDIA_TYPES: Readonly<Record<ImageType, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

/** The same image in another size or format, made by the build. */
export interface Version {
  /** Where it is published, below the site's root. */
  readonly path: string;
  readonly width: number;
  /** Media type. */
  readonly type: 'image/avif' | 'image/webp';
  /** One picture out of a moving image. */
  readonly isStill: boolean;
  readonly bytes: number;
}

/** An image that the site publishes. */
export interface Image extends ImageFacts {
  /** Path of the file. */
  readonly source: string;
  /** Where it is published, below the site's root, decoded. */
  readonly path: string;
  /** Absent when no page shows it. */
  readonly use: Use | undefined;
  /** Those that take fewer bytes, in order of their width; none where the build makes none. */
  readonly versions: readonly Version[];
}
