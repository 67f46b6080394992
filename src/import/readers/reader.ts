/** A format of exports. */
import type { Blog } from '../model.ts';
import type { Source } from '../source/source.ts';

/** Values of `--from`. */
export const FORMATS = [
  'blogger-takeout',
  'blogger-backup',
  'blogger-feed',
  'wordpress',
  'ghost',
  'medium',
  'substack',
  'jekyll',
  'hugo',
  'hexo',
  'eleventy',
  'pelican',
  'feed',
] as const;

export type Format = (typeof FORMATS)[number];

/** A blog that a reader has found in a source. */
export interface FoundBlog {
  /** For `--blog` and messages: its title, or the name of its folder. */
  readonly name: string;
  /** @throws {SourceError} if it cannot be read */
  open(): Promise<Blog>;
}

export interface ReaderOptions {
  /** Address of the old blog, from `--url`; formats rarely have it. */
  readonly url?: string | undefined;
  /** Fetches the pages of a live feed; limited in size and time. */
  readonly fetch: (url: string) => Promise<{ readonly url: string; readonly text: string }>;
}

export interface Reader {
  readonly format: Format;
  /** For people: "a Google Takeout of Blogger". */
  readonly label: string;
  /**
   * The blogs of this format in the source; none if it is of another format. Looks at names and the
   * beginnings of files only.
   */
  find(source: Source, options: ReaderOptions): Promise<readonly FoundBlog[]>;
}
