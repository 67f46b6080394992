/** Watches files and reports changes in batches, after editors have finished writing. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { ReplacedFolders } from './replaced-folders.ts';

/** A batch of changes. */
export interface Changes {
  /** Files that existed before. */
  readonly edited: readonly string[];
  /** Files and folders that were created, removed or renamed. */
  readonly movedOrNew: readonly string[];
}

export interface Watcher {
  readonly close: () => Promise<void>;
}

/** Milliseconds without events that end a batch. */
const DEBOUNCE = 30;

/** Milliseconds by which file times may lag behind the clock. */
const CLOCK_STEP = 20;

/** Milliseconds between searches for replaced folders. */
const SEARCH_PAUSE = 500;

/** A search may take this part of the time. */
const SEARCH_SHARE = 0.05;

/**
 * Watches files and folders, which may be missing, come and go. Resolves when ready.
 * @param since Unix time in milliseconds; later changes are reported at once
 * @param onChange gets paths that start like those in `paths`, with forward slashes
 */
export async function startWatching(
  paths: readonly string[],
  since: number,
  onChange: (changes: Changes) => void,
): Promise<Watcher> {
  let folders = new ReplacedFolders(paths);
  let watcher = await watchOnce(paths, since, onChange, folders);
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const search = async (): Promise<void> => {
    const started = Date.now();
    const replaced = folders.find();
    if (replaced.length > 0) {
      // What goes between two watchers is known to the first alone.
      const known = watcher.paths().filter((path) => !replaced.includes(resolve(path)));
      onChange({ edited: [], movedOrNew: replaced.map((path) => pathLike(path, paths)) });
      watcher.flush();
      await watcher.close();
      folders = new ReplacedFolders(paths);
      watcher = await watchOnce(paths, started, onChange, folders, known);
      if (isClosed) await watcher.close();
    }
    if (!isClosed) schedule(Date.now() - started);
  };
  const schedule = (took: number): void => {
    timer = setTimeout(() => void search(), Math.max(SEARCH_PAUSE, took / SEARCH_SHARE));
  };
  schedule(0);
  return {
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** A watcher until a folder is replaced. */
interface OneWatcher extends Watcher {
  /** Reports at once. */
  readonly flush: () => void;
  /** Files and folders that it watches. */
  readonly paths: () => string[];
}

/** @param known paths that are reported if they are gone */
function watchOnce(
  paths: readonly string[],
  since: number,
  onChange: (changes: Changes) => void,
  folders: ReplacedFolders,
  known: readonly string[] = [],
): Promise<OneWatcher> {
  const edited = new Set<string>();
  const movedOrNew = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    if (edited.size + movedOrNew.size === 0) return;
    onChange({ edited: [...edited], movedOrNew: [...movedOrNew] });
    edited.clear();
    movedOrNew.clear();
  };
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => isLeftover(basename(path)) && !paths.includes(path),
    // A file removed and created within this time counts as edited.
    atomic: DEBOUNCE,
  });
  watcher.on('all', (event, path) => {
    if (event === 'addDir') folders.add(path);
    if (event === 'unlinkDir') folders.remove(path);
    (event === 'change' ? edited : movedOrNew).add(pathLike(path, paths));
    clearTimeout(timer);
    timer = setTimeout(flush, DEBOUNCE);
  });
  // The preview still works without watching this folder.
  watcher.on('error', (error) => console.error(`Cannot watch all files: ${String(error)}`));
  const close = (): Promise<void> => {
    clearTimeout(timer);
    return watcher.close();
  };
  return new Promise((fulfil) => {
    watcher.once('ready', () => {
      for (const folder of Object.keys(watcher.getWatched()))
        if (paths.some((path) => isBelow(folder, path))) folders.add(folder);
      const changed = changedSince(watchedBy(watcher), since - CLOCK_STEP);
      // What was added to a folder while chokidar began to watch it is not watched itself.
      for (const path of changed) folders.doubt(path);
      const gone = outermostGone(known);
      const parents = new Set(gone.map((path) => dirname(path)));
      const missed = [...gone, ...changed.filter((path) => !parents.has(path))];
      if (missed.length > 0)
        onChange({ edited: [], movedOrNew: missed.map((path) => pathLike(path, paths)) });
      fulfil({ flush, close, paths: () => watchedBy(watcher) });
    });
  });
}

function watchedBy(watcher: FSWatcher): string[] {
  return Object.entries(watcher.getWatched()).flatMap(([folder, names]) =>
    names.map((name) => join(folder, name)),
  );
}

/** chokidar reports some paths as absolute ones. */
function pathLike(path: string, roots: readonly string[]): string {
  const root = roots.find((folder) => isBelow(path, folder));
  const like = root === undefined ? path : join(root, relative(root, path));
  return like.split(sep).join('/');
}

/** Files and folders changed since the time. Ignores times in the future, of a clock elsewhere that is fast. */
function changedSince(paths: readonly string[], time: number): string[] {
  const now = Date.now();
  return paths.filter((path) => {
    const { ctimeMs = now } = statSync(path, { throwIfNoEntry: false }) ?? {};
    return ctimeMs >= time && ctimeMs <= now;
  });
}

/** What is gone from a folder that is still there. */
function outermostGone(known: readonly string[]): string[] {
  return known.filter((path) => !existsSync(path) && existsSync(dirname(path)));
}

/** Temporary files of editors and operating systems. */
function isLeftover(name: string): boolean {
  return (
    (name.startsWith('.') && name !== '.' && name !== '..' && !name.startsWith('.eleventy')) ||
    name.endsWith('~') ||
    /\.(?:swp|swx|tmp|crswap)$/.test(name) ||
    /^#.*#$/.test(name) ||
    name === '4913' ||
    name === 'Thumbs.db'
  );
}

/** Whether the path is the folder or is inside it. */
export function isBelow(path: string, folder: string): boolean {
  const [first] = relative(folder, path).split(sep);
  return first !== '..';
}
