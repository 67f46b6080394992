/** Watches files and reports changes in batches, after editors have finished writing. */
import { statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';

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

/**
 * Watches files and folders, which need not exist yet. Resolves when ready.
 * @param since Unix time in milliseconds; later changes are reported at once
 * @param onChange gets paths that start like those in `paths`, with forward slashes
 */
export function startWatching(
  paths: readonly string[],
  since: number,
  onChange: (changes: Changes) => void,
): Promise<Watcher> {
  const edited = new Set<string>();
  const movedOrNew = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
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
    (event === 'change' ? edited : movedOrNew).add(path.split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(flush, DEBOUNCE);
  });
  // The preview still works without watching this folder.
  watcher.on('error', (error) => console.error(`Cannot watch all files: ${String(error)}`));
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

/** Files and folders changed since the time. */
function changedSince(
  watched: Readonly<Record<string, readonly string[]>>,
  time: number,
): string[] {
  return Object.entries(watched)
    .flatMap(([folder, names]) => names.map((name) => join(folder, name)))
    .filter((path) => (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? time) >= time)
    .map((path) => path.split(sep).join('/'));
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
