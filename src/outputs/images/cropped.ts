/** The middle of an image in a given size. */
import type { Image } from '../../site/image-model.ts';
import { bytesOf } from './versions.ts';

/** @returns PNG; `undefined` for an image that cannot be decoded, which is reported where it is shown */
export async function cropped(
  image: Pick<Image, 'source' | 'type' | 'width' | 'height' | 'frames'>,
  size: { readonly width: number; readonly height: number },
): Promise<Buffer | undefined> {
  const { openImage } = await import('./open-image.ts');
  try {
    const { start } = await openImage(bytesOf(image.source, image), image);
    return await start()
      .resize({ ...size, fit: 'cover' })
      .toColourspace('srgb')
      .png({ compressionLevel: 1 })
      .toBuffer();
  } catch (error) {
    // File-system errors have a code; others describe the image.
    if (!(error instanceof Error) || 'code' in error) throw error;
    return undefined;
  }
}
