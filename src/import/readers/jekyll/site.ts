/** What the tags of Jekyll need to know of the whole site. */
import type { JekyllConfig } from './config.ts';

export interface JekyllSite {
  readonly config: JekyllConfig;
  /** Texts of `_includes`, by name. */
  readonly includes: ReadonlyMap<string, string>;
  /** Addresses of posts by their names, as `post_url` knows them: `2020-01-31-roses`. */
  readonly posts: ReadonlyMap<string, string>;
  /** Addresses of all texts by their paths, as `link` knows them. */
  readonly paths: ReadonlyMap<string, string>;
}
