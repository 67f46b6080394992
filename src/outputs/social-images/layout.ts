/** Layout of a social card, as the tree of nodes and CSS that takumi renders. */
import type { Node } from '@takumi-rs/core';
import type { CardDesign, CardLogo } from '../../site/model.ts';
import type { FontStack } from './fonts.ts';
import { directionOf, divideThai, keepTogether, lineHeightOf } from './text.ts';

/** Size that link previews do not crop: https://developers.facebook.com/docs/sharing/webmasters/images */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const BORDER = 14;
/** Pixels of the cover, beside the text and as high as the paper. */
export const COVER = { width: 452, height: CARD_HEIGHT - BORDER };

const MARGIN = 84;
/** Of a card with a cover, which is full enough. */
const NARROW_MARGIN = 60;
const HEADER_HEIGHT = 60;
export const TITLE_HEIGHT = 298;
/** Font sizes of the title in pixels; the largest that fits is used. */
export const TITLE_SIZES = [84, 78, 72, 66, 60, 54, 48, 42, 36];

type Style = Readonly<Record<string, string | number>>;

export interface TitleFit {
  /** Font size in pixels. */
  readonly size: number;
  /** Whether words break anywhere. */
  readonly breaks: boolean;
  /** Whether it is cut off with an ellipsis. */
  readonly isCut: boolean;
}

/** Empty texts take no space. */
export interface CardContent {
  readonly site: string;
  readonly title: string;
  readonly fit: TitleFit;
  readonly byline: string;
  readonly date: string;
  /** Whether there is an image at `COVER_SOURCE`. */
  readonly hasCover: boolean;
}

/** Name under which the renderer gets the image. */
export const COVER_SOURCE = 'cover';

export function titleWidth(hasCover: boolean): number {
  return hasCover ? CARD_WIDTH - COVER.width - 2 * NARROW_MARGIN : CARD_WIDTH - 2 * MARGIN;
}

export function cardLayout(content: CardContent, design: CardDesign, fonts: FontStack): Node {
  const { title, hasCover } = content;
  const { paper, ink, accent } = design.colours;
  const row = directionOf(title) === 'rtl' ? 'row-reverse' : 'row';
  const style = {
    flexDirection: row,
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    color: ink,
    backgroundColor: paper,
    fontFamily: fonts.css,
    borderBottom: `${BORDER}px solid ${accent}`,
  };
  const column = {
    flexDirection: 'column',
    width: hasCover ? CARD_WIDTH - COVER.width : CARD_WIDTH,
    paddingInline: hasCover ? NARROW_MARGIN : MARGIN,
    paddingTop: 66,
  };
  const text = box(column, [
    header(content.site, design.logo, row),
    box({ alignItems: 'center', height: TITLE_HEIGHT }, [titleLayout(title, content.fit, fonts)]),
    footer(content, design, row),
  ]);
  return box(style, hasCover ? [text, { type: 'image', src: COVER_SOURCE, style: COVER }] : [text]);
}

export function titleLayout(
  title: string,
  { size, breaks, isCut }: TitleFit,
  fonts: FontStack,
): Node {
  const lineHeight = lineHeightOf(title);
  const lines = Math.floor(TITLE_HEIGHT / (size * lineHeight));
  return {
    type: 'text',
    text: divideThai(keepTogether(title)),
    style: {
      flexGrow: 1,
      fontFamily: fonts.css,
      fontSize: size,
      fontWeight: 600,
      lineHeight,
      direction: directionOf(title),
      textAlign: 'start',
      textWrap: 'balance',
      ...(breaks ? { overflowWrap: 'anywhere' } : {}),
      ...(isCut ? { lineClamp: lines } : {}),
    },
  };
}

export function logoLayout({ source, width, margin }: CardLogo): Node {
  return {
    type: 'image',
    src: source,
    style: {
      width,
      ...(margin > 0 ? { height: HEADER_HEIGHT } : { maxHeight: HEADER_HEIGHT }),
      marginInline: `-${margin}px`,
      flexShrink: 0,
    },
  };
}

type Row = 'row' | 'row-reverse';

function header(site: string, logo: CardLogo | undefined, flexDirection: Row): Node {
  const name = logo?.isWordmark === true ? '' : site;
  const style = { flexDirection, alignItems: 'center', gap: 18, height: HEADER_HEIGHT };
  return box({ ...style, marginBottom: 34 }, [
    ...(logo === undefined ? [] : [logoLayout(logo)]),
    ...line(name, { fontSize: 34, fontWeight: 600 }),
  ]);
}

function footer({ byline, date, hasCover }: CardContent, { colours }: CardDesign, row: Row): Node {
  const style = {
    ...(hasCover
      ? { flexDirection: 'column', marginTop: 34, paddingTop: 20, fontSize: 25 }
      : { flexDirection: row, gap: MARGIN / 2, marginTop: 42, paddingTop: 28, fontSize: 29 }),
    justifyContent: 'space-between',
    alignItems: hasCover && row === 'row-reverse' ? 'flex-end' : 'flex-start',
    borderTop: `2px solid ${colours.rule}`,
    color: colours.soft,
  };
  return box(style, [...line(byline, {}), ...line(date, { flexShrink: 0 })]);
}

function box(style: Style, children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

/** A line of text, cut off with an ellipsis. */
function line(text: string, style: Style): Node[] {
  const oneLine = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' };
  return text === ''
    ? []
    : [
        {
          type: 'text',
          text,
          style: { direction: directionOf(text), lineHeight: 1.5, ...oneLine, ...style },
        },
      ];
}
