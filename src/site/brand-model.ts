/** The brand of a site: plain data, which can be sent to a thread. */

/** Colours of the light and the dark theme, such as `#fbfaf5`. */
export interface Shades {
  readonly light: string;
  readonly dark: string;
}

/** The owner's logo. */
export interface Logo {
  /** URL of the published file, from the root of the host. */
  readonly url: string;
  /** Absolute URL. */
  readonly canonical: string;
  /** In CSS pixels, as the header shows it. */
  readonly width: number;
  readonly height: number;
  /** Whether it shows the title, so that pages need not write it beside the logo. */
  readonly isWordmark: boolean;
  /** An SVG in the colour of the page, shown instead of the file. */
  readonly drawing: Drawing | undefined;
  /** The theme whose paper it needs behind it; `undefined` if both suit it. */
  readonly needs: keyof Shades | undefined;
}

/** An SVG without scripts, links, ids and styles. */
export interface Drawing {
  readonly attributes: Readonly<Record<string, string>>;
  /** Markup inside the `svg` element. */
  readonly markup: string;
}

/** What every page has of the brand. */
export interface Brand {
  /** Behind the text: the `--paper` of the theme. */
  readonly paper: Shades;
  /** The accent that `site.yaml` sets. */
  readonly accent: Shades | undefined;
  readonly logo: Logo | undefined;
  /** URLs of fonts that pages load first. */
  readonly preloads: readonly string[];
}
