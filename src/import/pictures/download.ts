/** Downloads pictures: a few at a time from each host, again after failures, and never twice. */
import { setTimeout } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import { Cache, keyOf } from '../../lib/cache.ts';
import { fetchFollowing, readBody } from '../../lib/fetch-bytes.ts';
import { reasonOf } from '../../lib/fetch-errors.ts';

/** Requests at a time to one host. */
const PER_HOST = 6;
/** Bytes of a picture. */
const MAX_BYTES = 100_000_000;
/** Milliseconds for a picture. */
const TIMEOUT = 60_000;
const TRIES = 3;
/** Milliseconds before the second try; doubles with each. */
const FIRST_WAIT = 1000;
/** Milliseconds; a server that asks for more is given up. */
const LONGEST_WAIT = 30_000;
const HEADERS = { 'user-agent': 'perennial', accept: 'image/*,*/*;q=0.5' };
/** Connections that broke, not names that do not exist. */
const PASSING = new Set(['ECONNRESET', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'ETIMEDOUT']);

export interface DownloadOptions {
  /** Downloads are kept here. */
  readonly cacheDir: string;
  /** Whether addresses may be in a private network. */
  readonly allowPrivate: boolean;
  /** Instead of `FIRST_WAIT`. */
  readonly firstWait?: number | undefined;
}

export type Download =
  | { readonly ok: true; readonly bytes: Buffer }
  /** The reason is a clause: `the server responded with status 404`. */
  | { readonly ok: false; readonly reason: string };

interface Failure {
  readonly ok: false;
  readonly reason: string;
  /** Whether trying again may help. */
  readonly isPassing: boolean;
  /** Milliseconds. */
  readonly retryAfter?: number | undefined;
}

export class Downloader {
  readonly #options: DownloadOptions;
  readonly #cache: Cache<Uint8Array>;
  readonly #limits = new Map<string, LimitFunction>();
  readonly #running = new Map<string, Promise<Download>>();
  readonly #failed = new Map<string, Download>();

  constructor(options: DownloadOptions) {
    this.#options = options;
    this.#cache = new Cache(options.cacheDir);
  }

  /** The bytes at an address of the web, from an earlier run if possible. Never rejects. */
  async get(url: string): Promise<Download> {
    const known = this.#failed.get(url) ?? this.#cached(url);
    if (known !== undefined) return known;
    const running = this.#running.get(url) ?? this.#queue(url);
    this.#running.set(url, running);
    const result = await running;
    this.#running.delete(url);
    if (!result.ok) this.#failed.set(url, result);
    return result;
  }

  #cached(url: string): Download | undefined {
    const bytes = this.#cache.get(keyOf('picture', url));
    return bytes && { ok: true, bytes: Buffer.from(bytes) };
  }

  #queue(url: string): Promise<Download> {
    const { host } = new URL(url);
    const limit = this.#limits.get(host) ?? pLimit(PER_HOST);
    this.#limits.set(host, limit);
    return limit(async () => {
      const result = await this.#retried(url);
      if (result.ok) this.#cache.set(keyOf('picture', url), result.bytes);
      return result;
    });
  }

  async #retried(url: string): Promise<Download> {
    let wait = this.#options.firstWait ?? FIRST_WAIT;
    for (let count = 1; ; count++) {
      const answer = await this.#request(url);
      if (answer.ok || !answer.isPassing || count === TRIES) return answer;
      const pause = answer.retryAfter ?? wait;
      if (pause > LONGEST_WAIT) return answer;
      await setTimeout(pause);
      wait *= 2;
    }
  }

  async #request(url: string): Promise<Failure | { readonly ok: true; readonly bytes: Buffer }> {
    const limits = { timeout: TIMEOUT, allowPrivate: this.#options.allowPrivate };
    try {
      const response = await fetchFollowing(url, limits, { headers: HEADERS });
      if (response.ok) return { ok: true, bytes: await readBody(response, MAX_BYTES) };
      await response.body?.cancel();
      return {
        ok: false,
        reason: `the server responded with status ${response.status}`,
        isPassing: response.status === 429 || response.status >= 500,
        retryAfter: retryAfter(response),
      };
    } catch (error) {
      return { ok: false, reason: reasonOf(error, TIMEOUT), isPassing: isPassing(error) };
    }
  }
}

/** RFC 9110, section 10.2.3: seconds. A date is ignored. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) * 1000 : undefined;
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause = error.cause ?? error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return error.name === 'TimeoutError' || PASSING.has(code);
}
