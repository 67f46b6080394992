/** The icons that browsers, phones and feed readers ask for, made from one drawing. */
import { icon, trimmed } from './raster.ts';

/** PNG and ICO files by path below the site's root. */
export type IconFiles = Readonly<Record<string, Uint8Array>>;

/**
 * @param png the logo; not empty
 * @param paper behind it: `#fbfaf5`
 */
export async function iconFiles(png: Uint8Array, paper: string): Promise<IconFiles> {
  const logo = (await trimmed(png)) ?? png;
  return {
    '/favicon.ico': ico(await icon(logo, 32, 0.94, paper), 32),
    // RSS limits the width to 144 pixels.
    '/icon.png': await icon(logo, 144, 0.76, paper),
    '/apple-touch-icon.png': await icon(logo, 180, 0.7, paper),
    // A phone may cut all that lies outside of a circle of 80 %. https://www.w3.org/TR/appmanifest/#icon-masks
    '/icon-192.png': await icon(logo, 192, 0.58, paper),
    '/icon-512.png': await icon(logo, 512, 0.58, paper),
  };
}

/** One image in an envelope. https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
function ico(png: Buffer, pixels: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.set([pixels, pixels], 6);
  head.writeUInt16LE(1, 10);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
