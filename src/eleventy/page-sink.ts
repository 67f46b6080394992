/** Where rendered pages go, and the memory of the preview as one such place. */
import { relative, sep } from 'node:path';
import type { PageSource } from '../incremental/page-keys.ts';
import type { Site } from '../site/model.ts';

/** What a page is rendered from, besides the site. */
export type Source = Omit<PageSource, 'file'>;

/** @param item instead of the part of the model that the page is about */
export type Render = (item?: object) => string;

export interface PageSink {
  /** The site as templates see it. */
  show(site: Site): Site;
  /** Called before the first page is added. */
  start(site: Site, outputDir: string): void;
  /**
   * Reuses a page of the last output, if it would be the same.
   * @param file below the output folder, with forward slashes: `about/index.html`
   */
  reuse(file: string, source: Source): boolean;
  /** @param path of the page's file, in the output folder */
  addPage(path: string, source: Source | undefined, render: Render): void;
  /** Called after the last page. */
  finish(): Promise<void>;
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

  reuse(): boolean {
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
export function fileBelow(outputDir: string, path: string): string {
  return relative(outputDir, path).split(sep).join('/');
}
