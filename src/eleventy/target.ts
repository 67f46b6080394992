/** Where pages go when Eleventy has found out their addresses. */
import type { Worker } from 'node:worker_threads';
import { relative, sep } from 'node:path';
import type { LongFeed } from '../feeds/feed-files.ts';
import { Writer } from '../output/writer.ts';
import type { Asset, Site } from '../site/model.ts';
import { copyAssets, makeFiles, makeImages } from './files.ts';

export interface Target {
  /** Called before the first page is added. */
  start(site: Site, outputDir: string): void;
  /** @param path of the page's file: the output folder and what lies below it */
  addPage(path: string, render: () => string): void;
  /** Called when every page was added. */
  finish(): Promise<void>;
}

/** Writes everything below the output folder. */
export class FolderTarget implements Target {
  /** Known once it is finished. */
  longFeeds: readonly LongFeed[] = [];
  readonly #thread: Worker | undefined;
  readonly #writer: Writer;
  readonly #cache: string;
  #others: Promise<readonly [longFeeds: readonly LongFeed[], void, void]> | undefined;

  /**
   * @param thread without it, every file is written by this one
   * @param cache folder of the versions of images
   */
  constructor(thread: Worker | undefined, cache: string) {
    this.#thread = thread;
    this.#cache = cache;
    this.#writer = new Writer(thread);
  }

  /** While this thread renders pages, the other one makes the files that are none. */
  start(site: Site, outputDir: string): void {
    this.#others = Promise.all([
      makeFiles(site, outputDir, this.#thread),
      copyAssets(copied(site), outputDir, this.#writer),
      makeImages({ images: site.images, cache: this.#cache, outputDir }, this.#thread),
    ]);
    // What went wrong is met where the files are waited for.
    this.#others.catch(() => undefined);
  }

  addPage(path: string, render: () => string): void {
    this.#writer.write(path, render());
  }

  async finish(): Promise<void> {
    const [others] = await Promise.all([this.#others, this.#writer.finish()]);
    [this.longFeeds] = others ?? [[]];
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
export class WaitingPages implements Target {
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
