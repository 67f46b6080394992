/** What an import has written for an item of the export, as a line of JSON. */
import { hash } from 'node:crypto';
import * as z from 'zod';

/** Below the content folder, with forward slashes. */
const path = z.string().refine((value) => isInside(value));

/** Digests by path. */
const digests = z.record(path, z.string());

export interface LedgerItem {
  /** Of the item in the export. */
  readonly id: string;
  /** Main file. */
  readonly path: string;
  /** Digest of the item in the export. */
  readonly source: string;
  /** Digests of the files, the main file included. */
  readonly files: Readonly<Record<string, string>>;
  /** Digests of files that were about to be written. */
  readonly pending?: Readonly<Record<string, string>> | undefined;
}

/** The digest of the main file stands apart, so that most lines have its path only once. */
export const ledgerItem = z
  .object({
    id: z.string(),
    path,
    source: z.string(),
    written: z.string().optional(),
    files: digests.optional(),
    pending: digests.optional(),
  })
  .transform(({ written, files = {}, pending, ...item }): LedgerItem => ({
    ...item,
    files: written === undefined ? files : { ...files, [item.path]: written },
    ...(pending !== undefined && { pending }),
  }));

export function formatItem({ id, path: main, source, files, pending }: LedgerItem): string {
  const { [main]: written, ...others } = files;
  const more = Object.keys(others).length === 0 ? undefined : others;
  return JSON.stringify({ id, path: main, source, written, files: more, pending });
}

/** `undefined` if it is no such line. */
export function parseItem(line: string): LedgerItem | undefined {
  try {
    return ledgerItem.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** The first half of a SHA-256, in hexadecimal: enough to notice every change. */
export function digestOf(data: string | Uint8Array): string {
  return hash('sha256', data).slice(0, 32);
}

/** Whether a relative path stays in its folder. */
export function isInside(relative: string): boolean {
  return relative
    .split('/')
    .every((part) => !['', '.', '..'].includes(part) && !/[\\:]/.test(part));
}
