/**
 * What imports have written: `.import.json` in the content folder. While an import runs, each change is a line
 * of a journal beside it, so that a run that was killed leaves nothing unknown.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { detached } from '../source/detached.ts';
import { SourceError } from '../source/source.ts';

export const LEDGER = '.import.json';
export const JOURNAL = '.import.journal';

/** Below the content folder, with forward slashes. */
const path = z.string().refine((value) => isInside(value));

/** SHA-256 by path. */
const hashes = z.record(path, z.string());

const itemSchema = z.object({
  /** Of the item in the export. */
  id: z.string(),
  /** Main file. */
  path,
  /** SHA-256 of the item in the export. */
  source: z.string(),
  files: hashes,
  /** Files that were about to be written. */
  pending: hashes.optional(),
});

const ledgerSchema = z.object({ version: z.literal(1), items: z.array(itemSchema) });

export type LedgerItem = Readonly<z.output<typeof itemSchema>>;

export class Ledger {
  /** JSON by id, which takes less memory than objects. */
  readonly #lines: Map<string, string>;
  readonly #file: string;
  readonly #journal: string;
  #hasJournal: boolean;

  /** @throws {SourceError} if it is damaged */
  constructor(contentDir: string) {
    this.#file = join(contentDir, LEDGER);
    this.#journal = join(contentDir, JOURNAL);
    this.#hasJournal = existsSync(this.#journal);
    this.#lines = new Map();
    for (const read of [readLedger(this.#file), readJournal(this.#journal)])
      for (const item of read) this.#lines.set(item.id, JSON.stringify(item));
  }

  get(id: string): LedgerItem | undefined {
    const line = this.#lines.get(id);
    return line === undefined ? undefined : itemSchema.parse(JSON.parse(line));
  }

  *items(): Generator<LedgerItem> {
    for (const line of this.#lines.values()) yield itemSchema.parse(JSON.parse(line));
  }

  /** Whether the folder has been written by an import. */
  get exists(): boolean {
    return this.#hasJournal || existsSync(this.#file);
  }

  /** Remembers an item at once. */
  set(item: LedgerItem): void {
    const line = JSON.stringify(item);
    this.#lines.set(detached(item.id), line);
    // The line break comes first, since an earlier line may have been cut.
    appendFileSync(this.#journal, `\n${line}`);
    this.#hasJournal = true;
  }

  /** Puts everything in its final place. */
  finish(): void {
    if (this.#hasJournal) this.#writeLedger();
    rmSync(this.#journal, { force: true });
    this.#hasJournal = false;
  }

  #writeLedger(): void {
    const temporary = `${this.#file}.new`;
    const file = openSync(temporary, 'w');
    try {
      writeSync(file, '{"version":1,"items":[');
      let separator = '\n';
      for (const id of [...this.#lines.keys()].toSorted()) {
        writeSync(file, separator + (this.#lines.get(id) ?? ''));
        separator = ',\n';
      }
      writeSync(file, '\n]}\n');
    } finally {
      closeSync(file);
    }
    renameSync(temporary, this.#file);
  }
}

function readLedger(file: string): LedgerItem[] {
  if (!existsSync(file)) return [];
  const read = ledgerSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (read.success) return read.data.items;
  throw new SourceError(
    `${file}, which says what earlier imports wrote, cannot be read. Restore it from a backup, or import into an empty folder.`,
  );
}

/** Leaves out lines that were cut. */
function readJournal(file: string): LedgerItem[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const read = itemSchema.safeParse(parseJson(line));
      return read.success ? [read.data] : [];
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a relative path stays in its folder. */
export function isInside(relative: string): boolean {
  return relative
    .split('/')
    .every((part) => !['', '.', '..'].includes(part) && !/[\\:]/.test(part));
}
