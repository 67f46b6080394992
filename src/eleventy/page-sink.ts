/** Destinations of rendered pages: the output folder of a build, or the memory of the preview. */
import { join, relative, sep } from 'node:path';
import { MANY_POSTS } from '../lib/heap-growth.ts';
import { writeFile } from '../publish/writer.ts';
import { isRewritten } from '../outputs/images/publish.ts';
import type { CardStats } from '../outputs/social-images/publish.ts';
import type { Asset, Site } from '../site/model.ts';
import type { WorkerThread } from '../build/worker-thread.ts';
import { copyAssets, withoutWords, writeFiles, type FileStats } from '../build/write-files.ts';

/** Figures for the summary of the build. */
export interface OutputStats extends FileStats {
  /** Absent if the site has no cards. */
  readonly cards: CardStats | undefined;
}

/** Receives how many cards are written, and how many there are. */
export type OnCards = (done: number, all: number) => void;

export interface PageSink {
  /** Called before the first page is added. */
  start(site: Site, outputDir: string): void;
  /** @param path of the page's file, in the output folder */
  addPage(path: string, render: () => string): void;
  /** Called after the last page. */
  finish(): Promise<void>;
}

/** Writes the whole site to the output folder. */
export class FolderSink implements PageSink {
  /** Set by `finish`. */
  stats: OutputStats = { longFeeds: [], search: undefined, cards: undefined };
  readonly #thread: WorkerThread;
  readonly #cacheDir: string;
  readonly #onCards: OnCards | undefined;
  #others: Promise<OutputStats> | undefined;

  /** @param cacheDir folder of all caches */
  constructor(thread: WorkerThread, cacheDir: string, onCards?: OnCards) {
    this.#thread = thread;
    this.#cacheDir = cacheDir;
    this.#onCards = onCards;
  }

  start(site: Site, outputDir: string): void {
    this.#others = this.#writeOthers(site, outputDir);
    // Errors are thrown in `finish`.
    this.#others.catch(() => undefined);
  }

  addPage(path: string, render: () => string): void {
    writeFile(path, render());
  }

  async finish(): Promise<void> {
    this.stats = (await this.#others) ?? this.stats;
  }

  /** Writes all other files, on the second thread while this one renders pages. */
  async #writeOthers(site: Site, outputDir: string): Promise<OutputStats> {
    const thread = this.#thread;
    const cache = (name: string): string => join(this.#cacheDir, name);
    const { cards, images } = site;
    const order = { site: withoutWords(site), outputDir, cacheDir: this.#cacheDir };
    const [stats, cardStats] = await Promise.all([
      // A large site is not sent to the other thread, which would double the memory of its texts.
      site.posts.length > MANY_POSTS ? writeFiles(order) : thread.call('writeFiles', order),
      cards &&
        thread.call('writeCards', { cards, cache: cache('cards'), outputDir }, (done) =>
          this.#onCards?.(done, cards.items.length),
        ),
      copyAssets(copied(site), outputDir),
      thread.call('writeImages', { images, cache: cache('images'), outputDir }),
    ]);
    return { ...stats, cards: cardStats };
  }
}

/** Assets published unchanged. */
function copied({ assets, images }: Site): readonly Asset[] {
  const rewritten = new Set(images.filter(isRewritten).map(({ path }) => path));
  return assets.filter(({ path }) => !rewritten.has(path));
}

export type Render = () => string;

/** Keeps pages unrendered until they are requested. */
export class LazyPages implements PageSink {
  /** By file below the output folder, with forward slashes: `about/index.html`. */
  readonly pages = new Map<string, Render>();
  readonly #outputDir: string;

  constructor(outputDir: string) {
    this.#outputDir = outputDir;
  }

  addPage(path: string, render: Render): void {
    this.pages.set(relative(this.#outputDir, path).split(sep).join('/'), render);
  }

  start(): void {
    // The preview makes other files on request.
  }

  finish(): Promise<void> {
    return Promise.resolve();
  }
}
