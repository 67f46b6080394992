/** Where pages go when Eleventy has found out their addresses. */
import type { Worker } from 'node:worker_threads';
import { relative, sep } from 'node:path';
import type { Feed } from '../feeds/feed.ts';
import { Writer } from '../output/writer.ts';
import type { Site } from '../site/model.ts';
import { copyAssets, filesOf, writeFiles } from './files.ts';

export interface Target {
  /** @param path of the page's file: the output folder and what lies below it */
  addPage(path: string, render: () => string): void;
  /** Called when every page was added. */
  finish(site: Site, outputDir: string): Promise<void>;
}

/** Writes everything below the output folder. */
export class FolderTarget implements Target {
  /** Those that had no room for all their posts, once it is finished. */
  readonly cutFeeds: Feed[] = [];
  readonly #writer: Writer;

  /** @param thread without it, every file is written by this one */
  constructor(thread: Worker | undefined) {
    this.#writer = new Writer(thread);
  }

  addPage(path: string, render: () => string): void {
    this.#writer.write(path, render());
  }

  async finish(site: Site, outputDir: string): Promise<void> {
    const files = filesOf(site, (feed) => this.cutFeeds.push(feed));
    writeFiles(files, outputDir, this.#writer);
    await Promise.all([copyAssets(site.assets, outputDir, this.#writer), this.#writer.finish()]);
  }
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

  finish(): Promise<void> {
    return Promise.resolve();
  }
}
