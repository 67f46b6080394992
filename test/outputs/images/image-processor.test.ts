/** Versions of images, their cache, and damaged files. */
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OwnLimits } from '../../../src/lib/limits.ts';
import type { Image, Use } from '../../../src/site/image-model.ts';
import { encodeVersions } from '../../../src/outputs/images/encode.ts';
import { isWideGamut } from '../../../src/outputs/images/formats/icc.ts';
import type { ImageToEncode } from '../../../src/outputs/images/encoded-version.ts';
import { writeImages } from '../../../src/outputs/images/publish.ts';
import {
  ImageProcessor,
  type PreparedImages,
} from '../../../src/outputs/images/image-processor.ts';
import { writeFile } from '../../../src/publish/writer.ts';
import { OutputFolder } from '../../support/build-site.ts';
import {
  bomb,
  chunk,
  heic,
  largePhoto,
  movingGif,
  noise,
  photograph,
  png,
  rawPhoto,
  photoIn,
} from '../../support/pictures.ts';
import { folderWith, temporaryFolder } from '../../support/scratch.ts';

const FACTS = { hash: '', purpose: 'column', orientation: 1, isCleaned: false, bytes: 0 } as const;

interface Run extends PreparedImages {
  readonly encoded: number;
  readonly cached: number;
}

/** Looks at all files of a folder, as if a page showed each of them. */
async function prepare(
  folder: string,
  cache: string,
  encodes = true,
  use: Use = 'column',
  limits: OwnLimits = {},
): Promise<Run> {
  const imageProcessor = new ImageProcessor({ cache, encodes });
  const files = readdirSync(folder)
    .toSorted()
    .map((name) => ({ source: path.join(folder, name), path: `/${name}`, use }));
  const { encoded, cached } = imageProcessor.stats;
  const prepared = await imageProcessor.prepare(files, folder, limits);
  return {
    ...prepared,
    encoded: imageProcessor.stats.encoded - encoded,
    cached: imageProcessor.stats.cached - cached,
  };
}

async function only(
  name: string,
  bytes: Buffer,
  limits: OwnLimits = {},
): Promise<Run & { readonly image: Image | undefined }> {
  const folder = folderWith({ [name]: bytes });
  const run = await prepare(folder, temporaryFolder(), true, 'column', limits);
  return { ...run, image: run.images[0] };
}

function into(folder: string) {
  return (target: string, bytes: Buffer): void => writeFile({ folder }, target, bytes);
}

/** The image, and the files that are written for it, by path. */
async function publishOnly(name: string, bytes: Buffer, isShown = true) {
  const cache = temporaryFolder();
  const folder = folderWith({ [name]: bytes });
  const imageProcessor = new ImageProcessor({ cache, encodes: true });
  const use = isShown ? 'column' : undefined;
  const file = { source: path.join(folder, name), path: `/${name}`, use } as const;
  const { images, flaws } = await imageProcessor.prepare([file], folder);
  const published = new Map<string, Buffer>();
  await writeImages({ images, cache }, (target, content) =>
    published.set(target.replace(/^\//, ''), content),
  );
  return { image: images[0], flaws, published, stats: imageProcessor.stats };
}

/** A PNG of the greenest green that a profile can name. */
async function greenWith(name: string, padding = 0): Promise<Buffer> {
  const create = { width: 700, height: 500, channels: 3, background: '#00ff00' } as const;
  const whole = await sharp({ create }).png().toBuffer();
  const { icc = Buffer.alloc(0) } = await sharp(
    await noise(8, 8).withIccProfile(name).png().toBuffer(),
  ).metadata();
  const profile = chunk(
    'iCCP',
    Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.concat([icc, Buffer.alloc(padding)]))]),
  );
  const header = 8 + 25;
  return Buffer.concat([whole.subarray(0, header), profile, whole.subarray(header)]);
}

async function profileOf(content?: Buffer): Promise<Buffer | undefined> {
  return (await sharp(content).metadata()).icc;
}

const widthsOf = (image: Image | undefined): number[] | undefined =>
  image?.versions.map(({ width }) => width);

const END_OF_GIF = Buffer.from(';');

