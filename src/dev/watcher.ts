/** File watcher that reports changes after editors have finished saving. */
import { statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** Files that changed at about the same time. */
export interface Changes {
  readonly edited: readonly string[];
  /** Files and folders that were added or removed. */
  readonly movedOrNew: readonly string[];
}

export interface Watcher {
  readonly close: () => Promise<void>;
}

/** Milliseconds without a change after which a save is complete. */
const SILENCE = 30;

/** Milliseconds by which file times may lag behind the clock. */
const CLOCK_STEP = 20;

/**
 * Watches files and folders, which need not exist yet; resolves when ready.
 * @param since milliseconds since 1970; later changes are reported even before it is ready
 * @param onChange receives paths that begin like those in `paths`, with forward slashes
 */
export function startWatching(
  paths: readonly string[],
  since: number,
  onChange: (changes: Changes) => void,
): Promise<Watcher> {
  const edited = new Set<string>();
  const movedOrNew = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const report = (): void => {
    onChange({ edited: [...edited], movedOrNew: [...movedOrNew] });
    edited.clear();
    movedOrNew.clear();
  };
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => isLeftover(basename(path)) && !paths.includes(path),
    // A file that is removed and added within this time was edited.
    atomic: SILENCE,
  });
  watcher.on('all', (event, path) => {
    (event === 'change' ? edited : movedOrNew).add(path.split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(report, SILENCE);
  });
  // The preview goes on without the folder.
  watcher.on('error', (error) => console.error(`Some files cannot be watched: ${String(error)}`));
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

/** Files and folders changed since a time. */
function changedSince(
  watched: Readonly<Record<string, readonly string[]>>,
  time: number,
): string[] {
  return Object.entries(watched)
    .flatMap(([folder, names]) => names.map((name) => join(folder, name)))
    .filter((path) => (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? time) >= time)
    .map((path) => path.split(sep).join('/'));
}

/** Whether it is a temporary file of an editor or a system file. */
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

/** Whether a path is the folder or is inside it. */
export function isBelow(path: string, folder: string): boolean {
  const [first] = relative(folder, path).split(sep);
  return first !== '..';
}
