/** Runs many cases, each with its own seed, and minimises every new kind of finding. */
import * as fc from 'fast-check';
import { fuzzCase, inputOf } from './cases.ts';
import type { FuzzInput } from './input.ts';
import type { Post } from './posts.ts';
import { TrialThread } from './trial-thread.ts';

export interface CampaignOptions {
  readonly posts: readonly Post[];
  readonly cases: number;
  readonly seed: number;
  /** Number of the first case; 0 when it is absent. */
  readonly from?: number;
  /** No new case begins after these, unless there were fewer than `fewest`. */
  readonly milliseconds: number;
  readonly fewest?: number;
  /** Told of each kind of finding once. */
  readonly found?: (finding: { fault: string; number: number; text: FuzzInput }) => void;
  readonly progress?: (done: number, slowest: number) => void;
}

export interface Finding {
  readonly fault: string;
  /** Case that showed it first, counted from 0. */
  readonly number: number;
  count: number;
}

export interface CampaignReport {
  readonly cases: number;
  readonly milliseconds: number;
  /** How many words were looked for. */
  readonly markers: number;
  readonly slowest: { readonly number: number; readonly milliseconds: number };
  readonly findings: readonly Finding[];
}

/** How long a finding may be made smaller. */
const SHRINKING = 20_000;
const PROGRESS_EVERY = 1000;

export async function campaign(options: CampaignOptions): Promise<CampaignReport> {
  const { posts, cases, seed, from = 0, fewest = 0 } = options;
  const trials = new TrialThread();
  const findings = new Map<string, Finding>();
  const start = performance.now();
  const hasTime = () => performance.now() - start < options.milliseconds;
  let slowest = { number: 0, milliseconds: 0 };
  let markers = 0;
  let done = 0;
  try {
    for (; done < cases && (done < fewest || hasTime()); done++) {
      const number = from + done;
      const input = textOf(seed, number, posts);
      const { faults, milliseconds } = await trials.outcome(input);
      markers += input.markers.length + (input.known?.words.length ?? 0);
      if (milliseconds > slowest.milliseconds) slowest = { number, milliseconds };
      for (const fault of faults) {
        const known = findings.get(fault);
        if (known !== undefined) {
          known.count++;
          continue;
        }
        findings.set(fault, { fault, number, count: 1 });
        const text = await smallest(seed, number, fault, posts);
        options.found?.({ fault, number, text: text ?? input });
      }
      if (done % PROGRESS_EVERY === PROGRESS_EVERY - 1) {
        options.progress?.(done + 1, slowest.milliseconds);
      }
    }
  } finally {
    await trials.end();
  }
  return {
    cases: done,
    milliseconds: performance.now() - start,
    markers,
    slowest,
    findings: [...findings.values()],
  };
}

/** The text of a case. Every case has a seed of its own, so that one alone can be tried again. */
export function textOf(seed: number, number: number, posts: readonly Post[]): FuzzInput {
  const [first] = fc.sample(fuzzCase, { seed: seedOf(seed, number), numRuns: 1 });
  if (first === undefined) throw new Error('fast-check made no case.');
  return inputOf(first, posts);
}

function seedOf(seed: number, number: number): number {
  return (seed * 1_000_003 + number) % 2_147_483_647;
}

async function smallest(
  seed: number,
  number: number,
  fault: string,
  posts: readonly Post[],
): Promise<FuzzInput | undefined> {
  // One of its own, because time may end in the middle of a case.
  const trials = new TrialThread();
  const property = fc.asyncProperty(fuzzCase, async (fuzzed) => {
    const { faults } = await trials.outcome(inputOf(fuzzed, posts));
    return !faults.includes(fault);
  });
  const { counterexample } = await fc.check(property, {
    seed: seedOf(seed, number),
    numRuns: 1,
    interruptAfterTimeLimit: SHRINKING,
  });
  await trials.end();
  const [fuzzed] = counterexample ?? [];
  return fuzzed === undefined ? undefined : inputOf(fuzzed, posts);
}
