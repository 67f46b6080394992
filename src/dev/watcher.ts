/** Tells of changed files, once editors have finished with them. */
import { statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** Files that changed at about the same time. */
export interface Changes {
  /** Paths of files that were there before and after. */
  readonly edited: readonly string[];
  /** Paths of files and folders that came or went. */
  readonly movedOrNew: readonly string[];
}

export interface Watcher {
  readonly close: () => Promise<void>;
}

/** Milliseconds of silence after which a save is taken to be complete. */
const SILENCE = 30;

/** Milliseconds by which the times of files may be behind the clock. */
const CLOCK_STEP = 20;

/**
 * Watches files and folders, whether they exist already or not; resolves when it does.
 * @param since milliseconds since 1970; what has changed from then on is told too
 * @param onChange gets paths that begin like the ones in `paths`, with forward slashes
 */
export function startWatching(
  paths: readonly string[],
  since: number,
  onChange: (changes: Changes) => void,
): Promise<Watcher> {
  const edited = new Set<string>();
  const movedOrNew = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    // A file that is saved by renaming another goes and comes back.
    onChange({ edited: [...edited], movedOrNew: [...movedOrNew] });
    edited.clear();
    movedOrNew.clear();
  };
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => isLeftover(basename(path)) && !paths.includes(path),
    // A file that is replaced within this time was edited.
    atomic: SILENCE,
  });
  watcher.on('all', (event, path) => {
    (event === 'change' ? edited : movedOrNew).add(path.split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(tell, SILENCE);
  });
  // A folder that cannot be watched is no reason to end the preview.
  watcher.on('error', (error) => console.error(`Not everything can be watched: ${String(error)}`));
  const close = (): Promise<void> => {
    clearTimeout(timer);
    return watcher.close();
  };
  return new Promise((resolve) => {
    watcher.once('ready', () => {
      const missed = changedSince(watcher.getWatched(), since - CLOCK_STEP);
      if (missed.length > 0) onChange({ edited: [], movedOrNew: missed });
      resolve({ close });
    });
  });
}

/** Files that were written, and folders in which something came or went. */
function changedSince(
  watched: Readonly<Record<string, readonly string[]>>,
  time: number,
): string[] {
  return Object.entries(watched)
    .flatMap(([folder, names]) => names.map((name) => join(folder, name)))
    .filter((path) => (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? time) >= time)
    .map((path) => path.split(sep).join('/'));
}

/** What editors and systems leave beside a file while it is written. */
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

/** Whether a path is a folder or lies in it. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}
