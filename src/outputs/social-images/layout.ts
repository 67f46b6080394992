/** Layout of a social card, as the tree of nodes and CSS that takumi renders. */
import type { Node } from '@takumi-rs/core';
import type { CardDesign, CardLogo } from '../../site/model.ts';
import type { CardFonts } from './fonts.ts';
import { directionOf, keepTogether } from './text.ts';

/** Size that link previews do not crop: https://developers.facebook.com/docs/sharing/webmasters/images */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const MARGIN = 84;
const HEADER_HEIGHT = 60;
export const TITLE_WIDTH = CARD_WIDTH - 2 * MARGIN;
export const TITLE_HEIGHT = 298;
/** Font sizes of the title in pixels; the largest that fits is used. */
export const TITLE_SIZES = [84, 78, 72, 66, 60, 54, 48, 42, 36];
const LINE_HEIGHT = 1.16;

type Style = Readonly<Record<string, string | number>>;

export interface TitleFit {
  /** Font size in pixels. */
  readonly size: number;
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
}

export function cardLayout(content: CardContent, design: CardDesign, fonts: CardFonts): Node {
  const { paper, ink, accent } = design.colours;
  const style = {
    flexDirection: 'column',
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    paddingInline: MARGIN,
    paddingTop: 66,
    color: ink,
    backgroundColor: paper,
    borderBottom: `14px solid ${accent}`,
  };
  return box(style, [
    header(content.site, design.logo, fonts.serif.css),
    box({ alignItems: 'center', height: TITLE_HEIGHT }, [
      titleLayout(content.title, content.fit, fonts),
    ]),
    footer(content, design, fonts.sans.css),
  ]);
}

export function titleLayout(title: string, { size, isCut }: TitleFit, fonts: CardFonts): Node {
  const lines = Math.floor(TITLE_HEIGHT / (size * LINE_HEIGHT));
  return {
    type: 'text',
    text: keepTogether(title),
    style: {
      flexGrow: 1,
      fontFamily: fonts.serif.css,
      fontSize: size,
      fontWeight: 600,
      lineHeight: LINE_HEIGHT,
      direction: directionOf(title),
      textAlign: 'start',
      textWrap: 'balance',
      ...(isCut ? { overflowWrap: 'anywhere', lineClamp: lines } : {}),
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
      marginInline: margin > 0 ? `-${margin}px ${margin}px` : '0 18px',
      flexShrink: 0,
    },
  };
}

function header(site: string, logo: CardLogo | undefined, fontFamily: string): Node {
  const name = logo?.isWordmark === true ? '' : site;
  return box({ alignItems: 'center', height: HEADER_HEIGHT, marginBottom: 34 }, [
    ...(logo === undefined ? [] : [logoLayout(logo)]),
    ...line(name, { fontFamily, fontSize: 34, fontWeight: 600 }),
  ]);
}

function footer({ byline, date }: CardContent, { colours }: CardDesign, fontFamily: string): Node {
  const style = {
    justifyContent: 'space-between',
    gap: MARGIN / 2,
    marginTop: 42,
    paddingTop: 28,
    borderTop: `2px solid ${colours.rule}`,
    color: colours.soft,
    fontFamily,
    fontSize: 29,
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
    : [{ type: 'text', text, style: { lineHeight: 1.5, ...oneLine, ...style } }];
}
