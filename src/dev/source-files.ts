/** Tracks the state of source files, to find changes that the system does not report. */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Paths begin like those that are watched, with forward slashes. */
export interface Changes {
  /** Files that existed before. */
  readonly edited: readonly string[];
  /** Files and folders that were created, removed or renamed. */
  readonly movedOrNew: readonly string[];
}

export class SourceFiles {
  readonly paths: readonly string[];
  /** Absolute path to the state of the file or folder. */
  #known: Map<string, string>;

  /** @param paths files and folders, which may be missing, come and go */
  constructor(paths: readonly string[]) {
    this.paths = paths;
    this.#known = scan(paths);
  }

  /** Notes the state of a file or folder whose change is reported. */
  note(path: string): void {
    const state = stateOf(path);
    if (state === undefined) this.#known.delete(resolve(path));
    else this.#known.set(resolve(path), state);
  }

  /** Changes that were not noted, without those inside of folders that came, went or were replaced. */
  find(): Changes {
    return this.#changesTo(scan(this.paths));
  }

  /** Finds changes, and notes them. */
  take(): Changes {
    const current = scan(this.paths);
    const changes = this.#changesTo(current);
    this.#known = current;
    return changes;
  }

  #changesTo(current: ReadonlyMap<string, string>): Changes {
    const edited: string[] = [];
    const movedOrNew = new Set<string>();
    for (const path of new Set([...this.#known.keys(), ...current.keys()])) {
      const [before, now] = [this.#known.get(path), current.get(path)];
      if (before === now) continue;
      if (isFile(before) && isFile(now)) edited.push(path);
      else movedOrNew.add(path);
    }
    const outermost = [...movedOrNew].filter((path) => !isBelowOne(path, movedOrNew));
    return {
      edited: edited.map((path) => this.display(path)),
      movedOrNew: outermost.map((path) => this.display(path)),
    };
  }

  /** The path as the owner knows it: chokidar reports some as absolute ones. */
  display(path: string): string {
    const root = this.paths.find((folder) => isBelow(path, folder));
    const like = root === undefined ? path : join(root, relative(root, path));
    return like.split(sep).join('/');
  }
}

/** The state of all files and folders, and of those inside. */
function scan(paths: readonly string[]): Map<string, string> {
  const states = new Map<string, string>();
  const add = (path: string, parents: readonly string[]): void => {
    const state = stateOf(path);
    // A link may lead back to a folder that it is in.
    if (state === undefined || states.has(path) || parents.includes(state)) return;
    states.set(path, state);
    if (isFile(state)) return;
    const inside = [...parents, state];
    for (const name of namesIn(path)) if (!isLeftover(name)) add(join(path, name), inside);
  };
  for (const path of paths) add(resolve(path), []);
  return states;
}

/** None if the folder has just gone, or may not be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Of folders the time of birth too: file systems give the number of a removed one to the next. */
function stateOf(path: string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return stats.isDirectory()
      ? `folder ${stats.dev}:${stats.ino}:${stats.birthtimeNs}`
      : `file ${stats.ino}:${stats.mtimeNs}:${stats.size}`;
  } catch {
    return undefined;
  }
}

function isFile(state: string | undefined): boolean {
  return state?.startsWith('file ') === true;
}

/** Temporary files of editors and operating systems. */
export function isLeftover(name: string): boolean {
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

/** Whether the path is inside one of the folders. */
function isBelowOne(path: string, folders: ReadonlySet<string>): boolean {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
    if (folders.has(folder)) return true;
  return false;
}
