/** A body cut where a frame stands, so that a page need not load what its reader has not asked for. */
import { decodeEntities } from '../html.ts';
import type { Embed, Piece } from './model.ts';

const FRAME = /<iframe ([^<>]*)><\/iframe>/;

/** @param html of the site's own making: attributes in double quotes, `<` and `>` escaped in values */
export function piecesOf(html: string): readonly Piece[] {
  if (!html.includes('<iframe')) return [html];
  return html.split(FRAME).map((piece, index) => (index % 2 === 0 ? piece : readEmbed(piece)));
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
  return pieces.flatMap((piece) =>
    typeof piece === 'string' ? [] : new URL(piece.frame).hostname,
  );
}
