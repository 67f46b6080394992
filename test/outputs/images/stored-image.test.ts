/** What becomes of a picture that is uploaded. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { storedImage } from '../../../src/outputs/images/stored-image.ts';
import { movingGif, noise, photoIn, photograph, plain } from '../../support/pictures.ts';
import { required } from '../../support/required.ts';

async function stored(picture: Buffer, name: string, keepsSize = false): Promise<Buffer> {
  const result = await storedImage(picture, name, keepsSize);
  return required(result.ok ? result.bytes : undefined);
}

function pixels(picture: Buffer): Promise<Buffer> {
  return sharp(picture).raw().toBuffer();
}

describe('an uploaded picture', () => {
  it('is upright, no wider than pages show it, and without the place', async () => {
    const create = { width: 4000, height: 3000, channels: 3, background: '#406080' } as const;
    const picture = await sharp({ create })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    const facts = await sharp(await stored(picture, 'a.jpg')).metadata();
    expect(facts).toMatchObject({ format: 'jpeg', width: 2560, height: 3413 });
    expect([facts.orientation, facts.exif]).toEqual([undefined, undefined]);
  });

  it.each(['jpeg', 'png', 'webp', 'tiff'] as const)(
    'that is a turned %s is upright, in its own format',
    async (format) => {
      const facts = await sharp(await stored(await photoIn(format, 6), `a.${format}`)).metadata();
      expect(facts).toMatchObject({ format, width: 40, height: 60 });
      expect([facts.orientation ?? 1, facts.exif, facts.xmp]).toEqual([1, undefined, undefined]);
    },
  );

  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)(
    'that is an upright %s keeps its pixels',
    async (format) => {
      const picture = await photoIn(format);
      const kept = await stored(picture, `a.${format}`);
      expect(await pixels(kept)).toEqual(await pixels(picture));
      expect((await sharp(kept).metadata()).exif).toBeUndefined();
      expect(await stored(kept, `a.${format}`)).toBe(kept);
    },
  );

  it('that gets smaller keeps the colours that most screens lack', async () => {
    const create = { width: 2600, height: 10, channels: 3, background: 'teal' } as const;
    const picture = await sharp({ create }).withIccProfile('p3').jpeg().toBuffer();
    const facts = await sharp(await stored(picture, 'a.jpg')).metadata();
    expect(facts).toMatchObject({ width: 2560, hasProfile: true });
  });

  it('that moves keeps its frames, however wide', async () => {
    const picture = await movingGif(2600, 10);
    expect(await stored(picture, 'a.gif')).toBe(picture);
  });

  it('keeps its size if photos are published in full', async () => {
    const picture = await plain(2600, 10, 'teal');
    expect((await sharp(await stored(picture, 'a.png')).metadata()).width).toBe(2560);
    expect(await stored(picture, 'a.png', true)).toBe(picture);
  });

  it.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ])('that is %s has no script', async (_, svg) => {
    expect(String(await stored(Buffer.from(svg), 'a.svg'))).not.toContain('script');
  });

  it.each([
    ['a text', 'a.jpg', async () => Buffer.from('Not a picture.')],
    ['cut off', 'a.jpg', async () => (await photograph(640, 400)).subarray(0, 20_000)],
    ['cut off', 'a.png', async () => (await noise(640, 400).png().toBuffer()).subarray(0, 20_000)],
    ['cut off', 'a.webp', async () => (await photoIn('webp', 6)).subarray(0, 900)],
  ])('that is %s is refused: %s', async (_, name, picture) => {
    expect(await storedImage(await picture(), name, false)).toMatchObject({ ok: false });
  });
});
