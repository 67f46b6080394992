/**
 * Renders the bodies of a site, or reuses those of an earlier load. The second
 * thread parses Markdown while this one still reads front matter; once all URLs
 * are known, both finish bodies.
 */
import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { stillValid, type Lookups } from '../addresses/recording-resolver.ts';
import {
  linkResolver,
  siteFingerprint,
  type LinkResolver,
  type LinkTable,
} from '../addresses/resolver.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { breathe } from '../lib/breathe.ts';
import { MANY_POSTS } from '../lib/heap-growth.ts';
import type { Store } from '../lib/store.ts';
import type { Body, BodySource } from '../markdown/body.ts';
import { isTooSlow } from '../markdown/failures.ts';
import type { Wanted } from '../markdown/render-body.ts';
import { renderBatch, type FinishedBody, type RenderContext } from './render-bodies.ts';
import { identify, sourceOf, type TextSettings } from './body-source.ts';
import { NO_TEXTS, type TextStats } from './text-stats.ts';
import { WorkerThread } from './worker-thread.ts';

/** Bodies per message to the second thread. */
const BATCH_SIZE = 16;
/** Batches that the second thread has at a time while entries are read. */
const MOST_UNPARSED = 64;
/** Every third batch is rendered on this thread, which reads front matter while the other parses. */
const SHARE = 3;

/** A body with everything it was rendered from. */
export interface CachedBody {
  /** Hash of the body's source. */
  readonly source: string;
  readonly url: string;
  /** Hash of `siteFingerprint`. */
  readonly fingerprint: string;
  readonly lookups: Lookups;
  readonly body: Body;
}

/** Renders one site: `add` every entry, then `finish`. */
export class BodyRenderer {
  readonly #thread: WorkerThread;
  readonly #store: Store<CachedBody>;
  readonly #wanted: Wanted;
  readonly #stats: TextStats;
  readonly #started = performance.now();
  /** `CachedBody.source` by file. */
  readonly #sources = new Map<string, string>();
  /** Bodies that can be reused if their links still resolve to the same URLs. */
  readonly #cached: BodySource[] = [];
  /** Batches for this thread. */
  readonly #batches: BodySource[][] = [];
  /** Batches for the second thread that wait here, because messages take more memory. */
  readonly #waiting: BodySource[][] = [];
  /** Batches sent to the second thread. */
  readonly #sent: Promise<void>[] = [];
  /** Those of them that it has not parsed. */
  #unparsed = 0;
  #batch: BodySource[] = [];

  /** @param stats receives the result of `finish` */
  constructor(
    thread: WorkerThread,
    store: Store<CachedBody>,
    wanted: Wanted = 'page',
    stats: TextStats = { ...NO_TEXTS },
  ) {
    this.#thread = thread;
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
    else this.#enqueue(source);
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
      else this.#enqueue(source);
    }
    this.#stats.cached = bodies.size;
    await this.#render({ links, urls, wanted: this.#wanted }, resolver, (finished) => {
      for (const { file, ...rest } of finished)
        keep(file, { source: this.#sources.get(file) ?? '', fingerprint, ...rest });
      this.#stats.rendered += finished.length;
    });
    this.#stats.milliseconds = performance.now() - this.#started;
    return bodies;
  }

  #enqueue(source: BodySource): void {
    this.#batch.push(source);
    if (this.#batch.length === BATCH_SIZE) this.#endBatch();
  }

  #endBatch(): void {
    const sources = this.#batch;
    this.#batch = [];
    const count = this.#batches.length + this.#sent.length + this.#waiting.length + 1;
    if (!this.#thread.isParallel || count % SHARE === 0) this.#batches.push(sources);
    else {
      this.#waiting.push(sources);
      this.#send(MOST_UNPARSED);
    }
  }

  /** @param most batches that the second thread may have */
  #send(most: number): void {
    while (this.#unparsed < most) {
      const sources = this.#waiting.shift();
      if (sources === undefined) return;
      this.#unparsed++;
      const parsed = this.#parse(sources);
      // It is awaited in the end.
      parsed.catch(() => undefined);
      this.#sent.push(parsed);
    }
  }

  async #parse(sources: readonly BodySource[]): Promise<void> {
    await this.#thread.call('parseBodies', sources);
    this.#unparsed--;
    this.#send(MOST_UNPARSED);
  }

  async #render(
    context: RenderContext,
    resolver: LinkResolver,
    onPart: (bodies: readonly FinishedBody[]) => void,
  ): Promise<void> {
    if (this.#batch.length > 0) this.#endBatch();
    this.#send(Infinity);
    // Before its first collection, V8 lets the heap of a thread grow to 256 MB.
    if (this.#sent.length * BATCH_SIZE > MANY_POSTS / 2)
      void this.#thread.call('collectGarbage', undefined);
    const there = this.#sent.length > 0 && this.#thread.call('finishBodies', context, onPart);
    const slow: BodySource[] = [];
    // Each batch is removed to free its memory.
    for (let sources = this.#batches.shift(); sources; sources = this.#batches.shift()) {
      const finished = await renderBatch(sources, context, resolver);
      if (finished === undefined) slow.push(...sources);
      else onPart(finished);
      // Lets this thread receive messages.
      await setImmediate();
    }
    await Promise.all([...this.#sent, there]);
    if (slow.length > 0) await this.#renderThere(slow, context, onPart);
  }

  /** Renders on a second thread in any case, since this one must answer signals. */
  async #renderThere(
    sources: readonly BodySource[],
    context: RenderContext,
    onPart: (bodies: readonly FinishedBody[]) => void,
  ): Promise<void> {
    const thread = this.#thread.isParallel ? this.#thread : WorkerThread.start();
    try {
      const parsed = sources.map((source) => thread.call('parseBodies', [source]));
      await Promise.all([...parsed, thread.call('finishBodies', context, onPart)]);
    } finally {
      if (thread !== this.#thread) await thread.stop();
    }
  }
}
