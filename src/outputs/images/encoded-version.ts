/** An image to encode, and one version of it. */
import type { ImageInfo, Purpose, Version } from '../../site/image-model.ts';

export interface ImageToEncode extends ImageInfo {
  readonly purpose: Purpose;
}

export interface EncodedVersion extends Omit<Version, 'path'> {
  readonly content: Buffer;
}
