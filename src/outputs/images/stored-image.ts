/** Turns an uploaded picture into the one that the content keeps. */
import { isTooLarge } from './flaws.ts';
import { MAX_WIDTH } from './layout.ts';
import { isDecoded } from './purposes.ts';
import { publishedBytes, readImage } from './read-image.ts';

export type StoredImage =
  | { readonly ok: true; readonly bytes: Buffer }
  /** Why the picture cannot be read: the end of a sentence. */
  | { readonly ok: false; readonly reason: string };

/**
 * Without metadata, upright, and no wider than pages show it. A picture that is all that already
 * keeps its bytes; one that needs neither turning nor resizing keeps its pixels.
 * @param name of the file
 * @param keepsSize whether it may be wider
 */
export async function storedImage(
  bytes: Buffer,
  name: string,
  keepsSize: boolean,
): Promise<StoredImage> {
  const info = readImage(bytes, name, false);
  if (info === undefined) return { ok: false, reason: 'it is damaged, or of an unknown format' };
  if (info.refusal !== undefined) return { ok: false, reason: info.refusal };
  const stripped: StoredImage = { ok: true, bytes: publishedBytes(bytes, name) };
  if (!isDecoded(info.type) || isTooLarge(info)) return stripped;
  // Without sharp, the pixels stay. A build says how to install it.
  const encoder = await import('./convert.ts').catch(() => undefined);
  if (encoder === undefined) return stripped;
  try {
    const fitted = await encoder.fitted(bytes, info, keepsSize ? undefined : MAX_WIDTH);
    return fitted === undefined ? stripped : { ok: true, bytes: fitted };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { ok: false, reason };
  }
}
