/** Asks a running site for every address that it must have, and reports what comes. */
import { CLIENT_DEFAULTS, Client, type ClientOptions } from './client.ts';
import { follow, type Hop, type Journey } from './follow.ts';
import { isTolerated, judge, type Finding } from './judge.ts';
import type { Expectation, VerifyPlan } from './plan.ts';

export interface VerifyOptions extends Partial<ClientOptions> {
  /** How many addresses are asked for at the same time. */
  readonly concurrency?: number;
  /** Called after each address. */
  readonly onResult?: (result: Result) => void;
}

/** What came of one address. */
export interface Result {
  readonly expectation: Expectation;
  /** Of the last answer; `undefined` when there was none. */
  readonly status: number | undefined;
  readonly hops: readonly Hop[];
  /** Where a reader arrives, absolute. */
  readonly final: string;
  readonly canonical: string | undefined;
  /** Whether it was absent where that is allowed. */
  readonly isTolerated: boolean;
  readonly finding: Finding | undefined;
}

export interface Report {
  readonly home: string;
  /** In the order of the plan. */
  readonly results: readonly Result[];
  /** Milliseconds that an answer took. */
  readonly median: number;
  readonly p99: number;
}

/** There is nobody at the address, or nobody any more. The message is a sentence. */
export class SiteUnreachable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SiteUnreachable';
  }
}

export const DEFAULT_CONCURRENCY = 8;

/** Addresses in a row without an answer after which nobody is asked any more. */
const PATIENCE = 20;

/** @throws {SiteUnreachable} */
export async function verifySite(
  { home, expectations }: VerifyPlan,
  { concurrency = DEFAULT_CONCURRENCY, onResult, ...options }: VerifyOptions = {},
): Promise<Report> {
  const client = new Client({ ...CLIENT_DEFAULTS, ...options });
  const first = await client.ask(home);
  if (first.status === undefined)
    throw new SiteUnreachable(`${home} cannot be reached: ${first.reason}.`);
  const results: Result[] = [];
  const queue = expectations.entries();
  let silent = 0;
  const work = async (): Promise<void> => {
    for (const [index, expectation] of queue) {
      const { address, kind } = expectation;
      const result = resultOf(expectation, await follow(client, address, kind === 'page'));
      silent = result.status === undefined ? silent + 1 : 0;
      if (silent >= PATIENCE)
        throw new SiteUnreachable(
          `${home} does not answer any more, since ${address} or a little before.`,
        );
      results[index] = result;
      onResult?.(result);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const times = client.times.toSorted((a, b) => a - b);
  return { home, results, median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function resultOf(expectation: Expectation, journey: Journey): Result {
  const { answer, hops, final } = journey;
  return {
    expectation,
    status: answer.status,
    hops,
    final,
    canonical: answer.status === undefined ? undefined : answer.canonical,
    isTolerated: isTolerated(expectation, answer),
    finding: judge(expectation, journey),
  };
}

/** The smallest value that so large a part of all does not exceed. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
