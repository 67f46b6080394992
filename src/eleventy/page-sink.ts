/** Where pages go when Eleventy has found out their addresses. */
import type { Worker } from 'node:worker_threads';
import { join, relative, sep } from 'node:path';
import { MANY_POSTS } from '../lib/heap-growth.ts';
import { Writer } from '../publish/writer.ts';
import type { Asset, Site } from '../site/model.ts';
import { CardsJob, type CardsEffort, type OnCards } from '../build/card-job.ts';
import { copyAssets, makeFiles, makeImages, type FilesMade } from '../build/write-files.ts';

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
  readonly #thread: Worker | undefined;
  readonly #writer: Writer;
  readonly #cacheDir: string;
  readonly #onCards: OnCards | undefined;
  #cards: CardsJob | undefined;
  #others: Promise<readonly [FilesMade, void, void]> | undefined;

  /**
   * @param thread without it, every file is written by this one
   * @param cacheDir folder for what took long to make
   * @param onCards told how many cards are begun, and of how many
   */
  constructor(thread: Worker | undefined, cacheDir: string, onCards?: OnCards) {
    this.#thread = thread;
    this.#cacheDir = cacheDir;
    this.#onCards = onCards;
    this.#writer = new Writer(thread);
  }

  /** While this thread renders pages, the other one makes the files that are none. */
  start(site: Site, outputDir: string): void {
    const cacheDir = this.#cacheDir;
    // To hand a site over is to have all of its texts twice.
    const maker = site.posts.length > MANY_POSTS ? undefined : this.#thread;
    this.#others = Promise.all([
      makeFiles(site, { outputDir, cacheDir }, maker),
      copyAssets(copied(site), outputDir, this.#writer),
      makeImages({ images: site.images, cache: join(cacheDir, 'images'), outputDir }, this.#thread),
    ]);
    // What went wrong is met where the files are waited for.
    this.#others.catch(() => undefined);
    const { cards } = site;
    if (cards !== undefined) {
      const order = { cards, cache: join(cacheDir, 'cards'), outputDir };
      this.#cards = new CardsJob(order, this.#thread);
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
