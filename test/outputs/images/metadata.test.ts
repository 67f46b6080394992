/** Removal of image metadata. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { publishedBytes, readImage } from '../../../src/outputs/images/read-image.ts';
import { chunk, movingGif, noise, photograph, png } from '../../support/pictures.ts';

/** Bytes as text in which words can be looked for. */
const textOf = (bytes: Buffer): string => bytes.toString('latin1');

const pixelsOf = (bytes: Buffer): Promise<Buffer> => sharp(bytes).autoOrient().raw().toBuffer();

describe('a photograph', () => {
  it('loses camera, person and place, but no pixel', async () => {
    const photo = await photograph(60, 40);
    expect(textOf(photo)).toContain('Secret Camera');
    const published = publishedBytes(photo, 'a.jpg');
    expect(textOf(published)).not.toMatch(/Secret|Person|Exif/);
    expect((await pixelsOf(published)).equals(await pixelsOf(photo))).toBe(true);
    expect(publishedBytes(published, 'a.jpg')).toBe(published);
  });

  it.each([3, 6, 8])(
    'with orientation %i stays upright and has the visible size',
    async (orientation) => {
      const photo = await photograph(60, 40, orientation);
      const published = publishedBytes(photo, 'a.jpg');
      expect(textOf(published)).not.toMatch(/Secret|Person/);
      expect((await sharp(published).metadata()).orientation).toBe(orientation);
      const { width, height } = readImage(photo, 'a.jpg', false) ?? {};
      expect([width, height]).toEqual(orientation === 3 ? [60, 40] : [40, 60]);
      expect((await pixelsOf(published)).equals(await pixelsOf(photo))).toBe(true);
    },
  );

  it('keeps its colour profile', async () => {
    const photo = await noise(20, 20).withIccProfile('p3').jpeg().toBuffer();
    expect((await sharp(publishedBytes(photo, 'a.jpg')).metadata()).hasProfile).toBe(true);
  });

  it('loses data after its end', async () => {
    const photo = await noise(20, 20).jpeg({ progressive: true }).toBuffer();
    const published = publishedBytes(
      Buffer.concat([photo, Buffer.from('a film with a place')]),
      'a.jpg',
    );
    expect(published.equals(photo)).toBe(true);
  });

  it('of a few bytes is still valid', async () => {
    const photo = await photograph(60, 40);
    for (let end = 0; end < photo.length; end += 7)
      expect(() => publishedBytes(photo.subarray(0, end), 'a.jpg')).not.toThrow();
  });
});

describe('other formats', () => {
  it('PNG loses text, time and trailing data', async () => {
    const image = await png(30, 20);
    const end = image.length - 12;
    const told = Buffer.concat([
      image.subarray(0, end),
      chunk('tEXt', Buffer.from('Author\0A. Person')),
      chunk('eXIf', Buffer.from('MM\0*\0\0\0\x08\0\0')),
      image.subarray(end),
      Buffer.from('more'),
    ]);
    expect(publishedBytes(told, 'a.png').equals(image)).toBe(true);
  });

  it('WebP loses Exif and XMP', async () => {
    const image = await noise(30, 20)
      .withExif({ IFD0: { Artist: 'A. Person' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>A. Person</a></x:xmpmeta>')
      .webp()
      .toBuffer();
    expect(textOf(image)).toContain('Person');
    const published = publishedBytes(image, 'a.webp');
    expect(textOf(published)).not.toMatch(/Person|EXIF|XMP /);
    expect((await pixelsOf(published)).equals(await pixelsOf(image))).toBe(true);
  });

  it('GIF loses comments and stays animated', async () => {
    const image = await movingGif(20, 20);
    const remark = Buffer.from('\x21\xfe\x06Person\0', 'latin1');
    const end = image.length - 1;
    const told = Buffer.concat([image.subarray(0, end), remark, image.subarray(end)]);
    expect(readImage(told, 'a.gif', false)).toMatchObject({ frames: 3, isCleaned: true });
    const published = publishedBytes(told, 'a.gif');
    expect(published.equals(image)).toBe(true);
    expect((await sharp(published, { animated: true }).metadata()).pages).toBe(3);
  });

  it('AVIF keeps its pixels', async () => {
    const image = await noise(30, 20).avif().toBuffer();
    expect(readImage(image, 'a.avif', false)).toMatchObject({
      type: 'avif',
      width: 30,
      height: 20,
    });
  });
});

it('goes by content, not by name', async () => {
  const photo = await noise(20, 20).jpeg().toBuffer();
  expect(readImage(photo, 'a.png', false)?.type).toBe('jpg');
  expect(readImage(Buffer.from('no image'), 'a.png', false)).toBeUndefined();
  expect(readImage(Buffer.alloc(0), 'a.gif', false)).toBeUndefined();
});
