/** Why a body cannot be rendered. */
import type { Problem } from '../lib/problem.ts';

/** A fault of a library, or of ours. */
export function failure(file: string, error: unknown, bodyLine: number): Problem {
  return {
    severity: 'error',
    code: 'body-failed',
    file,
    bodyLine,
    message: `Perennial cannot render the text here, because of a bug: ${String(error).split('\n', 1)[0]}`,
    hint: 'Write the lines around this one in a simpler way, and report the bug with them.',
  };
}

/** Where a body is being rendered. */
export interface Progress {
  /** Text that marks the place in the source; absent in the passes over the whole body. */
  near?: string | undefined;
}

/** @param limit milliseconds */
export function tooSlow(file: string, limit: number, { near }: Progress = {}): Problem {
  return {
    severity: 'error',
    code: 'body-too-slow',
    file,
    ...(near === undefined ? { bodyLine: 1 } : { near }),
    message: `The text takes more than ${limit / 1000} seconds to render, so it was given up.`,
    hint: 'Look for code in a language that is hard to highlight, and remove the name of the language; or for thousands of the same signs in a row.',
  };
}

/** Whether another machine, or this one when it is idle, may finish the body. */
export function isTooSlow({ code }: Problem): boolean {
  return code === 'body-too-slow';
}
