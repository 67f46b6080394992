/** What a site keeps of its addresses for the next build. */

/** A page or feed. */
export interface PublishedPage {
  /** Below the site root, decoded. */
  readonly path: string;
  /** Empty if unknown. */
  readonly title: string;
  /** Id in feeds, of a post. */
  readonly guid?: string | undefined;
  /** Hash of the Markdown, of a post or page. */
  readonly text?: string | undefined;
}

export interface Published {
  readonly pages: readonly PublishedPage[];
  /** Old addresses and the pages that they lead to. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
}
