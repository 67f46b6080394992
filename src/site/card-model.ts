/** Social cards, the images of link previews: plain data, which can be sent to a thread. */

/** Texts of a social card, the image of a link preview. */
export interface Card {
  /** Below the site's root, decoded. */
  readonly path: string;
  readonly title: string;
  /** Empty for an anonymous author. */
  readonly byline: string;
  readonly date: string;
}

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
}

export interface Cards extends CardDesign {
  /** Title of the site. */
  readonly site: string;
  readonly items: readonly Card[];
}
