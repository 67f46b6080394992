/** Finds images that browsers may not show as intended. */
import { accessSync, constants } from 'node:fs';
import { basename } from 'node:path';
import { limitOf, overLimit, type LimitName, type OwnLimits } from '../../lib/limits.ts';
import type { Problem } from '../../lib/problem.ts';
import type { ImageInfo, ImageType, Use } from '../../site/image-model.ts';
import type { IndexedImage } from './file-index.ts';

/** A problem whose `file` is a path as the system spells it. */
export type Flaw = Pick<Problem, 'file' | 'severity' | 'code' | 'message' | 'hint'>;

const EXTENSIONS: Readonly<Record<ImageType, RegExp>> = {
  jpg: /\.(?:jpe?g|jfif)$/i,
  png: /\.a?png$/i,
  gif: /\.gif$/i,
  webp: /\.webp$/i,
  avif: /\.avif$/i,
  svg: /\.svgz?$/i,
  bmp: /\.(?:bmp|dib)$/i,
  heic: /\.(?:hei[cf]s?|hif)$/i,
  tiff: /\.tiff?$/i,
  raw: /./,
  other: /./,
};

/** What readers do not see as intended, and why: ends of a sentence. */
const UNSEEN: Readonly<Partial<Record<ImageType, string>>> = {
  heic: 'a HEIC, which no browser but Safari shows, so pages link to it instead, and link previews leave it out.',
  raw: 'what a camera\'s sensor saw ("raw"), which browsers do not show, so pages link to it instead, and link previews leave it out.',
  other:
    'of a format that few browsers show, so pages link to it instead, and link previews leave it out.',
  bmp: 'a BMP, which cannot be made smaller, so readers have to load all of it, and link previews may leave it out.',
};

/** Where an image is seen. */
interface Place {
  readonly use: Use | undefined;
  readonly isPreview?: boolean;
}

/** A file that may be an image. */
interface Candidate {
  readonly file: Place & { readonly source: string; readonly path: string };
  /** Absent if it is not an image. */
  readonly info: ImageInfo | undefined;
  readonly encoded: IndexedImage['encoded'];
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** It is an error, because the image cannot be published. */
function unreadable(file: string): Flaw {
  return {
    ...{ file, severity: 'error', code: 'file-unreadable' },
    message: 'The image cannot be read: permission denied.',
    hint: 'Check that you may read it.',
  };
}

/** @param encodes whether images are encoded: what was found earlier is no news otherwise */
export function findFlaws(
  { file: place, info, encoded }: Candidate,
  encodes: boolean,
  limits?: OwnLimits,
): Flaw[] {
  const { source: file, path, use, isPreview = false } = place;
  const image = `The image "${basename(file)}"`;
  const damaged = (detail: string): Flaw => ({
    ...{ file, severity: 'warning', code: 'image-damaged' },
    message: `${image} cannot be read (${detail}), so readers may see part of it or nothing.`,
    hint: 'Open it in an image editor and save it again, or restore it from a backup.',
  });
  if (info === undefined)
    return [isReadable(file) ? damaged('browsers do not know the format') : unreadable(file)];
  if (info.refusal !== undefined) return [damaged(info.refusal)];
  const { type } = info;
  const flaws: Flaw[] = [];
  const isSeen = use !== undefined || isPreview;
  const unseen = UNSEEN[type];
  if (isSeen && unseen !== undefined)
    flaws.push({
      ...{ file, severity: 'warning', code: 'image-format' },
      message: `${image} is ${unseen}`,
      hint: 'Export it as JPEG, put that file beside the post, and write its name instead.',
    });
  else if (!EXTENSIONS[type].test(path))
    flaws.push({
      ...{ file, severity: 'note', code: 'image-misnamed' },
      message: `${image} contains a ${type.toUpperCase()}, so hosts and programs that go by its name misread it.`,
      hint: `Rename it to end in \`.${type}\`, here and in the text, unless other sites show it.`,
    });
  for (const [name, found] of countsOf(info)) {
    const over = overLimit(name, found, image, limits);
    if (over === undefined) continue;
    const message = `${over.message} So it gets no smaller versions, and readers have to load all of it.`;
    flaws.push({ file, severity: 'warning', ...over, code: 'image-too-large', message });
  }
  const failure = encodes && Object.values(encoded).find(({ failure: why }) => why !== undefined);
  if (failure) flaws.push(damaged(failure.failure ?? ''));
  return flaws;
}

/** Whether it has more than the limits allow. */
export function isTooLarge(info: ImageInfo, limits?: OwnLimits): boolean {
  return countsOf(info).some(([name, found]) => found > limitOf(name, limits));
}

/** What is limited, and how much of it an image has. */
function countsOf(info: ImageInfo): (readonly [LimitName, number])[] {
  if (info.type === 'svg') return [];
  return [
    [pixelLimit(info.type), pixelsOf(info)],
    ['imageFrames', info.frames],
  ];
}

export function pixelLimit(type: ImageType): 'jpegPixels' | 'imagePixels' {
  return type === 'jpg' ? 'jpegPixels' : 'imagePixels';
}

/** Pixels of all frames. */
export function pixelsOf({
  width,
  height,
  frames,
}: Pick<ImageInfo, 'width' | 'height' | 'frames'>): number {
  return width * height * frames;
}
