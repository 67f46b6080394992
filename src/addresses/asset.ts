/** A file that is copied to the output. */
export interface Asset {
  readonly source: string;
  /** Path below the site root, decoded. */
  readonly path: string;
  /** Whether it belongs to the theme, which is trusted more than attachments of posts. */
  readonly isOwn?: boolean;
  /** Whether it is the avatar of an author. */
  readonly isPortrait?: boolean;
  /** Whether a post shows it above its text. */
  readonly isCover?: boolean;
  /** Whether it is the image of a link preview. */
  readonly isPreview?: boolean;
  /** Whether browsers must save it and never show it. */
  readonly isDownload?: boolean;
  /** Written instead of the source. */
  readonly content?: string | Uint8Array;
  /** Rules that follow those of a stylesheet. */
  readonly appended?: string;
}
