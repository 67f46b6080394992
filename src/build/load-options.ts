/** What can be asked of the loading of a site. */
import type { AddedPage } from '../addresses/added-page.ts';
import type { HostName } from '../content/site-schema.ts';
import type { SavedFeed } from '../feed-ids/open-feed.ts';
import type { ImageProcessor } from '../outputs/images/image-processor.ts';
import type { Wanted } from '../markdown/render-body.ts';
import type { LoadCache } from './load-cache.ts';
import type { WorkerThread } from './worker-thread.ts';

export interface LoadOptions {
  /** Folder with `posts`, `authors`, `pages`, `site.yaml` and `redirects.yaml`. */
  readonly contentDir: string;
  /** Folder whose files are published as they are. */
  readonly publicDir: string;
  /** Takes the place of `url` in `site.yaml`. */
  readonly siteUrl?: string | undefined;
  /** Takes the place of scheme and host of `url` in `site.yaml`: `http://localhost:8080`. */
  readonly origin?: string;
  /** Takes the place of `host` in `site.yaml`. */
  readonly hosts?: readonly HostName[] | undefined;
  /** Whether to include what is unpublished or dated in the future. */
  readonly drafts: boolean;
  /** Milliseconds since 1970 UTC; a post dated later lies in the future. The clock when not given. */
  readonly now?: number | undefined;
  /** Pages of templates that the owner has added; none when not given. */
  readonly addedPages?: readonly AddedPage[];
  /** Feeds that readers have seen, whose ids must not change. */
  readonly previousFeeds?: readonly SavedFeed[];
  /** How much: the problems alone, a site to show (when not given), or the findings of a report too. */
  readonly wanted?: Wanted;
  /** Whether readers can search the site; they can when not given. */
  readonly search?: boolean;
  /** Whether posts get pictures for link previews. */
  readonly cards?: boolean;
  /** Takes a part of the work. */
  readonly thread?: WorkerThread;
  /** Finds out about images and makes smaller ones; the default makes none. */
  readonly imageProcessor?: ImageProcessor;
  /** Whether stylesheets and scripts have names that change with their content; they do when not given. */
  readonly hashes?: boolean;
  /** Handed from one load to the next, so that what has not changed is not parsed again. */
  readonly cache?: LoadCache;
}
