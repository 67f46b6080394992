/** Renders the bodies of a site, or reuses those of an earlier load. */
import { hash } from 'node:crypto';
import { stillValid } from '../addresses/recording-resolver.ts';
import { linkResolver, siteFingerprint, type LinkTable } from '../addresses/resolver.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { breathe } from '../lib/breathe.ts';
import type { Store } from '../lib/store.ts';
import type { Body, BodySource } from '../markdown/body.ts';
import { isTooSlow } from '../markdown/failures.ts';
import type { Wanted } from '../markdown/render-body.ts';
import { BodyBatches } from './body-batches.ts';
import { identify, sourceOf, type TextSettings } from './body-source.ts';
import type { FinishedBody } from './render-bodies.ts';
import { NO_TEXTS, type TextStats } from './text-stats.ts';
import type { WorkerThread } from './worker-thread.ts';

/** A body with everything it was rendered from. */
export interface CachedBody extends Omit<FinishedBody, 'file'> {
  /** Hash of the body's source. */
  readonly source: string;
  /** Hash of `siteFingerprint`. */
  readonly fingerprint: string;
}

/** Renders one site: `add` every entry, then `finish`. */
export class BodyRenderer {
  readonly #store: Store<CachedBody>;
  readonly #wanted: Wanted;
  readonly #stats: TextStats;
  readonly #started = performance.now();
  /** `CachedBody.source` by file. */
  readonly #sources = new Map<string, string>();
  /** Bodies that can be reused if their links still resolve to the same URLs. */
  readonly #cached: BodySource[] = [];
  readonly #batches: BodyBatches;
  /** By file. */
  #terms = new Map<string, Int32Array>();

  /** @param stats receives the result of `finish` */
  constructor(
    thread: WorkerThread,
    store: Store<CachedBody>,
    wanted: Wanted = 'page',
    stats: TextStats = { ...NO_TEXTS },
  ) {
    this.#batches = new BodyBatches(thread);
    this.#store = store;
    this.#wanted = wanted;
    this.#stats = Object.assign(stats, NO_TEXTS);
  }

  /** @param markdown of the entry */
  add(entry: PostEntry | PageEntry, markdown: string, settings: TextSettings): void {
    const source = sourceOf(entry, markdown, settings);
    const identity = identify(source);
    this.#sources.set(entry.file, identity);
    this.#stats.texts++;
    if (this.#store.get(entry.file)?.source === identity) this.#cached.push(source);
    else this.#batches.add(source);
  }

  /**
   * The bodies that have a URL, by file.
   * @param urls of the pages that show bodies, by file
   */
  async finish(
    links: LinkTable,
    urls: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, Body>> {
    const resolver = linkResolver(links);
    const fingerprint = hash('sha1', siteFingerprint(links));
    const bodies = new Map<string, Body>();
    const keep = (file: string, cached: CachedBody): void => {
      if (!cached.body.problems.some(isTooSlow)) this.#store.set(file, cached);
      bodies.set(file, cached.body);
      this.#terms.set(file, cached.terms);
    };
    for (const source of this.#cached.splice(0)) {
      await breathe();
      const { file } = source;
      const cached = this.#store.get(file);
      if (
        cached !== undefined &&
        cached.url === urls.get(file) &&
        cached.fingerprint === fingerprint &&
        stillValid(cached.lookups, resolver)
      )
        keep(file, cached);
      else this.#batches.add(source);
    }
    this.#stats.cached = bodies.size;
    await this.#batches.render({ links, urls, wanted: this.#wanted }, resolver, (finished) => {
      for (const { file, ...rest } of finished)
        keep(file, { source: this.#sources.get(file) ?? '', fingerprint, ...rest });
      this.#stats.rendered += finished.length;
    });
    this.#stats.milliseconds = performance.now() - this.#started;
    return bodies;
  }

  /** The terms of the finished bodies, by file. It forgets them, since they take much memory. */
  takeTerms(): ReadonlyMap<string, Int32Array> {
    const terms = this.#terms;
    this.#terms = new Map();
    return terms;
  }
}
