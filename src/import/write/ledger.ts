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
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ownText } from '../../lib/own-copy.ts';
import { SourceError } from '../source/source.ts';
import { formatItem, ledgerItem, parseItem, type LedgerItem } from './ledger-item.ts';

export const LEDGER = '.import.json';
export const JOURNAL = '.import.journal';

const ledgerSchema = z.object({ version: z.literal(1), items: z.array(ledgerItem) });

export class Ledger {
  /** By id: a line of JSON of an earlier import, or where in the journal that of this import is, in bytes. */
  readonly #lines = new Map<string, string | number>();
  readonly #file: string;
  readonly #journal: string;
  /** Bytes; 0 if there is none. */
  #journalSize: number;

  /** @throws {SourceError} if it is damaged */
  constructor(contentDir: string) {
    this.#file = join(contentDir, LEDGER);
    this.#journal = join(contentDir, JOURNAL);
    this.#journalSize = statSync(this.#journal, { throwIfNoEntry: false })?.size ?? 0;
    for (const read of [readLedger(this.#file), readJournal(this.#journal)])
      for (const item of read) this.#lines.set(item.id, formatItem(item));
  }

  get(id: string): LedgerItem | undefined {
    return parseItem(this.#lineOf(id));
  }

  *items(): Generator<LedgerItem> {
    for (const id of this.#lines.keys()) {
      const item = this.get(id);
      if (item !== undefined) yield item;
    }
  }

  #lineOf(id: string): string {
    const line = this.#lines.get(id) ?? '';
    return typeof line === 'number' ? readLine(this.#journal, line) : line;
  }

  /** Whether the folder has been written by an import. */
  get exists(): boolean {
    return this.#journalSize > 0 || existsSync(this.#file);
  }

  /** Remembers an item at once. */
  set(item: LedgerItem): void {
    // The line break comes first, since an earlier line may have been cut.
    const text = `\n${formatItem(item)}`;
    appendFileSync(this.#journal, text);
    this.#lines.set(ownText(item.id), this.#journalSize + 1);
    this.#journalSize += Buffer.byteLength(text);
  }

  /** Puts everything in its final place. */
  finish(): void {
    if (this.#journalSize > 0) this.#writeLedger();
    rmSync(this.#journal, { force: true });
    this.#journalSize = 0;
  }

  #writeLedger(): void {
    const temporary = `${this.#file}.new`;
    const file = openSync(temporary, 'w');
    try {
      writeSync(file, '{"version":1,"items":[');
      let separator = '\n';
      for (const id of [...this.#lines.keys()].toSorted()) {
        writeSync(file, separator + this.#lineOf(id));
        separator = ',\n';
      }
      writeSync(file, '\n]}\n');
    } finally {
      closeSync(file);
    }
    renameSync(temporary, this.#file);
  }
}

/** Bytes; most lines are shorter. */
const BLOCK = 1024;

/** @param start offset of a line, in bytes */
function readLine(path: string, start: number): string {
  const file = openSync(path, 'r');
  try {
    const blocks: Buffer[] = [];
    for (let at = start; ; at += BLOCK) {
      const block = Buffer.alloc(BLOCK);
      const length = readSync(file, block, 0, BLOCK, at);
      const end = block.subarray(0, length).indexOf('\n');
      blocks.push(block.subarray(0, end === -1 ? length : end));
      if (end !== -1 || length < BLOCK) return Buffer.concat(blocks).toString();
    }
  } finally {
    closeSync(file);
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
