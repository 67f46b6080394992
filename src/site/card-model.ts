/** Social cards, the images of link previews: plain data, which can be sent to a thread. */
import type { Image } from './image-model.ts';

/** Texts of a social card, the image of a link preview. */
export interface Card {
  /** Below the site's root, decoded. */
  readonly path: string;
  readonly title: string;
  /** Empty for an anonymous author. */
  readonly byline: string;
  readonly date: string;
  /** Shown beside the title. */
  readonly cover: CardCover | undefined;
}

export type CardCover = Pick<Image, 'source' | 'hash' | 'type' | 'width' | 'height' | 'frames'>;

/** Colours of social cards, such as `#fbfaf5`. */
export interface CardColours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly accent: string;
}

/** The part of the design that social cards share. */
export interface CardDesign {
  readonly colours: CardColours;
  readonly logo: CardLogo | undefined;
  /** The owner's own for text, if any, before those of the program. */
  readonly fonts: readonly CardFont[];
}

export interface CardFont {
  /** WOFF2. */
  readonly bytes: Uint8Array;
  /** Code points that it has, both ends included. */
  readonly characters: readonly (readonly [first: number, last: number])[];
}

export interface CardLogo {
  /** Data URL of an image. */
  readonly source: string;
  /** Pixels; its height follows, and is at most that of the line. */
  readonly width: number;
  /** Pixels around the drawing that it has itself. */
  readonly margin: number;
  /** Whether it shows the name of the site. */
  readonly isWordmark: boolean;
}

/** What the owner has changed of the design. */
export interface CardBrand {
  readonly colours: Partial<CardColours>;
  readonly logo: CardLogo | undefined;
  /** SVG of the icon, used without a logo. */
  readonly icon: string | undefined;
  readonly fonts: readonly CardFont[];
}

export interface Cards extends CardDesign {
  /** Title of the site. */
  readonly site: string;
  readonly items: readonly Card[];
}
