/** Renders the bodies of a site, or reuses those of an earlier load. */
import { hash } from 'node:crypto';
import { stillValid } from '../addresses/recording-resolver.ts';
import { linkResolver, siteFingerprint, type LinkTable } from '../addresses/resolver.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { breathe } from '../lib/breathe.ts';
import { VERY_MANY_POSTS } from '../lib/heap-growth.ts';
import { TextPacker, isPackable, type PackedText } from '../lib/packed-text.ts';
import type { Store } from '../lib/store.ts';
import type { Body, BodySource } from '../markdown/body.ts';
import { isTooSlow } from '../markdown/failures.ts';
import { packHtml } from '../markdown/packed-html.ts';
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

/** The source of a body that may be reused. */
interface Waiting extends Omit<BodySource, 'markdown'> {
  readonly markdown: string | PackedText;
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
  readonly #cached: Waiting[] = [];
  readonly #batches: BodyBatches;
  /** By file. */
  #terms = new Map<string, Int32Array>();
  readonly #packs: boolean;
  readonly #packer = new TextPacker();

  /**
   * @param stats receives the result of `finish`
   * @param posts of the site, about; very many are held in less memory, which takes longer
   */
  constructor(
    thread: WorkerThread,
    store: Store<CachedBody>,
    wanted: Wanted = 'page',
    stats: TextStats = { ...NO_TEXTS },
    posts = 0,
  ) {
    this.#batches = new BodyBatches(thread);
    this.#store = store;
    this.#wanted = wanted;
    this.#stats = Object.assign(stats, NO_TEXTS);
    this.#packs = posts > VERY_MANY_POSTS;
  }

  /** @param markdown of the entry */
  add(entry: PostEntry | PageEntry, markdown: string, settings: TextSettings): void {
    const source = sourceOf(entry, markdown, settings);
    const identity = identify(source);
    this.#sources.set(entry.file, identity);
    this.#stats.texts++;
    const cached = this.#store.get(entry.file);
    if (cached?.source !== identity) {
      this.#batches.add(source);
      return;
    }
    this.#cached.push(this.#waiting(source));
    this.#store.replace(entry.file, this.#packed(cached));
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
    for (const { markdown: text, ...rest } of this.#cached.splice(0)) {
      await breathe();
      const { file } = rest;
      const cached = this.#store.get(file);
      if (
        cached !== undefined &&
        cached.url === urls.get(file) &&
        cached.fingerprint === fingerprint &&
        stillValid(cached.lookups, resolver)
      )
        keep(file, cached);
      else this.#batches.add({ ...rest, markdown: text.toString() });
    }
    this.#stats.cached = bodies.size;
    await this.#batches.render({ links, urls, wanted: this.#wanted }, resolver, (finished) => {
      for (const { file, ...rest } of finished)
        keep(file, this.#packed({ source: this.#sources.get(file) ?? '', fingerprint, ...rest }));
      this.#stats.rendered += finished.length;
    });
    this.#stats.milliseconds = performance.now() - this.#started;
    return bodies;
  }

  #waiting({ markdown, ...rest }: BodySource): Waiting {
    const packs = this.#packs && isPackable(markdown);
    return { markdown: packs ? this.#packer.pack(markdown) : markdown, ...rest };
  }

  #packed(cached: CachedBody): CachedBody {
    const { body } = cached;
    const parts = this.#packs ? packHtml(body.parts) : body.parts;
    return parts === body.parts ? cached : { ...cached, body: { ...body, parts } };
  }

  /** The terms of the finished bodies, by file. It forgets them, since they take much memory. */
  takeTerms(): ReadonlyMap<string, Int32Array> {
    const terms = this.#terms;
    this.#terms = new Map();
    return terms;
  }
}
