/** Writes feeds, redirects, the search index and other files that are not pages. */
import { setImmediate } from 'node:timers/promises';
import { feedFiles, type LongFeed } from '../outputs/feeds/feed-files.ts';
import { notFoundIndexFiles } from '../outputs/hosts/not-found-index.ts';
import { stubFiles } from '../outputs/hosts/stubs.ts';
import { wordsIn } from '../lib/language/language.ts';
import { markerFile } from '../publish/marker.ts';
import { copyFile, writeFile, type Destination } from '../publish/writer.ts';
import { searchFiles, type SearchStats } from '../outputs/search/index-files.ts';
import type { Asset, Edition, OutputFile, Site } from '../site/model.ts';
import { isStylesheet, readStylesheet } from '../lib/stylesheets.ts';

/**
 * Every file that is neither a page nor copied.
 * @param onLong receives each feed that has no room for all its posts
 */
export function* filesOf(site: Site, onLong?: (long: LongFeed) => void): Generator<OutputFile> {
  yield markerFile(site.published);
  const copied = site.stubs.filter(({ kind, keeps }) => kind === 'feed' && keeps === undefined);
  const moved = new Set(copied.map(({ to }) => to.path));
  const copies: OutputFile[] = [];
  // A generator, because all feeds together may be larger than the rest of the site.
  for (const feed of feedFiles(site, onLong)) {
    yield feed;
    if (moved.has(feed.path)) copies.push(feed);
  }
  yield* notFoundIndexFiles(site);
  yield* site.hostFiles;
  yield* stubFiles(site.stubs, copies, site.facts);
}

export interface FileStats {
  readonly longFeeds: readonly LongFeed[];
  /** Absent if the site has no search. */
  readonly search: SearchStats | undefined;
}

/** A site without `words`, whose functions cannot be sent to a thread. */
type WordlessSite = Omit<Site, 'words' | 'editions'> & {
  readonly editions: readonly Omit<Edition, 'words'>[];
};

export function withoutWords(site: Site): WordlessSite {
  const { words: _, ...others } = site;
  const editions = site.editions.map((edition) => {
    const { words: __, ...own } = edition;
    return own;
  });
  return { ...others, editions };
}

function withWords(site: WordlessSite): Site {
  const editions = site.editions.map((edition) => {
    return { ...edition, words: wordsIn(edition.facts.language) };
  });
  return { ...site, words: wordsIn(site.facts.language), editions };
}

export interface FilesOrder {
  readonly site: WordlessSite;
  readonly to: Destination;
  /** Folder of all caches. */
  readonly cacheDir: string;
}

/** Writes every file that is neither a page nor copied. */
export async function writeFiles(order: FilesOrder): Promise<FileStats> {
  // Pagefind indexes in a process of its own meanwhile. Errors are thrown at the `await` below.
  const searching = writeSearch(order);
  searching.catch(() => undefined);
  const longFeeds = await writeGenerated(order);
  return { longFeeds, search: await searching };
}

export async function writeSearch({
  site,
  to,
  cacheDir,
}: FilesOrder): Promise<SearchStats | undefined> {
  const { files, stats } = await searchFiles(withWords(site), cacheDir);
  for (const { path, content } of files) writeFile(to, path, content);
  return stats;
}

/**
 * Writes feeds, redirects and files for hosts.
 * @returns the feeds that have no room for all their posts
 */
export async function writeGenerated({ site: data, to }: FilesOrder): Promise<LongFeed[]> {
  const longFeeds: LongFeed[] = [];
  const site = withWords(data);
  for (const { path, content } of filesOf(site, (long) => longFeeds.push(long))) {
    writeFile(to, path, content);
    // Lets this thread answer Pagefind.
    if (site.search !== undefined) await setImmediate();
  }
  return longFeeds;
}

/** Stylesheets of the theme are bundled; one beside a post could import any file. */
export async function copyAssets(assets: readonly Asset[], to: Destination): Promise<void> {
  await Promise.all(
    // Async, so that a synchronous error is a rejection like any other.
    assets.map(async ({ source, path, content, appended, isOwn }) => {
      const text =
        content ??
        (isOwn === true && isStylesheet(source) ? readStylesheet(source, appended) : undefined);
      if (text === undefined) await copyFile(to, path, source);
      else writeFile(to, path, text);
    }),
  );
}