describe('the versions of an image', () => {
  it('have the widths of the layout', async () => {
    const { image } = await only('a.png', await noise(1500, 20).blur(2).png().toBuffer());
    expect(widthsOf(image)).toEqual([400, 592, 720, 848, 1000, 1184, 1500]);
    expect(image).toMatchObject({ width: 1500, height: 20, type: 'png' });
  });

  it('are never wider than the image', async () => {
    expect(widthsOf((await only('a.png', await png(500, 20))).image)).toEqual([400, 500]);
    expect(widthsOf((await only('a.png', await png(90, 20))).image)).toEqual([90]);
  });

  it('are smaller than the image, or absent', async () => {
    const tiny = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png({ palette: true })
      .toBuffer();
    expect(widthsOf((await only('a.png', tiny)).image)).toEqual([]);
    const { image } = await only('a.jpg', await noise(600, 300).jpeg({ quality: 1 }).toBuffer());
    for (const { bytes } of image?.versions ?? []) expect(bytes).toBeLessThan(image?.bytes ?? 0);
  });

  it('that would be larger are left out, and with the widest one all of them', async () => {
    const bytes = await noise(600, 300).jpeg().toBuffer();
    const still = { ...FACTS, type: 'jpg', width: 600, height: 300, frames: 1 } as const;
    const sizes = async (limit: number, image: ImageToEncode, source: Buffer = bytes) =>
      (await encodeVersions(source, { ...image, bytes: limit })).map((version) => version.bytes);
    const all = await sizes(Infinity, still);
    expect(all.length).toBeGreaterThan(1);
    expect(await sizes((all.at(-1) ?? 0) + 1, still)).toEqual(all);
    expect(await sizes(all.at(-1) ?? 0, still)).toEqual([]);

    const gif = await movingGif(200, 100, 5);
    const moving = { ...FACTS, type: 'gif', width: 200, height: 100, frames: 5 } as const;
    const [smaller = 0, larger = 0] = (await sizes(Infinity, moving, gif)).toSorted(
      (a, b) => a - b,
    );
    expect(await sizes(larger, moving, gif)).toEqual([smaller]);
  });

  it('keep the colors of translucent pixels', async () => {
    const background = { r: 200, g: 60, b: 30, alpha: 0.5 };
    const source = await sharp({ create: { width: 1500, height: 400, channels: 4, background } })
      .png()
      .toBuffer();
    const image = { ...FACTS, type: 'png', width: 1500, height: 400, frames: 1 } as const;
    const versions = await encodeVersions(source, { ...image, bytes: Infinity });
    expect(versions.length).toBeGreaterThan(1);
    for (const { content } of versions) {
      const { channels } = await sharp(content).stats();
      const off = [200, 60, 30, 128].map((value, i) => Math.abs((channels[i]?.mean ?? 0) - value));
      expect(Math.max(...off)).toBeLessThan(8);
    }
  });

  it('of an animation are animated, except with reduced motion', async () => {
    const folder = folderWith({ 'a.gif': await movingGif(200, 100, 5) });
    const cache = temporaryFolder();
    const { images } = await prepare(folder, cache);
    const types = images[0]?.versions.map(({ type, isStill }) => [type, isStill]);
    expect(types).toEqual([
      ['image/avif', true],
      ['image/webp', false],
    ]);
    const output = temporaryFolder();
    await writeImages({ images, cache }, into(output));
    const [moving = ''] = new OutputFolder(output).files().filter((file) => file.endsWith('.webp'));
    const { pages } = await sharp(path.join(output, moving), { animated: true }).metadata();
    expect(pages).toBe(5);
  });

  it('are upright', async () => {
    const folder = folderWith({ 'a.jpg': await photograph(300, 200, 6) });
    const cache = temporaryFolder();
    const { images } = await prepare(folder, cache);
    const output = temporaryFolder();
    await writeImages({ images, cache }, into(output));
    const [file = ''] = new OutputFolder(output).files().filter((name) => name.endsWith('.avif'));
    const { width, height } = await sharp(path.join(output, file)).metadata();
    expect([width, height]).toEqual([200, 300]);
    expect(new OutputFolder(output).bytes(file).toString('latin1')).not.toContain('Secret');
  });

  it('are not made for images that are not shown', async () => {
    const folder = folderWith({ 'a.png': await png(500, 20) });
    const { images, encoded } = await prepare(folder, temporaryFolder(), false);
    expect([encoded, widthsOf(images[0])]).toEqual([0, []]);
  });
});

