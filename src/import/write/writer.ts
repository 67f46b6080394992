/** Writes files below the content folder, and leaves alone what its owner has changed. */
import { existsSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { digestOf, isInside, type LedgerItem } from './ledger-item.ts';
import type { Ledger } from './ledger.ts';
import { makeFolder } from '../../lib/make-folder.mjs';

/** What an item of the export becomes. */
export interface Output {
  /** Key of the ledger. */
  readonly id: string;
  /** Digest of the item in the export. */
  readonly source: string;
  /** Main file, below the content folder. If its owner has changed it, the others stay as they are, too. */
  readonly path: string;
  /** Content by path, with the main file. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/** `kept`: changed by the owner only. `conflict`: changed on both sides. `removed`: by the owner. */
export type Effect = 'added' | 'updated' | 'unchanged' | 'kept' | 'conflict' | 'removed';

export interface WriterOptions {
  /** Whether files that the owner has changed are replaced; the old ones are kept. */
  readonly force: boolean;
}

/** Folder beside the content folder for files that were replaced. */
const REPLACED = 'before-import';

export class Writer {
  /** Where replaced files are now. */
  readonly replaced: string[] = [];
  readonly #contentDir: string;
  readonly #ledger: Ledger;
  readonly #force: boolean;

  constructor(contentDir: string, ledger: Ledger, { force }: WriterOptions) {
    this.#contentDir = contentDir;
    this.#ledger = ledger;
    this.#force = force;
  }

  /** What `write` would do with the main file. */
  foresee({ id, source, path }: Omit<Output, 'files'>): Effect {
    return this.#judge(path, this.#ledger.get(id), source);
  }

  write(output: Output): Effect {
    const { id, source, path } = output;
    const item = this.#ledger.get(id);
    const digests = new Map([...output.files].map(([file, data]) => [file, digestOf(data)]));
    const effects = new Map(
      [...digests].map(([file, digest]) => [file, this.#judge(file, item, source, digest)]),
    );
    const effect = effects.get(path) ?? 'unchanged';
    if (effect === 'kept' || effect === 'conflict' || effect === 'removed') return effect;
    const changed = [...effects.keys()].filter((file) => isWritten(effects.get(file)));
    const files = Object.fromEntries(
      [...digests].filter(([file]) => effects.get(file) !== 'conflict'),
    );
    if (changed.length > 0) {
      const pending = Object.fromEntries(changed.map((file) => [file, digests.get(file) ?? '']));
      this.#begin({ id, path, source: item?.source ?? '', files: item?.files ?? {}, pending });
      // The text comes last: where it is, its pictures are.
      for (const file of changed.toSorted((a, b) => Number(a === path) - Number(b === path)))
        this.#place(file, output.files.get(file) ?? '', item);
    }
    this.#removeStale(item, files);
    const next = { id, path, source, files };
    if (JSON.stringify(next) !== JSON.stringify(item)) this.#begin(next);
    return effect === 'unchanged' && changed.length > 0 ? 'updated' : effect;
  }

  #begin(item: LedgerItem): void {
    makeFolder(this.#contentDir);
    this.#ledger.set(item);
  }

  /** @param digest of the new content; `undefined` if only its source is known */
  #judge(file: string, item: LedgerItem | undefined, source: string, digest?: string): Effect {
    if (!isInside(file)) throw new Error(`${file} is not a path below the content folder.`);
    const found = this.#digestOf(file);
    const recorded = item?.files[file];
    const pending = item?.pending?.[file];
    const isNew = item?.source !== source;
    if (found === 'blocked') return 'conflict';
    if (found === undefined) {
      const isRemoved = recorded !== undefined && pending === undefined && !this.#force;
      return isRemoved ? 'removed' : 'added';
    }
    if (found === digest) return 'unchanged';
    if (found === recorded || found === pending)
      return digest !== undefined || isNew ? 'updated' : 'unchanged';
    if (this.#force) return 'updated';
    return recorded === undefined || isNew ? 'conflict' : 'kept';
  }

  /** `blocked` if a link or a folder is there, or a link leads there. */
  #digestOf(file: string): string | undefined {
    const parts = file.split('/');
    for (const [index] of parts.entries()) {
      const path = join(this.#contentDir, ...parts.slice(0, index + 1));
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (stats === undefined) return undefined;
      const isLast = index === parts.length - 1;
      if (isLast ? !stats.isFile() : !stats.isDirectory()) return 'blocked';
    }
    return digestOf(readFileSync(join(this.#contentDir, file)));
  }

  /** Readers see the old file or the new one, never a part. */
  #place(file: string, data: string | Uint8Array, item: LedgerItem | undefined): void {
    const path = join(this.#contentDir, file);
    const found = this.#digestOf(file);
    if (found !== undefined && found !== item?.files[file] && found !== item?.pending?.[file])
      this.#setAside(file);
    makeFolder(dirname(path));
    // Builds ignore hidden files.
    const temporary = join(dirname(path), `.${basename(path)}.new`);
    writeFileSync(temporary, data);
    renameSync(temporary, path);
  }

  #setAside(file: string): void {
    const folder = join(dirname(resolve(this.#contentDir)), REPLACED);
    let place = join(folder, file);
    for (let count = 2; existsSync(place); count++) place = join(`${folder}-${count}`, file);
    makeFolder(dirname(place));
    renameSync(join(this.#contentDir, file), place);
    this.replaced.push(place);
  }

  /** Removes files of an earlier import that this one does not have, unless they were changed. */
  #removeStale(item: LedgerItem | undefined, files: Readonly<Record<string, string>>): void {
    for (const [file, digest] of Object.entries(item?.files ?? {}))
      if (!Object.hasOwn(files, file) && this.#digestOf(file) === digest)
        rmSync(join(this.#contentDir, file));
  }
}

/** Whether a file says what the import has made of the export; otherwise it is the owner's. */
export function isImported(effect: Effect): boolean {
  return effect === 'added' || effect === 'updated' || effect === 'unchanged';
}

function isWritten(effect: Effect | undefined): boolean {
  return effect === 'added' || effect === 'updated';
}
