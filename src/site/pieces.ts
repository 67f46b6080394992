/** A body cut where a frame or an image stands, so that a page need not load more than its reader looks at. */
import { decodeEntities } from '../lib/html.ts';
import type { Embed, Picture, Piece } from './model.ts';
import { columnsIn } from './picture-rows.ts';

const CUT = /<iframe (?<frame>[^<>]*)><\/iframe>|<img (?<image>[^<>]*)>/g;

/**
 * @param html of the site's own making: attributes in double quotes, `<` and `>` escaped in values
 * @param pictureOf an image by its attributes and the number of those beside it, if it is more than its tag says
 */
export function piecesOf(
  html: string,
  pictureOf: (attributes: string, columns: number) => Picture | undefined,
): readonly Piece[] {
  if (!/<i(?:frame|mg) /.test(html)) return [html];
  const pieces: Piece[] = [];
  const columnsAt = columnsIn(html);
  let end = 0;
  for (const { 0: tag, index, groups } of html.matchAll(CUT)) {
    const { frame, image = '' } = groups ?? {};
    const piece = frame === undefined ? pictureOf(image, columnsAt(index)) : readEmbed(frame);
    if (piece === undefined) continue;
    pieces.push(html.slice(end, index), piece);
    end = index + tag.length;
  }
  return [...pieces, html.slice(end)];
}

export function isEmbed(piece: Piece): piece is Embed {
  return typeof piece !== 'string' && 'frame' in piece;
}

/** @param attributes of a frame, as `src/markdown/embeds.ts` left them */
function readEmbed(attributes: string): Embed {
  const values = new Map(
    [...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value = '']) => [
      name,
      decodeEntities(value),
    ]),
  );
  const frame = values.get('src') ?? '';
  const page = values.get('data-page') ?? frame;
  return {
    frame,
    page,
    site: new URL(page).hostname.replace(/^www\./, ''),
    title: values.get('title') ?? '',
    medium: values.get('data-medium') ?? 'page',
    width: pixels(values.get('width')),
    height: pixels(values.get('height')),
  };
}

function pixels(value: string | undefined): number | undefined {
  return value === undefined || value === '0' ? undefined : Number(value);
}

/** Hosts of the frames among the pieces. */
export function framedHosts(pieces: readonly Piece[]): string[] {
  return pieces.filter(isEmbed).map(({ frame }) => new URL(frame).hostname);
}
