/** Writes what is no page: feeds, redirects, images and other files. */
import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { feedFiles, type LongFeed } from '../outputs/feeds/feed-files.ts';
import { notFoundIndexFile } from '../outputs/hosts/not-found-index.ts';
import { stubFiles } from '../outputs/hosts/stubs.ts';
import { wordsIn } from '../lib/language/language.ts';
import { writeImages, type ImagesOrder, type ImagesWritten } from '../outputs/images/publish.ts';
import { MARKER } from '../publish/marker.ts';
import { writeAll, writeOne, type Writer } from '../publish/writer.ts';
import { searchFiles, type SearchEffort } from '../outputs/search/index-files.ts';
import { ask } from '../lib/worker-thread.ts';
import type { Asset, Image, OutputFile, SiteParts } from '../site/model.ts';
import { isStylesheet, readStylesheet } from '../lib/stylesheets.ts';

/**
 * Every file that is neither a page nor copied.
 * @param onLong called with each feed that has no room for all its posts
 */
export function* filesOf(
  site: SiteParts,
  onLong?: (long: LongFeed) => void,
): Generator<OutputFile> {
  yield MARKER;
  const old = new Set(site.stubs.filter(({ kind }) => kind === 'feed').map(({ to }) => to.path));
  const copied: OutputFile[] = [];
  // Together they may be larger than the rest of the site.
  for (const feed of feedFiles(site, onLong)) {
    yield feed;
    if (old.has(feed.path)) copied.push(feed);
  }
  yield notFoundIndexFile(site);
  yield* site.hostFiles;
  yield* stubFiles(site.stubs, copied, site.facts);
}

/** What the second thread is told: to make these files and write them below `outputDir`. */
export interface FilesOrder {
  /** The site without its words, which are functions. */
  readonly site: Omit<SiteParts, 'words'>;
  readonly outputDir: string;
  /** Folder for what took long to make. */
  readonly cacheDir: string;
}

/** What it answers when they are written. */
export interface FilesMade {
  readonly longFeeds: readonly LongFeed[];
  /** Absent when there is no search. */
  readonly search: SearchEffort | undefined;
}

/**
 * Makes every file that is neither a page nor copied, and writes it.
 * @param thread without it, this one does so
 */
export function makeFiles(
  parts: SiteParts,
  folders: Pick<FilesOrder, 'outputDir' | 'cacheDir'>,
  thread: Worker | undefined,
): Promise<FilesMade> {
  const { words: _, ...site } = parts;
  const order: FilesOrder = { site, ...folders };
  return thread === undefined ? writeFiles(order) : ask(thread, order, isFilesMade);
}

/** The part of the thread that does it. */
export async function writeFiles({
  site: plain,
  outputDir,
  cacheDir,
}: FilesOrder): Promise<FilesMade> {
  const longFeeds: LongFeed[] = [];
  const site = { ...plain, words: wordsIn(plain.facts.language) };
  // A process of its own makes the index; what goes wrong is met where it is waited for.
  const searching = searchFiles(site, cacheDir);
  searching.catch(() => undefined);
  for (const { path, content } of filesOf(site, (long) => longFeeds.push(long))) {
    writeOne(join(outputDir, path), content);
    // That process is spoken to in between; without it, files come before pages.
    if (site.search !== undefined) await setImmediate();
  }
  const search = await searching;
  writeAll(search.files.map(({ path, content }) => [join(outputDir, path), content]));
  return { longFeeds, search: search.effort };
}

function isFilesMade(message: object): message is FilesMade {
  return 'longFeeds' in message;
}

/**
 * Writes the versions of images, and the images that are not copied as they are.
 * @param thread without it, this one does so
 */
export async function makeImages(order: ImagesOrder, thread: Worker | undefined): Promise<void> {
  if (!order.images.some(isMade)) return;
  await (thread === undefined ? writeImages(order) : ask(thread, order, isImagesWritten));
}

function isMade({ versions, isCleaned }: Image): boolean {
  return versions.length > 0 || isCleaned;
}

function isImagesWritten(message: object): message is ImagesWritten {
  return 'imagesWritten' in message;
}

/** Copies the files below `outputDir`; shares their blocks where the file system can. Stylesheets are made whole. */
export async function copyAssets(
  assets: readonly Asset[],
  outputDir: string,
  writer: Writer,
): Promise<void> {
  await Promise.all(
    // What goes wrong with one must not leave the others without somebody who waits for them.
    assets.map(async ({ source, path, content }) => {
      const target = join(outputDir, path);
      const text = content ?? (isStylesheet(source) ? readStylesheet(source) : undefined);
      if (text !== undefined) {
        writer.write(target, text);
        return;
      }
      writer.makeFolder(dirname(target));
      await copyFile(source, target, constants.COPYFILE_FICLONE);
    }),
  );
}
