/** Where pages go when Eleventy has found out their addresses. */
import { join, relative, sep } from 'node:path';
import { MANY_POSTS } from '../lib/heap-growth.ts';
import { Writer } from '../publish/writer.ts';
import type { Asset, Site } from '../site/model.ts';
import { CardsJob, type CardsEffort, type OnCards } from '../build/card-job.ts';
import type { WorkerThread } from '../build/worker-thread.ts';
import { copyAssets, writeFiles, type FilesMade } from '../build/write-files.ts';

/** What came of the files that are no pages. */
export interface Made extends FilesMade {
  /** Absent when there are no cards to draw. */
  readonly cards: CardsEffort | undefined;
}

export interface PageSink {
  /** Called before the first page is added. */
  start(site: Site, outputDir: string): void;
  /** @param path of the page's file: the output folder and what lies below it */
  addPage(path: string, render: () => string): void;
  /** Called when every page was added. */
  finish(): Promise<void>;
}

/** Writes everything below the output folder. */
export class FolderSink implements PageSink {
  /** Known once it is finished. */
  made: Made = { longFeeds: [], search: undefined, cards: undefined };
  readonly #thread: WorkerThread;
  readonly #writer: Writer;
  readonly #cacheDir: string;
  readonly #onCards: OnCards | undefined;
  #cards: CardsJob | undefined;
  #others: Promise<readonly [FilesMade, ...unknown[]]> | undefined;

  /** @param cacheDir folder of all caches */
  constructor(thread: WorkerThread, cacheDir: string, onCards?: OnCards) {
    this.#thread = thread;
    this.#cacheDir = cacheDir;
    this.#onCards = onCards;
    this.#writer = new Writer((batch) => thread.call('writeBatch', batch));
  }

  /** While this thread renders pages, the second one makes all other files. */
  start(site: Site, outputDir: string): void {
    const cacheDir = this.#cacheDir;
    const thread = this.#thread;
    const { words: _, ...data } = site;
    const order = { site: data, outputDir, cacheDir };
    const images = { images: site.images, cache: join(cacheDir, 'images'), outputDir };
    this.#others = Promise.all([
      // A large site is not sent to the other thread, which would double the memory of its texts.
      site.posts.length > MANY_POSTS ? writeFiles(order) : thread.call('writeFiles', order),
      copyAssets(copied(site), outputDir, this.#writer),
      thread.call('writeImages', images),
    ]);
    // Errors are thrown in `finish`.
    this.#others.catch(() => undefined);
    const { cards } = site;
    if (cards !== undefined) {
      this.#cards = new CardsJob({ cards, cache: join(cacheDir, 'cards'), outputDir }, thread);
    }
  }

  addPage(path: string, render: () => string): void {
    this.#writer.write(path, render());
  }

  async finish(): Promise<void> {
    const job = this.#cards;
    try {
      const [others, , cards] = await Promise.all([
        this.#others,
        this.#writer.finish(),
        job?.finish(this.#onCards),
      ]);
      this.made = { ...(others?.[0] ?? this.made), cards };
    } catch (error) {
      await job?.stop();
      throw error;
    }
  }
}

/** The assets whose bytes are published as they are. */
function copied({ assets, images }: Site): readonly Asset[] {
  const cleaned = new Set(images.filter(({ isCleaned }) => isCleaned).map(({ path }) => path));
  return assets.filter(({ path }) => !cleaned.has(path));
}

/** Renders a page when it is called. */
export type Render = () => string;

/** Writes nothing and renders nothing: pages wait until somebody looks at them. */
export class LazyPages implements PageSink {
  /** By the page's file below the output folder, with forward slashes: `about/index.html`. */
  readonly pages = new Map<string, Render>();
  readonly #outputDir: string;

  constructor(outputDir: string) {
    this.#outputDir = outputDir;
  }

  addPage(path: string, render: Render): void {
    this.pages.set(relative(this.#outputDir, path).split(sep).join('/'), render);
  }

  start(): void {
    // Who asks for another file makes it then.
  }

  finish(): Promise<void> {
    return Promise.resolve();
  }
}
