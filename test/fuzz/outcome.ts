/** What comes of one case. */
import type { Problem } from '../../src/lib/problem.ts';

/** Milliseconds of computing that one post may take, however busy the machine is. */
export const SLOWEST = 5000;

/** What came of one case. */
export interface Outcome {
  /** In a few words each, without what differs from case to case; empty when all is well. */
  readonly faults: readonly string[];
  /** Milliseconds of computing that reading and rendering took. */
  readonly milliseconds: number;
}

/** The fault of a case that takes longer than `SLOWEST`. */
export const TOO_LONG = 'it takes too long';

/** What is wrong with messages. */
export function problemFaults(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ code, message, hint }) => [
    ...(/\b(?:undefined|NaN|\[object)\b/.test(hint) ? [`${code} says undefined`] : []),
    ...(code === 'body-failed' ? [`it is not rendered: ${message.slice(0, 120)}`] : []),
    ...(message.length > 1500 ? [`${code} has an endless message`] : []),
  ]);
}

/** Milliseconds of computing since then. */
export function spent(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Kind and beginning of an error. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.name}: ${error.message.slice(0, 80)}`;
}

export function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
