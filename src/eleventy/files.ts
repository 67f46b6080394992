/** Writes what is no page: feeds, redirects, images and other files. */
import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { feedFiles, type LongFeed } from '../feeds/feed-files.ts';
import { addressBookFile } from '../hosts/address-book.ts';
import { stubFiles } from '../hosts/stubs.ts';
import { wordsIn } from '../language/language.ts';
import { writeImages, type ImagesOrder, type ImagesWritten } from '../images/publish.ts';
import { MARKER } from '../output/marker.ts';
import { writeAll, type Writer } from '../output/writer.ts';
import { ask } from '../second-thread.ts';
import type { Asset, Image, OutputFile, SiteParts } from '../site/model.ts';
import { isStylesheet, readStylesheet } from '../stylesheets.ts';

/**
 * Every file that is neither a page nor copied.
 * @param onLong called with each feed that has no room for all its posts
 */
export function filesOf(site: SiteParts, onLong?: (long: LongFeed) => void): OutputFile[] {
  const feeds = feedFiles(site, onLong);
  return [
    MARKER,
    ...feeds,
    addressBookFile(site),
    ...site.hostFiles,
    ...stubFiles(site.stubs, feeds, site.facts),
  ];
}

/** What the second thread is told: to make these files and write them below `outputDir`. */
export interface FilesOrder {
  /** The site without its words, which are functions. */
  readonly site: Omit<SiteParts, 'words'>;
  readonly outputDir: string;
}

/** What it answers when they are written. */
export interface FilesMade {
  readonly longFeeds: readonly LongFeed[];
}

/**
 * Makes every file that is neither a page nor copied, and writes it.
 * @param thread without it, this one does so
 * @returns the feeds that had no room for all their posts
 */
export async function makeFiles(
  site: SiteParts,
  outputDir: string,
  thread: Worker | undefined,
): Promise<readonly LongFeed[]> {
  const { words: _, ...plain } = site;
  const order: FilesOrder = { site: plain, outputDir };
  const { longFeeds } =
    thread === undefined ? writeFiles(order) : await ask(thread, order, isFilesMade);
  return longFeeds;
}

/** The part of the thread that does it. */
export function writeFiles({ site, outputDir }: FilesOrder): FilesMade {
  const longFeeds: LongFeed[] = [];
  const words = wordsIn(site.facts.language);
  const files = filesOf({ ...site, words }, (long) => longFeeds.push(long));
  writeAll(files.map(({ path, content }) => [join(outputDir, path), content]));
  return { longFeeds };
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
    assets.map(({ source, path }) => {
      const target = join(outputDir, path);
      if (isStylesheet(source)) {
        writer.write(target, readStylesheet(source));
        return undefined;
      }
      writer.makeFolder(dirname(target));
      return copyFile(source, target, constants.COPYFILE_FICLONE);
    }),
  );
}
