/**
 * Rendered bodies, kept from one load of the site to the next. A body is
 * rendered again when its text, its files or its address have changed, or when
 * a link in it now leads elsewhere.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { stillValid, type Lookups } from '../addresses/recording-resolver.ts';
import { siteFingerprint, linkResolver } from '../addresses/resolver.ts';
import { Cache } from '../lib/cache.ts';
import { Readers } from '../content/readers.ts';
import type { Wanted } from '../markdown/render-body.ts';
import { Store, type Home } from '../lib/store.ts';
import type { Body, BodySource } from '../markdown/body.ts';
import type { BodyRenderer, Places } from './body-renderer.ts';

interface Kept {
  /** Tells the job from any other. */
  readonly job: string;
  readonly url: string;
  /** Of the links; see `siteFingerprint`. */
  readonly fingerprint: string;
  readonly lookups: Lookups;
  readonly body: Body;
}

/** A text that tells the job from any other. */
function identify({ markdown, ...source }: BodySource): string {
  return `${hash('sha1', markdown)} ${JSON.stringify(source)}`;
}

/** What the texts of a load came to. */
export interface TextEffort {
  /** Bodies that were rendered, and those that an earlier load had rendered. */
  rendered: number;
  kept: number;
  milliseconds: number;
}

/** The bodies of one load: every job is added, then all are finished. */
export class Bodies {
  readonly #store: Store<Kept>;
  readonly #crew: BodyRenderer;
  readonly #wanted: Wanted;
  readonly #effort: TextEffort;
  readonly #started = performance.now();
  /** By file. */
  readonly #jobs = new Map<string, string>();
  /** Jobs of bodies that are known, if their links still lead where they did. */
  readonly #known: BodySource[] = [];

  /**
   * @param crew renders what is not known
   * @param effort is told what it came to
   */
  constructor(store: Store<Kept>, crew: BodyRenderer, wanted: Wanted, effort: TextEffort) {
    this.#store = store;
    this.#effort = effort;
    this.#crew = crew;
    this.#wanted = wanted;
  }

  add(job: BodySource): void {
    const { file } = job;
    const text = identify(job);
    this.#jobs.set(file, text);
    if (this.#store.get(file)?.job === text) this.#known.push(job);
    else this.#crew.add(job);
  }

  /** Every body that has a place, rendered, by its file. */
  async finish(where: Omit<Places, 'wanted'>): Promise<ReadonlyMap<string, Body>> {
    const resolver = linkResolver(where.links);
    const fingerprint = hash('sha1', siteFingerprint(where.links));
    const bodies = new Map<string, Body>();
    for (const job of this.#known) {
      const { file } = job;
      const kept = this.#store.get(file);
      const isGood =
        kept !== undefined && kept.url === where.urls.get(file) && kept.fingerprint === fingerprint;
      if (isGood && stillValid(kept.lookups, resolver)) {
        this.#store.set(file, kept);
        bodies.set(file, kept.body);
      } else this.#crew.add(job);
    }
    this.#effort.kept = bodies.size;
    for (const { file, url, lookups, body } of await this.#crew.finish({
      ...where,
      wanted: this.#wanted,
    })) {
      this.#store.set(file, { job: this.#jobs.get(file) ?? '', url, fingerprint, lookups, body });
      bodies.set(file, body);
    }
    this.#effort.rendered = bodies.size - this.#effort.kept;
    this.#effort.milliseconds = performance.now() - this.#started;
    return bodies;
  }
}

/**
 * Changes with the sources, the libraries, Node and its knowledge of time zones
 * and languages; `undefined` when the sources were not bundled.
 */
function programVersion(): string | undefined {
  const bundle = process.env['PERENNIAL_BUNDLE'];
  const { icu, tz } = process.versions;
  return bundle && `${bundle} ${icu} ${tz}`;
}

/** What is known of the texts of a site, so that only those that have changed are parsed again. */
export class LoadCache {
  readonly readers: Readers;
  /** Of the last load. */
  readonly effort: TextEffort = { rendered: 0, kept: 0, milliseconds: 0 };
  readonly #home: Home | undefined;
  readonly #bodies: Readonly<Record<Wanted, Store<Kept>>>;

  /** @param home where it lasts from run to run */
  constructor(home?: Home) {
    this.#home = home;
    this.readers = new Readers(home);
    this.#bodies = {
      page: new Store('bodies', home),
      problems: new Store('checked bodies', home),
      // Reports are rare, and theirs are no use to others.
      notes: new Store('noted bodies'),
    };
  }

  /**
   * What earlier runs have left.
   * @param cacheDir folder for what took long to make
   */
  static in(cacheDir: string, site: string): LoadCache {
    const version = programVersion();
    if (version === undefined) return new LoadCache();
    return new LoadCache({ cache: new Cache(join(cacheDir, 'texts')), site, version });
  }

  /** Begins a load. */
  bodies(crew: BodyRenderer, wanted: Wanted): Bodies {
    return new Bodies(this.#bodies[wanted], crew, wanted, this.effort);
  }

  /** To be called when a whole site was loaded: what the load had no need of is not kept. */
  save(): void {
    const saved = this.#stores.map((store) => store.save());
    if (saved.includes(true)) this.#home?.cache.sweep();
  }

  /** To be called when no other load follows: pages need the memory. */
  forget(): void {
    for (const store of this.#stores) store.forget();
  }

  get #stores(): readonly Pick<Store<unknown>, 'save' | 'forget'>[] {
    return [...this.readers.stores, ...Object.values(this.#bodies)];
  }
}
