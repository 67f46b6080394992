/** Tells the warnings of a build that the terminal has not shown yet. */
import type { Problem } from '../lib/problem.ts';

export interface WarningNews {
  readonly added: readonly Problem[];
  /** Number of warnings that are gone. */
  readonly gone: number;
}

export class WarningLog {
  #known: readonly Problem[] = [];

  /** @param hasFailed if so, the build may have stopped before it found all of them */
  update(warnings: readonly Problem[], hasFailed: boolean): WarningNews {
    const added = without(warnings, this.#known);
    const gone = without(this.#known, warnings);
    this.#known = hasFailed ? [...warnings, ...gone] : warnings;
    return { added, gone: hasFailed ? 0 : gone.length };
  }
}

/** Equal warnings count one by one. */
function without(warnings: readonly Problem[], others: readonly Problem[]): Problem[] {
  const left = new Map<string, number>();
  for (const key of others.map(keyOf)) left.set(key, (left.get(key) ?? 0) + 1);
  return warnings.filter((warning) => {
    const key = keyOf(warning);
    const number = left.get(key) ?? 0;
    left.set(key, number - 1);
    return number <= 0;
  });
}

/** Leaves out the line, which changes with the text above it. */
function keyOf({ code, file, field, near, message }: Problem): string {
  return JSON.stringify([code, file, field, near, message]);
}
