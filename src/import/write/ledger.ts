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
import { formatItem, ledgerItem, parseItem, type LedgerItem } from './ledger-item.ts';

export const LEDGER = '.import.json';
export const JOURNAL = '.import.journal';

const ledgerSchema = z.object({ version: z.literal(1), items: z.array(ledgerItem) });

export class Ledger {
  /** JSON by id, which takes less memory than objects. */
  readonly #lines = new Map<string, string>();
  readonly #file: string;
  readonly #journal: string;
  #hasJournal: boolean;

  /** @throws {SourceError} if it is damaged */
  constructor(contentDir: string) {
    this.#file = join(contentDir, LEDGER);
    this.#journal = join(contentDir, JOURNAL);
    this.#hasJournal = existsSync(this.#journal);
    for (const read of [readLedger(this.#file), readJournal(this.#journal)])
      for (const item of read) this.#lines.set(item.id, formatItem(item));
  }

  get(id: string): LedgerItem | undefined {
    return parseItem(this.#lines.get(id) ?? '');
  }

  *items(): Generator<LedgerItem> {
    for (const line of this.#lines.values()) {
      const item = parseItem(line);
      if (item !== undefined) yield item;
    }
  }

  /** Whether the folder has been written by an import. */
  get exists(): boolean {
    return this.#hasJournal || existsSync(this.#file);
  }

  /** Remembers an item at once. */
  set(item: LedgerItem): void {
    const line = formatItem(item);
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
  const items = parseLedger(readFileSync(file, 'utf8'));
  if (items !== undefined) return items;
  throw new SourceError(
    `${file}, which says what earlier imports wrote, cannot be read. Restore it from a backup, or import into an empty folder.`,
  );
}

function parseLedger(text: string): LedgerItem[] | undefined {
  try {
    return ledgerSchema.safeParse(JSON.parse(text)).data?.items;
  } catch {
    return undefined;
  }
}

/** Leaves out lines that were cut. */
function readJournal(file: string): LedgerItem[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => parseItem(line) ?? []);
}