describe('the colour profile', () => {
  const image = { ...FACTS, type: 'png', width: 700, height: 500, frames: 1 } as const;

  it('of a wide gamut stays with the versions, and their colours', async () => {
    const source = await greenWith('p3');
    for (const purpose of ['column', 'republished', 'preview'] as const) {
      const versions = await encodeVersions(source, { ...image, purpose, bytes: 6_000_000 });
      expect(versions.length).toBeGreaterThan(0);
      for (const { content } of versions) {
        expect(await profileOf(content)).toEqual(await profileOf(source));
        const [r = 255, g = 0, b = 255] = await sharp(content).keepIccProfile().raw().toBuffer();
        expect([r < 12, g > 243, b < 12]).toEqual([true, true, true]);
      }
    }
  });

  it('is exchanged for a small one if it is large', async () => {
    const versions = await encodeVersions(await greenWith('p3', 9000), { ...image, bytes: 1e9 });
    expect(versions.length).toBeGreaterThan(0);
    for (const { content } of versions) {
      expect((await profileOf(content))?.length).toBeLessThan(1000);
      const [r = 255, g = 0, b = 255] = await sharp(content).keepIccProfile().raw().toBuffer();
      expect([r < 12, g > 243, b < 12]).toEqual([true, true, true]);
    }
  });

  it.each([
    ['Display P3', [0.515, 0.241, -0.001, 0.292, 0.692, 0.042, 0.157, 0.067, 0.784], true],
    ['Adobe RGB', [0.61, 0.311, 0.019, 0.205, 0.626, 0.061, 0.149, 0.063, 0.745], true],
    ['a monitor', [0.454, 0.243, 0.015, 0.354, 0.673, 0.091, 0.157, 0.084, 0.719], false],
  ])('is judged by its primaries: %s', (_, primaries, isWide) => {
    const profile = Buffer.alloc(300);
    profile.write('RGB ', 16);
    profile.writeUInt32BE(3, 128);
    for (const [index, name] of ['rXYZ', 'gXYZ', 'bXYZ'].entries()) {
      profile.write(name, 132 + 12 * index);
      profile.writeUInt32BE(200 + 20 * index, 136 + 12 * index);
      for (const [axis, value] of primaries.slice(3 * index, 3 * index + 3).entries())
        profile.writeInt32BE(Math.round(value * 65_536), 208 + 20 * index + 4 * axis);
    }
    expect(isWideGamut(profile)).toBe(isWide);
    expect(isWideGamut(profile.subarray(0, 230))).toBe(false);
  });

  it('of sRGB is left out', async () => {
    const source = await greenWith('srgb');
    expect(await profileOf(source)).toBeDefined();
    const versions = await encodeVersions(source, { ...image, bytes: 6_000_000 });
    expect(versions.length).toBeGreaterThan(0);
    for (const { content } of versions) expect(await profileOf(content)).toBeUndefined();
  });
});

