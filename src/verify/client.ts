/** Asks a server, no faster than it was told, and again when the server was not ready. */
import { reasonOf } from '../lib/fetch-errors.ts';
import { setTimeout } from 'node:timers/promises';
import { readPage, type PageFacts } from './page-facts.ts';

export interface ClientOptions {
  /** Requests a second, at most. */
  readonly rate: number;
  /** Milliseconds until an answer must be complete. */
  readonly timeout: number;
  /** How often to ask again after a network error, 429 or 5xx. */
  readonly retries: number;
  /** Milliseconds before the first of these; each later one waits twice as long. */
  readonly backOff: number;
}

export const CLIENT_DEFAULTS: ClientOptions = {
  rate: 50,
  timeout: 10_000,
  retries: 3,
  backOff: 500,
};

/** What came back, as far as it is judged. */
export interface Answer extends PageFacts {
  readonly status: number;
  /** Media type, lower case, without parameters; empty when the server names none. */
  readonly type: string;
  /** Where the server sends on to, absolute. */
  readonly location: string | undefined;
}

/** Nothing came back, at the last attempt. */
export interface Silence {
  readonly status: undefined;
  /** Why, as the end of a sentence. */
  readonly reason: string;
}

/** The longest that a server may make us wait, in milliseconds. */
const LONGEST_WAIT = 30_000;

/** Remembers what it has asked for: many old addresses lead to one page. */
export class Client {
  readonly #options: ClientOptions;
  readonly #asked = new Map<string, Promise<Answer | Silence>>();
  #next = 0;
  /** Milliseconds that each answer took. */
  readonly times: number[] = [];

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** @param address absolute; a fragment is not sent */
  ask(address: string): Promise<Answer | Silence> {
    const key = address.replace(/#.*$/, '');
    let answer = this.#asked.get(key);
    if (answer === undefined) {
      answer = this.#insist(key);
      this.#asked.set(key, answer);
    }
    return answer;
  }

  async #insist(address: string): Promise<Answer | Silence> {
    const { retries, backOff } = this.#options;
    for (let attempt = 0; ; attempt++) {
      await this.#turn();
      const { answer, wait = 0 } = await this.#once(address);
      const isFinal = answer.status !== undefined && !isPassing(answer.status);
      if (isFinal || attempt >= retries) return answer;
      await setTimeout(Math.max(backOff * 2 ** attempt, wait));
    }
  }

  /** Waits until the rate allows another request. */
  async #turn(): Promise<void> {
    const now = performance.now();
    const turn = Math.max(now, this.#next);
    this.#next = turn + 1000 / this.#options.rate;
    if (turn > now) await setTimeout(turn - now);
  }

  async #once(address: string): Promise<{ answer: Answer | Silence; wait?: number }> {
    const started = performance.now();
    try {
      const response = await fetch(address, {
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#options.timeout),
        headers: { 'user-agent': 'perennial-verify' },
      });
      const { status, headers } = response;
      const type = (headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
      const text = await response.text();
      this.times.push(performance.now() - started);
      const location = isRedirect(status) ? headers.get('location') : null;
      return {
        wait: waitOf(headers),
        answer: {
          status,
          type,
          location: location === null ? undefined : absolute(location, address),
          ...readPage(text, type, address),
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

/** What a server may answer in one moment and not in the next. */
function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Milliseconds. RFC 9110, section 10.2.3; a date is left to our own waiting. */
function waitOf(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST_WAIT) : 0;
}

function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
