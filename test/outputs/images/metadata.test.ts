/** Removal of image metadata. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { publishedBytes, readImage } from '../../../src/outputs/images/read-image.ts';
import {
  chunk,
  heic,
  movingGif,
  noise,
  photograph,
  png,
  rawPhoto,
  photoIn,
} from '../../support/pictures.ts';

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

  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)(
    '%s loses Exif and XMP, and keeps pixels and profile',
    async (format) => {
      const image = await photoIn(format);
      expect(textOf(image)).toMatch(/Secret|Person/);
      const name = `a.${format}`;
      const published = publishedBytes(image, name);
      expect(textOf(published)).not.toMatch(/Secret|Person|xmpmeta/);
      const { exif, xmp, icc } = await sharp(published).metadata();
      expect([exif, xmp, icc === undefined]).toEqual([undefined, undefined, false]);
      expect((await pixelsOf(published)).equals(await pixelsOf(image))).toBe(true);
      expect(readImage(image, name, false)).toMatchObject({ isCleaned: true, width: 60 });
      expect(publishedBytes(published, name)).toBe(published);
    },
  );

  it('HEIC and raw files, which pages link to, lose persons and places', async () => {
    const phone = await heic();
    expect(textOf(phone)).toContain('Secret');
    expect(textOf(publishedBytes(phone, 'a.heic'))).not.toMatch(/Secret|Person|xmpmeta/);
    const photo = rawPhoto();
    expect(textOf(photo)).toContain('Village');
    const published = textOf(publishedBytes(photo, 'a.nef'));
    expect(published).not.toContain('Village');
    // Programs develop the picture by its camera.
    expect(published).toContain('Camera');
  });

  it.each(['avif', 'tiff', 'webp', 'png'] as const)(
    '%s may be cut off or damaged anywhere',
    async (format) => {
      const image = await photoIn(format);
      for (let at = 0; at < 900; at += 13) {
        const name = `a.${format}`;
        expect(() => readImage(image.subarray(0, at), name, false)).not.toThrow();
        const damaged = Buffer.from(image);
        damaged[at] = 0xff;
        expect(() => readImage(damaged, name, false)).not.toThrow();
      }
    },
  );
});

describe('the size of an image', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)(
    'in %s is that of the upright one',
    async (format) => {
      const upright = readImage(await photoIn(format), 'a', false);
      expect(upright).toMatchObject({ width: 60, height: 40, orientation: 1 });
      expect(readImage(await photoIn(format, 6), 'a', false)).toMatchObject({
        width: 40,
        height: 60,
      });
    },
  );

  it('stays right in a PNG that is published without being encoded again', async () => {
    const published = publishedBytes(await photoIn('png', 6), 'a.png');
    expect((await sharp(published).metadata()).orientation).toBe(6);
  });
});

it('goes by content, not by name', async () => {
  const photo = await noise(20, 20).jpeg().toBuffer();
  expect(readImage(photo, 'a.png', false)?.type).toBe('jpg');
  expect(readImage(await heic(), 'a.jpg', false)).toMatchObject({ type: 'heic', width: 60 });
  expect(readImage(rawPhoto(), 'a.tif', false)?.type).toBe('raw');
  expect(readImage(await photoIn('tiff'), 'a.jpg', false)?.type).toBe('tiff');
  expect(readImage(await photoIn('tiff'), 'a.DNG', false)?.type).toBe('raw');
  expect(readImage(Buffer.from('FUJIFILMCCD-RAW 0201'), 'a.raf', false)?.type).toBe('raw');
  expect(readImage(Buffer.from('no image'), 'a.png', false)).toBeUndefined();
  expect(readImage(Buffer.alloc(0), 'a.gif', false)).toBeUndefined();
});

it('reads nothing beyond the end of a file that is cut short', async () => {
  const files = [
    ...(await Promise.all((['jpeg', 'png', 'webp', 'tiff'] as const).map((type) => photoIn(type)))),
    await movingGif(60, 40),
  ];
  for (const file of files) {
    for (let length = 1; length < 64; length++) {
      const cut = file.subarray(0, length);
      // Within a larger memory, as Node keeps small files.
      const among = Buffer.concat([cut, Buffer.alloc(100, 7)]).subarray(0, length);
      const alone = Buffer.from(new Uint8Array(cut).buffer);
      expect(readImage(among, 'a', false)).toEqual(readImage(alone, 'a', false));
    }
  }
});
