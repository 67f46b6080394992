/**
 * What the bytes of images said at the last build, so that files which have
 * not changed since need not be read to show them. Files are told by what the
 * system says of them, as Git does it.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { Cache } from '../../lib/cache.ts';
import { RECIPE } from './recipe.ts';

const Facts = z.object({
  hash: z.string(),
  type: z.enum(['jpg', 'png', 'gif', 'webp', 'avif', 'svg']),
  width: z.number(),
  height: z.number(),
  frames: z.number(),
  isCleaned: z.boolean(),
  bytes: z.number(),
});

const Made = z.object({
  use: z.enum(['column', 'row', 'portrait']),
  failure: z.string().optional(),
  versions: z.array(
    z.object({
      path: z.string(),
      width: z.number(),
      type: z.enum(['image/avif', 'image/webp']),
      isStill: z.boolean(),
      bytes: z.number(),
    }),
  ),
});

/** What is known of a file. */
const Row = z.object({ facts: Facts, made: Made.optional() });
export type Row = z.output<typeof Row>;

const Rows = z.record(z.string(), z.object({ state: z.string(), row: Row }));

/** Milliseconds within which a file may change and have the same time. */
const CLOCK_STEP = 2000;

export class FileIndex {
  readonly #cache: Cache;
  readonly #key: string;
  readonly #known: z.output<typeof Rows>;
  readonly #now: z.output<typeof Rows> = {};
  #isChanged = false;

  /** @param site tells apart the sites that share a cache: any path of theirs */
  constructor(cache: Cache, site: string) {
    this.#cache = cache;
    this.#key = createHash('sha256')
      .update(`fileIndex ${RECIPE} ${resolve(site)}`)
      .digest('hex');
    this.#known = read(cache.get(this.#key));
  }

  /** What is known of a file as it is now. */
  get(file: string): Row | undefined {
    const known = this.#known[file];
    return known !== undefined && known.state === stateOf(file) ? known.row : undefined;
  }

  /** Notes what is known of a file that has been read, or found here. */
  set(file: string, row: Row): void {
    const state = stateOf(file);
    if (state === undefined) return;
    this.#now[file] = { state, row };
    const known = this.#known[file];
    if (known?.state !== state || known.row !== row) this.#isChanged = true;
  }

  /** Keeps what was noted, and nothing else. */
  save(): void {
    if (!this.#isChanged && Object.keys(this.#now).length === Object.keys(this.#known).length)
      return;
    this.#cache.set(this.#key, Buffer.from(JSON.stringify(this.#now)));
  }
}

function read(bytes: Buffer | undefined): z.output<typeof Rows> {
  if (bytes === undefined) return {};
  const { data } = Rows.safeParse(JSON.parse(bytes.toString('utf8')));
  return data ?? {};
}

/** Changes with every change of the file; `undefined` while it may change unseen. */
function stateOf(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const { size, mtimeMs, ctimeMs, ino } = stats;
  if (Date.now() - Math.max(mtimeMs, ctimeMs) < CLOCK_STEP) return undefined;
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
