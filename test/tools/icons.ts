/** `npm run icons`: renders the other icons from `public/favicon.svg`. */
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { readDesign } from '../../src/outputs/social-images/design.ts';

const { colours, logo = '' } = readDesign('public');

/** @param share of the icon that the logo takes, without the margin it has in the SVG */
async function icon(pixels: number, share: number): Promise<Buffer> {
  const size = Math.round(pixels * share);
  const trimmed = await sharp(Buffer.from(logo), { density: 1200 }).trim().png().toBuffer();
  const input = await sharp(trimmed).resize(size, size, { fit: 'inside' }).toBuffer();
  return sharp({
    create: { width: pixels, height: pixels, channels: 3, background: colours.paper },
  })
    .composite([{ input }])
    .png({ palette: true, colours: 32 })
    .toBuffer();
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

writeFileSync('public/favicon.ico', ico(await icon(32, 0.88), 32));
writeFileSync('public/apple-touch-icon.png', await icon(180, 0.7));
// A phone may cut all that lies outside of a circle of 80 %. https://www.w3.org/TR/appmanifest/#icon-masks
for (const pixels of [192, 512])
  writeFileSync(`public/icon-${pixels}.png`, await icon(pixels, 0.58));
