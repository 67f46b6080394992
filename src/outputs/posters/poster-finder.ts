/** Fetches the pictures of videos, once: later builds take them from the cache. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Cache, keyOf } from '../../lib/cache.ts';
import type { fetchBytes } from '../../lib/fetch-bytes.ts';
import { reasonOf } from '../../lib/fetch-errors.ts';
import { writeAtomically } from '../../lib/signed-file.mjs';
import { sizeOf } from '../images/size.ts';
import type { PosterSource } from './poster-sources.ts';
import { makeFolder } from '../../lib/make-folder.mjs';

/** Milliseconds for each file. */
const TIMEOUT = 10_000;
/** Of a picture of 1280 by 720 pixels, many times over. */
const MAX_BYTES = 5_000_000;
/** Milliseconds after which a build asks for no more; the next one gets the others. */
const MAX_TOTAL = 60_000;
/** Pixels. YouTube answers with a smaller one for a video that is gone. */
const MIN_WIDTH = 200;
const TYPES = ['jpg', 'png', 'webp', 'avif'];

/** https://oembed.com/#section2.3.4 */
const Document = z.object({ thumbnail_url: z.url({ protocol: /^https$/ }) });

export type Poster =
  | {
      /** Path of the file. */
      readonly file: string;
      /** `/1a2b….jpg`: named by its content. */
      readonly name: string;
    }
  | {
      /** Why there is none: a clause. */
      readonly reason: string;
      /** That could not be reached at all. */
      readonly host?: string;
    };

interface Kept {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** A host that does not answer is asked once. */
class Unreachable extends Error {
  readonly host: string;

  constructor(host: string, reason: string) {
    super(reason);
    this.name = 'Unreachable';
    this.host = host;
  }
}

export class PosterFinder {
  readonly #folder: string;
  readonly #cache: Cache<Kept>;
  readonly #fetch: typeof fetchBytes;
  readonly #found = new Map<string, Promise<Poster>>();
  readonly #down = new Map<string, Unreachable>();
  #started: number | undefined;

  /** @param folder of the cache */
  constructor(folder: string, fetch: typeof fetchBytes) {
    this.#folder = folder;
    this.#cache = new Cache(folder);
    this.#fetch = fetch;
  }

  /** Asks the site of the video at most once, whatever it answers. */
  find(source: PosterSource): Promise<Poster> {
    const key = keyOf('poster', ...source.images, source.document ?? '');
    const found = this.#found.get(key) ?? this.#load(key, source);
    this.#found.set(key, found);
    return found;
  }

  async #load(key: string, source: PosterSource): Promise<Poster> {
    try {
      const kept = this.#cache.get(key) ?? (await this.#ask(source));
      this.#cache.set(key, kept);
      return this.#written(kept);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return error instanceof Unreachable ? { reason, host: error.host } : { reason };
    }
  }

  async #ask({ images, document }: PosterSource): Promise<Kept> {
    const addresses = document === undefined ? images : [await this.#named(document)];
    let failure: unknown;
    for (const address of addresses) {
      try {
        return pictureIn(await this.#bytes(address));
      } catch (error) {
        if (error instanceof Unreachable) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  /** The address of a picture that a document names. */
  async #named(document: string): Promise<string> {
    const text = (await this.#bytes(document)).toString();
    const { data } = Document.safeParse(parsed(text));
    if (data === undefined) throw new Error('the site names no picture');
    return data.thumbnail_url;
  }

  async #bytes(address: string): Promise<Buffer> {
    const { host } = new URL(address);
    const down = this.#down.get(host);
    if (down !== undefined) throw down;
    this.#started ??= performance.now();
    if (performance.now() - this.#started > MAX_TOTAL)
      throw new Unreachable(host, `all pictures together took longer than ${MAX_TOTAL / 1000} s`);
    try {
      return await this.#fetch(address, { timeout: TIMEOUT, maxBytes: MAX_BYTES });
    } catch (error) {
      const reason = reasonOf(error, TIMEOUT);
      if (hasAnswered(error)) throw new Error(reason, { cause: error });
      const unreachable = new Unreachable(host, reason);
      this.#down.set(host, unreachable);
      throw unreachable;
    }
  }

  /** As a file, which is what images are made from. Another program may have changed it. */
  #written({ bytes, type }: Kept): Poster {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const folder = join(this.#folder, 'files');
    const file = join(folder, hash);
    if (!isSame(file, bytes)) {
      makeFolder(folder);
      writeAtomically(file, [bytes], 0o644);
    }
    return { file, name: `${hash.slice(0, 16)}.${type}` };
  }
}

/** `fetch` gives its errors a cause, and name servers a code. */
function hasAnswered(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name !== 'TimeoutError' && error.cause === undefined && !('code' in error);
}

/** @throws {Error} if it is none */
function pictureIn(bytes: Buffer): Kept {
  const size = sizeOf(bytes, '');
  if (size === undefined || !TYPES.includes(size.type)) throw new Error('what came is no picture');
  if (size.width < MIN_WIDTH) throw new Error('the site has only a sign in place of a picture');
  return { bytes, type: size.type };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isSame(file: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}