describe('an image that is published differently', () => {
  it.each(['png', 'webp'] as const)('%s is turned upright', async (format) => {
    const { image, published } = await publishOnly('a.img', await photoIn(format, 6));
    expect(image?.republished).toMatchObject({ width: 40, height: 60 });
    const { width, height, orientation } = await sharp(published.get('a.img')).metadata();
    expect([width, height, orientation]).toEqual([40, 60, undefined]);
  });

  it('is smaller if it takes more than 5 MB', async () => {
    const large = await largePhoto();
    const { image, published, stats } = await publishOnly('a.png', large, false);
    const { format, width, height } = await sharp(published.get('a.png')).metadata();
    expect([format, width, height]).toEqual(['png', 2560, 689]);
    const bytes = published.get('a.png')?.length ?? 0;
    expect(image?.republished).toMatchObject({ width: 2560, height: 689, bytes });
    expect(stats).toMatchObject({ reduced: 1, saved: large.length - bytes });
  });

  it('TIFF has a JPEG, or a PNG if it is transparent', async () => {
    const scan = await publishOnly('a.tif', await photoIn('tiff'));
    const { shown, versions } = scan.image ?? {};
    expect(shown).toMatchObject({ type: 'image/jpeg', width: 60, height: 40 });
    expect(scan.published.has(shown?.path.slice(1) ?? '')).toBe(true);
    expect(versions?.length).toBeGreaterThan(0);
    const glass = { r: 200, g: 60, b: 30, alpha: 0.5 };
    const create = { width: 30, height: 20, channels: 4, background: glass } as const;
    const window = await publishOnly(
      'b.tif',
      await sharp({ create }).tiff({ compression: 'deflate' }).toBuffer(),
    );
    expect(window.image?.shown?.type).toBe('image/png');
    expect([...scan.flaws, ...window.flaws]).toEqual([]);
  });

  it.each([
    ['a.heic', heic()],
    ['a.jpg', heic()],
    ['a.NEF', rawPhoto()],
    ['a.jpg', rawPhoto()],
    ['a.psd', Buffer.from('8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\0\x09\0\0\0\x09', 'latin1')],
  ])('%s cannot be converted, which is reported', async (name, bytes) => {
    const { image, flaws } = await only(name, await bytes);
    expect([image?.isForBrowsers, image?.shown]).toEqual([false, undefined]);
    expect(flaws).toEqual([
      expect.objectContaining({
        code: 'image-format',
        message: expect.stringContaining(`"${name}"`),
        hint: expect.stringContaining('JPEG'),
      }),
    ]);
  });

  it('is encoded once', async () => {
    const folder = folderWith({
      'a.tif': await photoIn('tiff'),
      'b.webp': await photoIn('webp', 6),
    });
    const cache = temporaryFolder();
    const first = await prepare(folder, cache);
    const second = await prepare(folder, cache);
    expect([first.encoded, second.encoded, second.cached]).toEqual([4, 0, 4]);
    expect(second.images).toEqual(first.images);
    const plain = await prepare(folder, cache, false);
    expect(plain.images).toMatchObject([{ versions: [] }, { versions: [] }]);
    expect(plain.images.map(({ republished, shown }) => [republished, shown])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});

describe('a bad image', () => {
  it.each([
    ['text', Buffer.from('just words')],
    ['nothing', Buffer.alloc(0)],
    ['a page of HTML', Buffer.from('<html><body>404</body></html>')],
  ])('%s', async (_, bytes) => {
    const { images, flaws } = await only('a.png', bytes);
    expect(images).toEqual([]);
    expect(flaws).toEqual([expect.objectContaining({ code: 'image-damaged' })]);
  });

  it.each(['a.jpg', 'a.png'])('%s that is truncated is shown as it is', async (name) => {
    const whole = await (
      name === 'a.jpg' ? noise(400, 300).jpeg() : noise(400, 300).png()
    ).toBuffer();
    const { image, flaws } = await only(name, whole.subarray(0, whole.length / 2));
    expect(image).toMatchObject({ width: 400, height: 300, versions: [] });
    expect(flaws).toEqual([expect.objectContaining({ code: 'image-damaged' })]);
  });

  it.each([
    [10_000, 10_000],
    [60_000, 60_000],
    [2_147_483_647, 2_147_483_647],
  ])('of %i by %i pixels is not decoded', async (width, height) => {
    const { flaws } = await only('a.png', bomb(width, height));
    expect(flaws.map(({ code }) => code)).toEqual(['image-too-large']);
  });

  it('with too many frames is not decoded', async () => {
    const gif = await movingGif(1000, 1000, 3);
    // A header that says 8000 by 8000: as many pixels as may be, three times.
    gif.writeUInt16LE(8000, 6);
    gif.writeUInt16LE(8000, 8);
    const { image, flaws } = await only('a.gif', gif);
    expect(image?.versions).toEqual([]);
    expect(flaws).toEqual([
      expect.objectContaining({
        code: 'image-too-large',
        message:
          'The image "a.gif" has 192,000,000 pixels in all frames, but the limit is 64,000,000. So it gets no smaller versions, and readers have to load all of it.',
        hint: expect.stringContaining(
          'raise the limit in `site.yaml`: `limits: { imagePixels: 192000000 }`',
        ),
      }),
    ]);
  });

  it.each<[string, OwnLimits, string[]]>([
    ['a.jpg', { jpegPixels: 120_000 }, []],
    ['a.jpg', { jpegPixels: 119_999, imagePixels: 1 }, ['jpegPixels: 120000']],
    ['a.gif', { imagePixels: 10_000, imageFrames: 4 }, []],
    ['a.gif', { imagePixels: 9999, imageFrames: 3 }, ['imagePixels: 10000', 'imageFrames: 4']],
  ])('%s within %o', async (name, limits, raised) => {
    const bytes =
      name === 'a.jpg' ? await noise(400, 300).jpeg().toBuffer() : await movingGif(50, 50, 4);
    const { image, flaws } = await only(name, bytes, limits);
    const found = flaws.map(({ hint }) => /limits: \{ (.*) \}/.exec(hint)?.[1]);
    expect(found).toEqual(raised);
    expect(image?.versions.length === 0).toBe(raised.length > 0);
  });

  it('may be as large as the settings allow', async () => {
    // Its pixels are missing, which only the decoder finds out.
    const { flaws } = await only('a.png', bomb(10_000, 10_000), { imagePixels: 100_000_000 });
    expect(flaws).toEqual([expect.objectContaining({ code: 'image-damaged' })]);
    expect(flaws[0]?.message).not.toContain('pixel limit');
  });

  it.each([
    [7500, []],
    [7501, ['image-too-large']],
  ])('of %i small frames', async (frames, codes) => {
    const header = Buffer.from('47494638396101000100800000000000ffffff', 'hex');
    const frame = Buffer.from('2c0000000001000100000202440100', 'hex');
    const gif = Buffer.concat([header, ...Array.from({ length: frames }, () => frame), END_OF_GIF]);
    const { flaws } = await only('a.gif', gif);
    expect(flaws.map(({ code }) => code)).toEqual(codes);
  });

  it('with the wrong extension is reported', async () => {
    const { flaws } = await only('a.png', await noise(40, 30).jpeg().toBuffer());
    expect(flaws).toEqual([
      expect.objectContaining({ code: 'image-misnamed', message: expect.stringContaining('JPG') }),
    ]);
  });
});

describe('the cache', () => {
  let folder: string;
  let cache: string;
  let encoded: number;
  let first: Map<string, string>;

  async function publish(from: string): Promise<{ run: Run; files: Map<string, string> }> {
    const run = await prepare(folder, from);
    const output = temporaryFolder();
    await writeImages({ images: run.images, cache: from }, into(output));
    return { run, files: new OutputFolder(output).fingerprint() };
  }

  beforeAll(async () => {
    folder = folderWith({
      'a.jpg': await photograph(800, 100),
      'b.png': await png(420, 60),
      'c.gif': await movingGif(120, 60),
      'same.png': await png(420, 60),
      'broken.jpg': (await noise(300, 200).jpeg().toBuffer()).subarray(0, 9000),
    });
    cache = temporaryFolder();
    const { run, files } = await publish(cache);
    encoded = run.encoded;
    first = files;
  });

  it('is filled by the first build', () => {
    expect([encoded, first.size > 5]).toEqual([4, true]);
  });

  it('saves the second build all work', async () => {
    const { run, files } = await publish(cache);
    expect([run.encoded, run.cached]).toEqual([0, 5]);
    expect(files).toEqual(first);
    expect(run.flaws.map(({ code }) => code)).toEqual(['image-damaged']);
  });

  it('may be missing', async () => {
    const { files } = await publish(temporaryFolder());
    expect(files).toEqual(first);
  });

  it('may be damaged anywhere', async () => {
    const names = new OutputFolder(cache).files();
    expect(names.length).toBeGreaterThan(3);
    for (const [index, name] of names.entries()) {
      const copy = temporaryFolder();
      cpSync(cache, copy, { recursive: true });
      const file = path.join(copy, name);
      const bytes = readFileSync(file);
      const at = Math.floor((bytes.length - 1) * ((index * 0.37) % 1));
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
      writeFileSync(file, index % 3 === 2 ? bytes.subarray(0, at) : bytes);
      expect((await publish(copy)).files).toEqual(first);
    }
  });

  it('may lose entries while a build runs', async () => {
    const copy = temporaryFolder();
    cpSync(cache, copy, { recursive: true });
    const { images } = await prepare(folder, copy);
    rmSync(copy, { recursive: true });
    const output = temporaryFolder();
    await writeImages({ images, cache: copy }, into(output));
    expect(new OutputFolder(output).fingerprint()).toEqual(first);
  });

  it('may be shared by concurrent builds', async () => {
    const shared = temporaryFolder();
    const results = await Promise.all([publish(shared), publish(shared), publish(shared)]);
    for (const { files } of results) expect(files).toEqual(first);
  });

  it('depends on how an image is shown', async () => {
    const other = folderWith({ 'a.png': await png(500, 20) });
    const runs = [];
    for (const use of ['column', 'row', 'column', 'portrait', 'row', 'portrait'] as const) {
      const { images, encoded: count } = await prepare(other, cache, true, use);
      runs.push([count, widthsOf(images[0])]);
    }
    const column = [400, 500];
    const row = [112, 135, 160, 190, 240, 290, 325, 400, 500];
    expect(runs).toEqual([
      [1, column],
      [1, row],
      [0, column],
      [1, [500]],
      [0, row],
      [0, [500]],
    ]);
  });

  it('detects a changed file', async () => {
    const other = folderWith({ 'a.png': await png(100, 50) });
    const before = await prepare(other, cache);
    writeFileSync(path.join(other, 'a.png'), await png(101, 50));
    const { images } = await prepare(other, cache);
    expect([before.images[0]?.width, images[0]?.width]).toEqual([100, 101]);
  });
});
