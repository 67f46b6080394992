/** Contract of the body converter: hast in, Markdown out. */
import type { Root } from 'hast';

/** A picture of a body, before anything is fetched. */
export interface PictureUse {
  /** As written in `src`; key of `ConvertOptions.pictures`. */
  readonly src: string;
  /** Other addresses of the same picture: the link around it, `srcset`, `data-*`; as written. */
  readonly others: readonly string[];
  /** Pixels, if the markup tells the size of the original. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly alt: string;
}

export interface ConvertOptions {
  /** Path of a picture below the post's folder, by `PictureUse.src`. Pictures without one stay linked. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The link to write instead of an address of the old blog; `undefined` leaves it as it is. */
  readonly link: (url: string) => string | undefined;
  /** `false` where addresses of players stay links: in comments, or by the settings of the new blog. */
  readonly embedAddresses?: boolean;
}

/** Something that the Markdown does not say as the source did. */
export interface Change {
  readonly text: string;
  /** Noun phrase: "a script of another site". */
  readonly reason: string;
}

export interface ConvertedBody {
  /** Ends with one line feed, or is empty. */
  readonly markdown: string;
  readonly changes: readonly Change[];
}

/** Parsed and cleaned, with its pictures; `convert` makes Markdown of it. */
export interface ParsedBody {
  readonly root: Root;
  readonly pictures: readonly PictureUse[];
  readonly changes: readonly Change[];
}
