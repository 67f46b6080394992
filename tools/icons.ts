/** `npm run icons`: the sign of the site as the images that browsers and phones ask for, in `public/`. */
import { writeFileSync } from 'node:fs';
import { readColours } from '../src/outputs/social-images/colours.ts';
import { MARK, MARK_SIZE } from '../src/outputs/social-images/mark.ts';
import { fill } from '../src/outputs/social-images/outline.ts';
import { Sheet, toColour } from '../src/outputs/social-images/sheet.ts';

/** Middle of the mark, in its own units. */
const MIDDLE = 17;

const { paper, accent } = readColours('public/css/tokens.css');

/** @param share of the width that the mark takes */
function icon(pixels: number, share: number): Buffer {
  const sheet = new Sheet(pixels, pixels);
  const scale = (pixels * share) / MARK_SIZE;
  const start = Math.round(pixels / 2 - MIDDLE * scale);
  const mark = fill(MARK, { right: scale, down: scale, shift: 0 });
  if (mark) sheet.print(mark, start, start, 0);
  return sheet.toPng(toColour(paper), [toColour(accent)]);
}

/** One image in an envelope. https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
function ico(png: Buffer, pixels: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.set([pixels, pixels], 6);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(8, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

writeFileSync('public/favicon.ico', ico(icon(32, 1), 32));
writeFileSync('public/apple-touch-icon.png', icon(180, 0.8));
// A phone may cut all that lies outside of a circle of 80 %. https://www.w3.org/TR/appmanifest/#icon-masks
for (const pixels of [192, 512]) writeFileSync(`public/icon-${pixels}.png`, icon(pixels, 0.66));
