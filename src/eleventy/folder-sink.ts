/** Writes the site to the output folder of a build. */
import { join } from 'node:path';
import {
  copyAssets,
  withoutWords,
  writeFiles,
  writeGenerated,
  writeSearch,
  type FileStats,
} from '../build/write-files.ts';
import type { WorkerThread } from '../build/worker-thread.ts';
import { assetKey, cardKeys } from '../incremental/file-keys.ts';
import type { OutputFiles } from '../incremental/output-files.ts';
import { PageKeys, type PageSource } from '../incremental/page-keys.ts';
import { MANY_POSTS } from '../lib/heap-growth.ts';
import { imageFiles, isRewritten } from '../outputs/images/publish.ts';
import type { CardStats } from '../outputs/social-images/publish.ts';
import { writeFile, type Destination } from '../publish/writer.ts';
import type { Asset, Cards, Image, Site } from '../site/model.ts';
import { fileBelow, type PageSink, type Render, type Source } from './page-sink.ts';

/** Figures for the summary of the build. */
export interface OutputStats extends FileStats {
  /** Absent if the site has no cards. */
  readonly cards: CardStats | undefined;
  /** How many files are those of the last output. */
  readonly reused: number;
}

/** Receives how many cards are written, and how many there are. */
export type OnCards = (done: number, all: number) => void;

export interface SinkOptions {
  /** The output folder that the new one replaces. */
  readonly earlier?: string | undefined;
  /** Without them, every page is rendered. */
  readonly files?: OutputFiles | undefined;
  readonly onCards?: OnCards;
}

/** Writes the whole site to the output folder. */
export class FolderSink implements PageSink {
  /** Set by `finish`. */
  stats: OutputStats = { longFeeds: [], search: undefined, cards: undefined, reused: 0 };
  readonly #thread: WorkerThread;
  readonly #cacheDir: string;
  readonly #options: SinkOptions;
  #to: Destination = { folder: '' };
  #keys: PageKeys | undefined;
  #others: Promise<Omit<OutputStats, 'reused'>> | undefined;
  #endPages = (): void => undefined;
  readonly #pages = new Promise<void>((resolve) => {
    this.#endPages = resolve;
  });

  /** @param cacheDir folder of all caches */
  constructor(thread: WorkerThread, cacheDir: string, options: SinkOptions = {}) {
    this.#thread = thread;
    this.#cacheDir = cacheDir;
    this.#options = options;
  }

  show(site: Site): Site {
    if (this.#options.files === undefined) return site;
    this.#keys = new PageKeys(site);
    return this.#keys.site;
  }

  start(site: Site, outputDir: string): void {
    this.#to = { folder: outputDir, earlier: this.#options.earlier };
    this.#others = this.#writeOthers(site);
    // Errors are thrown in `finish`.
    this.#others.catch(() => undefined);
  }

  reuse(file: string, source: Source): boolean {
    return this.#reusePage({ ...source, file });
  }

  addPage(path: string, source: Source | undefined, render: Render): void {
    const file = fileBelow(this.#to.folder, path);
    const keys = this.#keys;
    if (source === undefined || keys === undefined) {
      writeFile(this.#to, file, render());
      return;
    }
    const page = { ...source, file };
    // Those with an item have been offered before.
    if (page.item === undefined && this.#reusePage(page)) return;
    const { html, reads } = keys.render(page, render);
    writeFile(this.#to, file, html);
    this.#options.files?.addPage(page, reads, keys);
  }

  async finish(): Promise<void> {
    this.#endPages();
    this.stats = { ...this.stats, ...(await this.#others) };
    this.stats = { ...this.stats, reused: this.#options.files?.reused ?? 0 };
  }

  #reusePage(page: PageSource): boolean {
    const keys = this.#keys;
    return keys !== undefined && this.#options.files?.reusePage(this.#to, page, keys) === true;
  }

  /** Writes all other files, on the second thread while this one renders pages. */
  async #writeOthers(site: Site): Promise<Omit<OutputStats, 'reused'>> {
    const { cards, images } = site;
    const to = this.#to;
    const present = this.#takeImages(images);
    const order = { images, cache: join(this.#cacheDir, 'images'), to, present };
    const [stats, cardStats] = await Promise.all([
      this.#writeFiles(site),
      cards && this.#writeCards(cards),
      copyAssets(this.#withoutTaken(copied(site)), to),
      this.#thread.call('writeImages', order),
    ]);
    return { ...stats, cards: cardStats };
  }

  /** After an edit, this thread has few pages to render, and writes all but the search itself. */
  async #writeFiles(site: Site): Promise<FileStats> {
    const thread = this.#thread;
    const order = { site: withoutWords(site), to: this.#to, cacheDir: this.#cacheDir };
    // A large site is not sent to the other thread, which would double the memory of its texts.
    const isLarge = site.posts.length > MANY_POSTS;
    if (this.#options.files?.hasLast !== true)
      return await (isLarge ? writeFiles(order) : thread.call('writeFiles', order));
    const search =
      site.search && (isLarge ? writeSearch(order) : thread.call('writeSearch', order));
    // Errors are thrown at the `await` below.
    search?.catch(() => undefined);
    await this.#pages;
    return { longFeeds: await writeGenerated(order), search: await search };
  }

  /** Cards without their title are never reused, because the summary lists what fonts they lack. */
  async #writeCards(cards: Cards): Promise<CardStats> {
    const keyOf = cardKeys(cards);
    const items = cards.items.filter((card) => !this.#reuses(card.path, keyOf(card)));
    const reused = cards.items.length - items.length;
    const order = {
      cards: { ...cards, items },
      cache: join(this.#cacheDir, 'cards'),
      to: this.#to,
    };
    const stats = await this.#thread.call('writeCards', order, (done) =>
      this.#options.onCards?.(reused + done, cards.items.length),
    );
    for (const path of stats.untitled) this.#options.files?.forget(path);
    return { ...stats, cached: stats.cached + reused };
  }

  /** @returns the paths of files that are reused */
  #takeImages(images: readonly Image[]): ReadonlySet<string> {
    const files = images.flatMap((image) => imageFiles(image));
    return new Set(files.flatMap(([path, key]) => (this.#reuses(path, key) ? [path] : [])));
  }

  #withoutTaken(assets: readonly Asset[]): readonly Asset[] {
    return assets.filter((asset) => !this.#reuses(asset.path, assetKey(asset)));
  }

  #reuses(path: string, key: string | undefined): boolean {
    return key !== undefined && this.#options.files?.reuse(this.#to, path, key) === true;
  }
}

/** Assets published unchanged. */
function copied({ assets, images }: Site): readonly Asset[] {
  const rewritten = new Set(images.filter(isRewritten).map(({ path }) => path));
  return assets.filter(({ path }) => !rewritten.has(path));
}
