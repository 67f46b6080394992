/** Requests every URL of a plan from a deployed site and checks the responses. */
import { CLIENT_DEFAULTS, Client, type ClientOptions } from './client.ts';
import { checkResponse, isAllowed404, type Finding } from './check-response.ts';
import type { Expectation, VerifyPlan } from './plan.ts';
import { followRedirects, type Hop, type RedirectChain } from './redirect-chain.ts';

export interface VerifyOptions extends Partial<ClientOptions> {
  /** URLs checked at the same time. */
  readonly concurrency?: number;
  /** Called after each URL. */
  readonly onResult?: (result: Result) => void;
}

/** Outcome of one URL. */
export interface Result {
  readonly expectation: Expectation;
  /** Of the last response; `undefined` if there was none. */
  readonly status: number | undefined;
  readonly hops: readonly Hop[];
  /** URL after all redirects, absolute. */
  readonly final: string;
  readonly canonical: string | undefined;
  /** Whether it was a 404 that the expectation allows. */
  readonly isAllowed404: boolean;
  readonly finding: Finding | undefined;
}

export interface Report {
  readonly home: string;
  /** In the order of the plan. */
  readonly results: readonly Result[];
  /** Response time in milliseconds. */
  readonly median: number;
  readonly p99: number;
}

/** The site does not respond, or no longer responds. The message is a sentence. */
export class SiteUnreachable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SiteUnreachable';
  }
}

export const DEFAULT_CONCURRENCY = 8;

/** URLs in a row without a response after which to give up. */
const MAX_FAILURES = 20;

/** @throws {SiteUnreachable} */
export async function verifySite(
  { home, expectations }: VerifyPlan,
  { concurrency = DEFAULT_CONCURRENCY, onResult, ...options }: VerifyOptions = {},
): Promise<Report> {
  const client = new Client(home, { ...CLIENT_DEFAULTS, ...options });
  const first = await client.get(home);
  if (first.status === undefined)
    throw new SiteUnreachable(
      `${home} cannot be reached: ${first.reason}. Check that the site opens in a browser, then verify again.`,
    );
  const results: Result[] = [];
  const queue = expectations.entries();
  let failures = 0;
  const work = async (): Promise<void> => {
    for (const [index, expectation] of queue) {
      const { address, kind } = expectation;
      const result = resultOf(expectation, await followRedirects(client, address, kind === 'page'));
      failures = result.status === undefined ? failures + 1 : 0;
      if (failures >= MAX_FAILURES)
        throw new SiteUnreachable(
          `${home} stopped responding at about ${address}. Verify again when it is back.`,
        );
      results[index] = result;
      onResult?.(result);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const times = client.times.toSorted((a, b) => a - b);
  return { home, results, median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function resultOf(expectation: Expectation, chain: RedirectChain): Result {
  const { answer, hops, final } = chain;
  return {
    expectation,
    status: answer.status,
    hops,
    final,
    canonical: answer.status === undefined ? undefined : answer.canonical,
    isAllowed404: isAllowed404(expectation, answer),
    finding: checkResponse(expectation, chain),
  };
}

/** Nearest-rank quantile of sorted values. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
