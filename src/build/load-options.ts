/** Options for loading a site. */
import { readSettings } from '../content/read-settings.ts';
import { Problems } from '../lib/problem.ts';
import { Addresses } from '../addresses/address.ts';
import type { AddedPage } from '../addresses/added-page.ts';
import type { HostName } from '../content/site-schema.ts';
import type { UnsavedText } from '../content/unsaved-text.ts';
import type { SavedFeed } from '../feed-ids/open-feed.ts';
import type { CmsBackend } from '../outputs/editor/backend.ts';
import type { ImageProcessor } from '../outputs/images/image-processor.ts';
import type { Published } from '../site/published-model.ts';
import type { Wanted } from '../markdown/render-body.ts';
import type { LoadCache } from './load-cache.ts';
import type { WorkerThread } from './worker-thread.ts';

export interface LoadOptions {
  /** Folder with `posts`, `authors`, `pages`, `site.yaml` and `redirects.yaml`. */
  readonly contentDir: string;
  /** Folder whose files are copied. */
  readonly publicDir: string;
  /** Overrides `url` in `site.yaml`. */
  readonly siteUrl?: string | undefined;
  /** Overrides scheme and host of `url` in `site.yaml`: `http://localhost:8080`. */
  readonly origin?: string;
  /** Overrides `host` in `site.yaml`. */
  readonly hosts?: readonly HostName[] | undefined;
  /** Whether to include unpublished and future posts. */
  readonly drafts: boolean;
  /** Posts dated later count as future: milliseconds since 1970 UTC; default: the clock. */
  readonly now?: number | undefined;
  /** Pages of templates that the site's owner has added; default: none. */
  readonly addedPages?: readonly AddedPage[];
  /** Whether Eleventy may copy files of the site's owner, so that links to files are not checked. */
  readonly hasUnknownFiles?: boolean;
  /** Earlier versions of the feed, whose ids must not change. */
  readonly previousFeeds?: readonly SavedFeed[];
  /** Addresses and ids of the site that this one replaces, which must stay. */
  readonly previous?: Published | undefined;
  /** Whether lost addresses and changed ids are errors instead of warnings. */
  readonly strict?: boolean;
  /** Default: `page`. `problems` skips what only pages need; `notes` adds the findings of a report. */
  readonly wanted?: Wanted;
  /** Whether the site has a search; default: true. */
  readonly search?: boolean;
  /** Whether posts get social cards; default: false. */
  readonly cards?: boolean;
  /** Default: no second thread. */
  readonly thread?: WorkerThread;
  /** The default encodes no smaller versions. */
  readonly imageProcessor?: ImageProcessor;
  /** Where the editor writes instead of the repository of the settings, such as to the files here. */
  readonly editor?: CmsBackend | undefined;
  /** A text instead of the one of its file. */
  readonly unsaved?: UnsavedText;
  /** Whether stylesheets and scripts are fingerprinted; default: true. */
  readonly hashes?: boolean;
  /** Reused from load to load, so that unchanged files are not parsed again. */
  readonly cache?: LoadCache;
}

/**
 * Address of the home page.
 * @param url that of the settings
 */
export function siteUrl(url: string, options: LoadOptions): string {
  if (options.siteUrl !== undefined) return options.siteUrl;
  return options.origin === undefined ? url : new URL(new URL(url).pathname, options.origin).href;
}

/** The base path of a site that is not loaded yet, without a trailing slash. */
export function basePathOf(options: LoadOptions): string {
  const { fields } = readSettings(options.contentDir, new Problems());
  return new Addresses(siteUrl(fields.url, options)).basePath;
}
