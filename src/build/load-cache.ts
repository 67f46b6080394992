/** Caches of a load: parsed front matter and rendered bodies. */
import { join, resolve } from 'node:path';
import type { ContentCache } from '../content/load-content.ts';
import { Cache } from '../lib/cache.ts';
import { fetchBytes } from '../lib/fetch-bytes.ts';
import type { BrandCache } from '../outputs/brand/brand.ts';
import { PosterFinder } from '../outputs/posters/poster-finder.ts';
import { MIN_TEXTS, Store } from '../lib/store.ts';
import { displayPath } from '../lib/user-folder.ts';
import type { Wanted } from '../markdown/render-body.ts';
import type { CachedBody } from './body-renderer.ts';
import { NO_TEXTS, type TextStats } from './text-stats.ts';

/** Changes with sources, libraries, Node and its locale data; absent without a bundle. */
function programVersion(): string | undefined {
  const bundle = process.env['PERENNIAL_BUNDLE'];
  const { icu, tz } = process.versions;
  return bundle && `${bundle} ${icu} ${tz}`;
}

export class LoadCache {
  readonly content: ContentCache;
  readonly bodies: Readonly<Record<Wanted, Store<CachedBody>>>;
  /** Absent without a folder. */
  readonly brand: BrandCache | undefined;
  /** Absent without a folder. */
  readonly posters: PosterFinder | undefined;
  /** Of the last load. */
  readonly stats: TextStats = { ...NO_TEXTS };
  readonly #folder: string | undefined;

  /**
   * @param cacheDir folder of all caches; without it, nothing is written
   * @param contentDir tells apart the sites that share a cache
   * @param keeps whether texts stay in memory for another load, once they are saved
   * @param fetch asks other sites, for posters
   */
  constructor(cacheDir?: string, contentDir = '', { keeps = true, fetch = fetchBytes } = {}) {
    this.posters = cacheDir ? new PosterFinder(join(cacheDir, 'posters'), fetch) : undefined;
    const brand = cacheDir && join(cacheDir, 'brand');
    this.brand = brand ? { logos: new Cache(brand), fonts: new Cache(brand) } : undefined;
    const version = programVersion();
    const folder = cacheDir && version && join(cacheDir, 'texts');
    this.#folder = folder;
    const store = <Value>(kind: string, free?: (value: Value) => Value): Store<Value> => {
      if (!folder) return new Store();
      const inputs = [kind, version, resolve(contentDir), displayPath(contentDir)];
      return new Store({ folder, inputs, shards: 16, minimum: MIN_TEXTS, keeps }, free);
    };
    this.content = { posts: store('posts'), pages: store('pages') };
    this.bodies = {
      page: store('bodies', withOwnTerms),
      problems: store('checked bodies', withOwnTerms),
      // Reports are rare.
      notes: new Store(),
    };
  }

  /** Saves what the last load used, after the whole site was loaded. */
  save(): void {
    const stores = [...Object.values(this.content), ...Object.values(this.bodies)];
    const written = stores.map((store) => store.save());
    if (this.#folder && written.includes(true)) new Cache(this.#folder).sweep();
  }
}

function withOwnTerms(cached: CachedBody): CachedBody {
  return { ...cached, terms: cached.terms.slice() };
}
