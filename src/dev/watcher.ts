/** Watches files and reports changes in batches, after editors have finished writing. */
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { watch, type FSWatcher } from 'chokidar';
import { isLeftover, type Changes, type SourceFiles } from './source-files.ts';

export interface Watcher {
  readonly close: () => Promise<void>;
}

/** Milliseconds without events that end a batch. */
const DEBOUNCE = 30;

/** Milliseconds between searches for changes that were not reported. */
const SEARCH_PAUSE = 500;

/** A search may take this part of the time. */
const SEARCH_SHARE = 0.05;

/** Milliseconds by which the system may report a change late. */
const DELAY = 300;

/**
 * Resolves when ready.
 *
 * System watchers miss changes on a busy machine, where a folder is replaced, and in folders that
 * others have just made or that a network brings. So the files are searched for changes, too.
 * @param files what is known of them; changes since then are reported at once
 */
export async function startWatching(
  files: SourceFiles,
  onChange: (changes: Changes) => void,
): Promise<Watcher> {
  const batch = new Batch(files, onChange);
  let watcher = await watchFiles(files.paths, batch);
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const report = async (): Promise<void> => {
    const missed = files.take();
    if (isEmpty(missed)) return;
    onChange(missed);
    // It no longer knows the files.
    await watcher.close();
    watcher = await watchFiles(files.paths, batch);
    if (isClosed) await watcher.close();
  };
  const search = async (): Promise<void> => {
    const started = Date.now();
    const isChanged = !isEmpty(files.find());
    const took = Date.now() - started;
    if (isChanged) {
      await pause(DELAY);
      if (!isClosed) await report();
    }
    if (!isClosed) schedule(took);
  };
  const schedule = (took: number): void => {
    timer = setTimeout(() => void search(), Math.max(SEARCH_PAUSE, took / SEARCH_SHARE));
  };
  await report();
  schedule(0);
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await watcher.close();
      batch.drop();
    },
  };
}

/** Changes that follow each other are reported together. */
class Batch {
  readonly #files: SourceFiles;
  readonly #onChange: (changes: Changes) => void;
  readonly #edited = new Set<string>();
  readonly #movedOrNew = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(files: SourceFiles, onChange: (changes: Changes) => void) {
    this.#files = files;
    this.#onChange = onChange;
  }

  add(path: string, isEdit: boolean): void {
    this.#files.note(path);
    (isEdit ? this.#edited : this.#movedOrNew).add(this.#files.display(path));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#report(), DEBOUNCE);
  }

  drop(): void {
    clearTimeout(this.#timer);
  }

  #report(): void {
    this.#onChange({ edited: [...this.#edited], movedOrNew: [...this.#movedOrNew] });
    this.#edited.clear();
    this.#movedOrNew.clear();
  }
}

function watchFiles(paths: readonly string[], batch: Batch): Promise<FSWatcher> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => isLeftover(basename(path)) && !paths.includes(path),
    // A file removed and created within this time counts as edited.
    atomic: DEBOUNCE,
  });
  watcher.on('all', (event, path) => batch.add(path, event === 'change'));
  // The search finds what happens to the files.
  watcher.on('error', (error) => console.error(`Cannot watch all files: ${String(error)}`));
  return new Promise((resolve) => {
    watcher.once('ready', () => resolve(watcher));
  });
}

function isEmpty({ edited, movedOrNew }: Changes): boolean {
  return edited.length + movedOrNew.length === 0;
}
