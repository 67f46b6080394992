/**
 * Renders the bodies of a site, or reuses those of an earlier load. The second
 * thread parses Markdown while this one still reads front matter; once every
 * address is known, both finish the bodies.
 */
import { hash } from 'node:crypto';
import { stillValid, type Lookups } from '../addresses/recording-resolver.ts';
import {
  linkResolver,
  siteFingerprint,
  type LinkResolver,
  type LinkTable,
} from '../addresses/resolver.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { isTranslated } from '../lib/language/language.ts';
import type { Store } from '../lib/store.ts';
import type { Body, BodySource } from '../markdown/body.ts';
import type { Wanted } from '../markdown/render-body.ts';
import {
  finishBatches,
  parseSource,
  type FinishedBody,
  type RenderContext,
} from './render-bodies.ts';
import type { WorkerThread } from './worker-thread.ts';

/** Large enough to be worth a message, small enough for both threads to end together. */
const BATCH_SIZE = 16;

/** A body, and all that it was rendered from. */
export interface CachedBody {
  /** Hash of the text and what else the entry says. */
  readonly source: string;
  readonly url: string;
  /** Hash of `siteFingerprint`. */
  readonly fingerprint: string;
  readonly lookups: Lookups;
  readonly body: Body;
}

/** How many bodies were rendered and how many reused. */
export interface TextStats {
  rendered: number;
  cached: number;
  milliseconds: number;
}

/** Renders once: every entry is added, then all are finished. */
export class BodyRenderer {
  readonly #thread: WorkerThread;
  readonly #store: Store<CachedBody>;
  readonly #wanted: Wanted;
  readonly #stats: TextStats;
  readonly #started = performance.now();
  /** `CachedBody.source` by file. */
  readonly #sources = new Map<string, string>();
  /** Bodies that can be reused if their links still lead to the same addresses. */
  readonly #cached: BodySource[] = [];
  readonly #batches: BodySource[][] = [];
  #batch: BodySource[] = [];
  readonly #begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  /** @param stats receives the result of `finish` */
  constructor(
    thread: WorkerThread,
    store: Store<CachedBody>,
    wanted: Wanted = 'page',
    stats: TextStats = { rendered: 0, cached: 0, milliseconds: 0 },
  ) {
    this.#thread = thread;
    this.#store = store;
    this.#wanted = wanted;
    this.#stats = stats;
  }

  add(entry: PostEntry | PageEntry, siteLanguage: string): void {
    const source = sourceOf(entry, siteLanguage);
    const identity = identify(source);
    this.#sources.set(entry.file, identity);
    if (this.#store.get(entry.file)?.source === identity) this.#cached.push(source);
    else this.#enqueue(source);
  }

  /**
   * Every body that has an address, by file.
   * @param urls address of the page that shows a body, by file
   */
  async finish(
    links: LinkTable,
    urls: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, Body>> {
    const resolver = linkResolver(links);
    const fingerprint = hash('sha1', siteFingerprint(links));
    const bodies = new Map<string, Body>();
    const keep = (file: string, cached: CachedBody): void => {
      this.#store.set(file, cached);
      bodies.set(file, cached.body);
    };
    for (const source of this.#cached) {
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
    const cached = bodies.size;
    await this.#render(resolver, { links, urls, wanted: this.#wanted }, (finished) => {
      for (const { file, ...rest } of finished)
        keep(file, { source: this.#sources.get(file) ?? '', fingerprint, ...rest });
    });
    const milliseconds = performance.now() - this.#started;
    Object.assign(this.#stats, { rendered: bodies.size - cached, cached, milliseconds });
    return bodies;
  }

  #enqueue(source: BodySource): void {
    this.#batch.push(source);
    if (this.#batch.length === BATCH_SIZE) this.#endBatch();
  }

  #endBatch(): void {
    const sources = this.#batch;
    this.#batches.push(sources);
    this.#batch = [];
    if (this.#thread.isParallel)
      void this.#thread.call('parseBodies', { sources, begun: this.#begun });
  }

  async #render(
    resolver: LinkResolver,
    context: RenderContext,
    onPart: (bodies: readonly FinishedBody[]) => void,
  ): Promise<void> {
    if (this.#batch.length > 0) this.#endBatch();
    const count = this.#batches.length;
    if (count === 0) return;
    const work = { context, begun: this.#begun, count };
    // A batch that the other thread has parsed may be parsed again here, where the time is free.
    const here = this.#batches.map((sources) => () => sources.map(parseSource));
    const there = this.#thread.isParallel && this.#thread.call('finishBodies', work, onPart);
    await Promise.all([finishBatches(here, resolver, work, onPart), there]);
  }
}

/** Text that the page adds to a body is in the body's language, if there is a translation. */
function sourceOf(
  { file, body, files, fields }: PostEntry | PageEntry,
  siteLanguage: string,
): BodySource {
  const { description } = fields;
  const own = 'language' in fields ? fields.language : undefined;
  const language = own !== undefined && isTranslated(own) ? own : siteLanguage;
  return { file, markdown: body, files, language, description };
}

function identify({ markdown, ...source }: BodySource): string {
  return `${hash('sha1', markdown)} ${JSON.stringify(source)}`;
}
