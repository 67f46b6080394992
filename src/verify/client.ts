/** HTTP client with a rate limit, retries and a cache. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { fetchOnce, readBody } from '../lib/fetch-bytes.ts';
import { reasonOf } from '../lib/fetch-errors.ts';
import { setTimeout } from 'node:timers/promises';
import { readPage, type PageFacts } from './page-facts.ts';

export interface ClientOptions {
  /** Maximum requests per second. */
  readonly rate: number;
  /** Milliseconds for a whole response. */
  readonly timeout: number;
  /** Retries after a network error, 429 or 5xx. */
  readonly retries: number;
  /** Milliseconds before the first retry; doubles with each further one. */
  readonly backOff: number;
}

export const CLIENT_DEFAULTS: ClientOptions = {
  rate: 50,
  timeout: 10_000,
  retries: 3,
  backOff: 500,
};

export interface Answer extends PageFacts {
  readonly status: number;
  /** Media type in lower case without parameters; empty if the server sends none. */
  readonly type: string;
  /** Target of a redirect, absolute. */
  readonly location: string | undefined;
}

/** The last attempt failed without a response. */
export interface NoAnswer {
  readonly status: undefined;
  /** Reason, to end a sentence. */
  readonly reason: string;
}

/** Of a response: above the largest feed or sitemap of a blog. */
const MAX_BYTES = 50_000_000;
/** Upper limit for `Retry-After`, in milliseconds. */
const MAX_RETRY_AFTER = 30_000;

/** Requests each URL only once, because many old addresses lead to the same page. */
export class Client {
  readonly #home: string;
  readonly #options: ClientOptions;
  readonly #answers = new Map<string, Promise<Answer | NoAnswer>>();
  #nextRequest = 0;
  /** Response times in milliseconds. */
  readonly times: number[] = [];

  /** @param home URL of the owner: other hosts must not be in a private network */
  constructor(home: string, options: ClientOptions) {
    this.#home = home;
    this.#options = options;
  }

  /** @param url absolute; the fragment is ignored */
  get(url: string): Promise<Answer | NoAnswer> {
    const key = url.replace(/#.*/s, '');
    const answer = this.#answers.get(key) ?? this.#getWithRetries(key);
    this.#answers.set(key, answer);
    return answer;
  }

  async #getWithRetries(url: string): Promise<Answer | NoAnswer> {
    const { retries, backOff } = this.#options;
    for (let attempt = 0; ; attempt++) {
      await this.#waitForRate();
      const { answer, retryAfter = 0 } = await this.#fetch(url);
      const isFinal = answer.status !== undefined && !isTransient(answer.status);
      if (isFinal || attempt >= retries) return answer;
      await setTimeout(Math.max(backOff * 2 ** attempt, retryAfter));
    }
  }

  async #waitForRate(): Promise<void> {
    const now = performance.now();
    const start = Math.max(now, this.#nextRequest);
    this.#nextRequest = start + 1000 / this.#options.rate;
    if (start > now) await setTimeout(start - now);
  }

  async #fetch(url: string): Promise<{ answer: Answer | NoAnswer; retryAfter?: number }> {
    const started = performance.now();
    try {
      const response = await fetchOnce(
        url,
        { named: this.#home },
        {
          signal: AbortSignal.timeout(this.#options.timeout),
          headers: { 'user-agent': 'perennial-verify' },
        },
      );
      const { status, headers } = response;
      const type = (headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
      const text = (await readBody(response, MAX_BYTES)).toString();
      this.times.push(performance.now() - started);
      const location = isRedirect(status) ? headers.get('location') : null;
      return {
        retryAfter: retryAfterOf(headers),
        answer: {
          status,
          type,
          location: location === null ? undefined : absolute(location, url),
          ...readPage(text, type, url),
        },
      };
    } catch (error) {
      return { answer: { status: undefined, reason: reasonOf(error, this.#options.timeout) } };
    }
  }
}

/** RFC 9110, section 15.4 */
function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Whether a retry may succeed. */
export function isTransient(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Milliseconds. RFC 9110, section 10.2.3; ignores dates. */
function retryAfterOf(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, MAX_RETRY_AFTER) : 0;
}

function absolute(url: string, base: string): string {
  return canParseUrl(url, base) ? new URL(url, base).href : url;
}
