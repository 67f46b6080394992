/** Types of the data that Eleventy passes to templates. https://www.11ty.dev/docs/data-eleventy-supplied/ */

export interface PageData {
  /** Below the site's root; `false` for a page that is not written. */
  readonly url: string | false;
  /** Path that begins with the output folder. */
  readonly outputPath: string | false;
  readonly inputPath: string;
  readonly fileSlug: string;
  readonly filePathStem: string;
  readonly date: Date;
  readonly outputFileExtension?: string;
  readonly templateSyntax?: string;
}

/** All data of a template. */
export interface DataCascade {
  readonly page: PageData;
  readonly [name: string]: unknown;
}

/** https://www.11ty.dev/docs/collections-api/ */
export interface CollectionApi {
  getAll(): CollectionItem[];
  getAllSorted(): CollectionItem[];
  getFilteredByTag(tag: string): CollectionItem[];
  getFilteredByTags(...tags: string[]): CollectionItem[];
  getFilteredByGlob(globs: string | readonly string[]): CollectionItem[];
  /** Not in Eleventy's documentation. */
  add(item: CollectionItem): void;
}

/** https://www.11ty.dev/docs/collections/#collection-item-data-structure */
export interface CollectionItem {
  readonly url: string | false;
  readonly date: Date;
  readonly inputPath: string;
  readonly outputPath: string | false;
  readonly fileSlug: string;
  readonly filePathStem: string;
  readonly page: PageData;
  readonly data: Readonly<Record<string, unknown>>;
  readonly rawInput: string;
  readonly content: string;
  readonly templateContent: string;
}
