/** Turns the owner's logo into what the site shows of it. */
import type { Addresses } from '../../addresses/address.ts';
import type { Cache } from '../../lib/cache.ts';
import type { Problems } from '../../lib/problem.ts';
import { displayPath } from '../../lib/user-folder.ts';
import type { Logo, Shades } from '../../site/brand-model.ts';
import type { Asset, CardLogo } from '../../site/model.ts';
import { drawingOf, usesTextColour, withColours } from './drawing.ts';
import { readLogo, type LogoFile } from './logo-file.ts';
import { renditionOf, type Rendition } from './rendition.ts';
import { hashedPath } from '../../lib/hashed-path.ts';

export interface LoadedLogo {
  readonly logo: Logo;
  /** The published file. */
  readonly asset: Asset;
  /** Icons by path below the site's root. */
  readonly icons: Readonly<Record<string, string | Uint8Array>>;
  readonly card: CardLogo;
}

/** CSS pixels of the logo in the header. */
const HEIGHT = 32;
const MAX_WIDTH = 192;
/** Pixels of the logo on a card. */
const CARD_HEIGHT = 60;
const MAX_CARD_WIDTH = 480;
/** A logo this many times as wide as high has the title in it. */
const WORDMARK = 1.8;

interface Sources {
  readonly contentDir: string;
  /** Display path of the settings. */
  readonly file: string;
  readonly paper: Shades;
  readonly accent: Shades;
  readonly addresses: Addresses;
  readonly cache: Cache<Rendition> | undefined;
}

/** @param written the setting */
export async function loadLogo(
  written: string,
  sources: Sources,
  problems: Problems,
): Promise<LoadedLogo | undefined> {
  const { contentDir, file, accent, addresses, cache } = sources;
  const found = readLogo(written, contentDir, file, problems);
  if (found === undefined) return undefined;
  const { info, source, svg } = found;
  const drawing = svg === undefined ? undefined : drawingOf(svg, info);
  const text = svg === undefined ? undefined : colouredSvg(svg.bytes.toString(), accent);
  const bytes = text === undefined ? found.bytes : Buffer.from(text);
  const rendition = await render(written, { ...found, bytes }, sources, cache, problems);
  if (rendition === undefined) return undefined;
  if (text !== undefined && usesTextColour(text) && drawing === undefined)
    reportColours(written, file, problems);
  const content = text ?? rendition.header;
  const hashed = hashedPath(source, Buffer.from(content));
  const path = text === undefined ? hashed.replace(/\.\w+$/, '.webp') : hashed;
  const { url, canonical } = addresses.of(path);
  const isWordmark = info.width / info.height >= WORDMARK;
  const logo = {
    ...{ url, canonical, drawing, isWordmark },
    ...sizeIn(info, MAX_WIDTH, HEIGHT),
    needs: drawing === undefined ? rendition.needs : undefined,
  };
  const { width } = sizeIn(info, MAX_CARD_WIDTH, CARD_HEIGHT);
  const card = { source: dataUrl('image/png', rendition.card), width, isWordmark, margin: 0 };
  const icons = { '/favicon.svg': text ?? embedded(rendition.small, info), ...rendition.icons };
  return { logo, asset: { source, path, content }, icons, card };
}

async function render(
  written: string,
  { source, bytes, original, info, svg }: LogoFile,
  { file, paper }: Sources,
  cache: Cache<Rendition> | undefined,
  problems: Problems,
): Promise<Rendition | undefined> {
  const place = { file, field: 'logo' };
  try {
    const vectors = svg && { original, size: Math.max(info.width, info.height) };
    const rendition = await renditionOf(bytes, vectors, paper, cache);
    if (rendition !== undefined && 'reason' in rendition) {
      const { line, column, reason } = rendition;
      problems.error({
        ...{ file: displayPath(source), line, column },
        code: 'logo-unreadable',
        message: `The logo is no valid SVG, so browsers would not show it: ${reason}.`,
        hint: 'Correct it here, or open the file in a drawing program and save it as a plain SVG.',
      });
      return undefined;
    }
    if (rendition === undefined)
      problems.error({
        ...place,
        code: 'logo-empty',
        message: `\`logo\` names "${written}", in which nothing can be seen.`,
        hint: 'Open the file in a drawing program, and save it as a plain SVG or as a PNG.',
      });
    return rendition;
  } catch {
    problems.error({
      ...place,
      code: 'logo-unreadable',
      message: `\`logo\` names "${written}", which cannot be decoded, so it is broken or cut off.`,
      hint: 'Save the file again, as an SVG or PNG.',
    });
    return undefined;
  }
}

function reportColours(written: string, file: string, problems: Problems): void {
  problems.warn({
    ...{ file, field: 'logo', code: 'logo-colours' },
    message: `"${written}" uses \`currentColor\`, but has parts that only a file can have, such as styles, ids or text, so it cannot follow the theme switch of the page.`,
    hint: 'Save it as a plain SVG of paths without styles and ids, or give it colours of its own.',
  });
}

function colouredSvg(svg: string, { light, dark }: Shades): string {
  return usesTextColour(svg) ? withColours(svg, light, dark) : svg;
}

function sizeIn({ width, height }: LogoFile['info'], maxWidth: number, maxHeight: number) {
  const scale = Math.min(maxHeight / height, maxWidth / width);
  const pixels = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: pixels(width), height: pixels(height) };
}

function dataUrl(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Browsers ask for an SVG icon in any case. */
function embedded(png: Uint8Array, { width, height }: LogoFile['info']): string {
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image ${size} href="${dataUrl('image/png', png)}"/></svg>\n`;
}
