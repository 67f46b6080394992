/** Reads the owner's logo and judges the file. */
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { isOutside } from '../../lib/paths.ts';
import type { Problem, Problems } from '../../lib/problem.ts';
import { isPlainFile } from '../../lib/publishable.ts';
import type { ImageInfo } from '../../site/image-model.ts';
import { publishedBytes, readImage } from '../images/read-image.ts';
import { cleanSvg, type CleanedSvg } from '../images/svg.ts';

export interface LogoFile {
  /** Path of the file. */
  readonly source: string;
  readonly original: Buffer;
  /** Without scripts and metadata. */
  readonly bytes: Buffer;
  readonly info: ImageInfo;
  /** Of an SVG. */
  readonly svg: CleanedSvg | undefined;
}

const TYPES: ReadonlySet<string> = new Set(['svg', 'png', 'webp', 'jpg']);
/** Every page loads it, if only once. */
const MAX_BYTES = 2_000_000;
/** The largest icon shows the logo in 297 pixels. */
const MIN_PIXELS = 256;

/** @param file display path of the settings */
export function readLogo(
  written: string,
  contentDir: string,
  file: string,
  problems: Problems,
): LogoFile | undefined {
  const fail = (problem: Pick<Problem, 'code' | 'message' | 'hint'>): undefined => {
    problems.error({ file, field: 'logo', ...problem });
  };
  const unreadable = (why: string, hint = FORMATS): undefined =>
    fail({ code: 'logo-unreadable', message: `\`logo\` names "${written}", ${why}.`, hint });
  const name = normalize(written);
  if (isOutside(name) || !isPlainFile(contentDir, name))
    return fail({
      code: 'logo-missing',
      message: `\`logo\` names "${written}", but there is no such file beside \`site.yaml\`.`,
      hint: 'Put the file there, or correct the name. Its path is relative to `site.yaml`.',
    });
  const source = join(contentDir, name);
  const bytes = bytesOf(source);
  if (bytes === undefined)
    return unreadable('which you may not read', 'Change the permissions of the file.');
  if (bytes.length > MAX_BYTES)
    return unreadable('which has more than 2 MB, and every page would load it', SMALLER);
  const info = readImage(bytes, source, false);
  if (info === undefined || !TYPES.has(info.type))
    return unreadable('which is no SVG, PNG, WebP or JPEG, or a broken one');
  if (info.refusal !== undefined) return unreadable(`but ${info.refusal}`, REPAIR);
  if (info.width === 0 || info.height === 0)
    return unreadable('which has neither a `viewBox` nor a width and height', REPAIR);
  if (info.type !== 'svg' && Math.max(info.width, info.height) < MIN_PIXELS)
    problems.warn({
      ...{ file, field: 'logo' },
      code: 'logo-small',
      message: `The logo has only ${info.width} × ${info.height} pixels, so the icons made from it are blurred.`,
      hint: 'Use an SVG, or an image of at least 512 pixels.',
    });
  const svg = info.type === 'svg' ? cleanSvg(bytes) : undefined;
  const clean = svg?.bytes ?? publishedBytes(bytes, source);
  return { source, original: bytes, bytes: clean, info, svg };
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // It is a file that is there.
    return undefined;
  }
}

const FORMATS = 'Use an SVG, or a PNG, WebP or JPEG of at least 512 pixels.';
const SMALLER = 'Save it smaller: 1024 pixels are enough.';
const REPAIR = 'Open the file in a drawing program, and save it as a plain SVG.';
