/** Destinations of rendered pages: the output folder of a build, or the memory of the preview. */
import { join, relative, sep } from 'node:path';
import { copyAssets, withoutWords, writeFiles, type FileStats } from '../build/write-files.ts';
import type { WorkerThread } from '../build/worker-thread.ts';
import { stateOfFile } from '../incremental/file-states.ts';
import type { OutputFiles } from '../incremental/output-files.ts';
import { PageKeys, type PageSource } from '../incremental/page-keys.ts';
import { MANY_POSTS } from '../lib/heap-growth.ts';
import { isStylesheet } from '../lib/stylesheets.ts';
import { imageFiles, isRewritten } from '../outputs/images/publish.ts';
import type { CardStats } from '../outputs/social-images/publish.ts';
import { writeFile, type Destination } from '../publish/writer.ts';
import type { Asset, Image, Site } from '../site/model.ts';

/** Figures for the summary of the build. */
export interface OutputStats extends FileStats {
  /** Absent if the site has no cards. */
  readonly cards: CardStats | undefined;
  /** How many files are those of the last output. */
  readonly taken: number;
}

/** Receives how many cards are written, and how many there are. */
export type OnCards = (done: number, all: number) => void;

/** What a page is rendered from, besides the site. */
export type Source = Omit<PageSource, 'file'>;

export type Render = () => string;

export interface PageSink {
  /** The site as templates see it. */
  show(site: Site): Site;
  /** Called before the first page is added. */
  start(site: Site, outputDir: string): void;
  /**
   * Takes a page of the last output, if it would be the same.
   * @param file below the output folder, with forward slashes: `about/index.html`
   */
  take(file: string, source: Source): boolean;
  /** @param path of the page's file, in the output folder */
  addPage(path: string, source: Source | undefined, render: Render): void;
  /** Called after the last page. */
  finish(): Promise<void>;
}

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
  stats: OutputStats = { longFeeds: [], search: undefined, cards: undefined, taken: 0 };
  readonly #thread: WorkerThread;
  readonly #cacheDir: string;
  readonly #options: SinkOptions;
  #to: Destination = { folder: '' };
  #keys: PageKeys | undefined;
  #others: Promise<Omit<OutputStats, 'taken'>> | undefined;

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

  take(file: string, source: Source): boolean {
    return this.#takePage({ ...source, file });
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
    if (page.item === undefined && this.#takePage(page)) return;
    const { html, reads } = keys.render(page, render);
    writeFile(this.#to, file, html);
    this.#options.files?.addPage(page, reads, keys);
  }

  async finish(): Promise<void> {
    const taken = this.#options.files?.taken ?? 0;
    this.stats = { ...this.stats, ...(await this.#others), taken };
  }

  #takePage(page: PageSource): boolean {
    const keys = this.#keys;
    return keys !== undefined && this.#options.files?.takePage(this.#to, page, keys) === true;
  }

  /** Writes all other files, on the second thread while this one renders pages. */
  async #writeOthers(site: Site): Promise<Omit<OutputStats, 'taken'>> {
    const thread = this.#thread;
    const cache = (name: string): string => join(this.#cacheDir, name);
    const { cards, images } = site;
    const to = this.#to;
    const order = { site: withoutWords(site), to, cacheDir: this.#cacheDir };
    const present = this.#takeImages(images);
    const [stats, cardStats] = await Promise.all([
      // A large site is not sent to the other thread, which would double the memory of its texts.
      site.posts.length > MANY_POSTS ? writeFiles(order) : thread.call('writeFiles', order),
      cards &&
        thread.call('writeCards', { cards, cache: cache('cards'), to }, (done) =>
          this.#options.onCards?.(done, cards.items.length),
        ),
      copyAssets(this.#withoutTaken(copied(site)), to),
      thread.call('writeImages', { images, cache: cache('images'), to, present }),
    ]);
    return { ...stats, cards: cardStats };
  }

  /** Takes what it can of the last output. @returns the paths */
  #takeImages(images: readonly Image[]): ReadonlySet<string> {
    const files = images.flatMap((image) => imageFiles(image));
    return new Set(files.flatMap(([path, key]) => (this.#takes(path, key) ? [path] : [])));
  }

  #withoutTaken(assets: readonly Asset[]): readonly Asset[] {
    return assets.filter((asset) => !this.#takes(asset.path, assetKey(asset)));
  }

  #takes(path: string, key: string | undefined): boolean {
    return key !== undefined && this.#options.files?.take(this.#to, path, key) === true;
  }
}

/** Of all that a copy depends on; `undefined` if that is more than one file. */
function assetKey({ source, content, isOwn }: Asset): string | undefined {
  if (content !== undefined || (isOwn === true && isStylesheet(source))) return undefined;
  return stateOfFile(source);
}

/** Assets published unchanged. */
function copied({ assets, images }: Site): readonly Asset[] {
  const rewritten = new Set(images.filter(isRewritten).map(({ path }) => path));
  return assets.filter(({ path }) => !rewritten.has(path));
}

/** Keeps pages unrendered until they are requested. */
export class LazyPages implements PageSink {
  /** By file below the output folder, with forward slashes: `about/index.html`. */
  readonly pages = new Map<string, Render>();
  readonly #outputDir: string;

  constructor(outputDir: string) {
    this.#outputDir = outputDir;
  }

  show(site: Site): Site {
    return site;
  }

  take(): boolean {
    return false;
  }

  addPage(path: string, _source: Source | undefined, render: Render): void {
    this.pages.set(fileBelow(this.#outputDir, path), render);
  }

  start(): void {
    // The preview makes other files on request.
  }

  finish(): Promise<void> {
    return Promise.resolve();
  }
}

/** With forward slashes. */
function fileBelow(outputDir: string, path: string): string {
  return relative(outputDir, path).split(sep).join('/');
}
