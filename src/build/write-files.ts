/** Writes what is no page: feeds, redirects, images and other files. */
import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { feedFiles, type LongFeed } from '../outputs/feeds/feed-files.ts';
import { notFoundIndexFile } from '../outputs/hosts/not-found-index.ts';
import { stubFiles } from '../outputs/hosts/stubs.ts';
import { wordsIn } from '../lib/language/language.ts';
import { MARKER } from '../publish/marker.ts';
import { writeAll, writeOne, type Writer } from '../publish/writer.ts';
import { searchFiles, type SearchEffort } from '../outputs/search/index-files.ts';
import type { Asset, OutputFile, SiteParts } from '../site/model.ts';
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

/** What came of the files, once they are written. */
export interface FilesMade {
  readonly longFeeds: readonly LongFeed[];
  /** Absent when there is no search. */
  readonly search: SearchEffort | undefined;
}

/** Task: makes and writes every file that is neither a page nor copied. */
export async function writeFiles({
  site: data,
  outputDir,
  cacheDir,
}: {
  /** The site without its words, which are functions. */
  readonly site: Omit<SiteParts, 'words'>;
  readonly outputDir: string;
  readonly cacheDir: string;
}): Promise<FilesMade> {
  const longFeeds: LongFeed[] = [];
  const site = { ...data, words: wordsIn(data.facts.language) };
  // A separate process makes the index meanwhile. Its errors are thrown where it is awaited.
  const searching = searchFiles(site, cacheDir);
  searching.catch(() => undefined);
  for (const { path, content } of filesOf(site, (long) => longFeeds.push(long))) {
    writeOne(join(outputDir, path), content);
    // Lets that process be served; without a search, files come before pages.
    if (site.search !== undefined) await setImmediate();
  }
  const search = await searching;
  writeAll(search.files.map(({ path, content }) => [join(outputDir, path), content]));
  return { longFeeds, search: search.effort };
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
