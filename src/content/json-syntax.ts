/** Finds syntax errors in JSON by esbuild, because those of `JSON.parse` often lack a position. */
import { transform } from 'esbuild';
import * as z from 'zod';
import type { Position } from '../lib/problem.ts';

const Failure = z.object({
  errors: z.array(
    z.object({ text: z.string(), location: z.object({ line: z.number(), column: z.number() }) }),
  ),
});

/** The first error; `undefined` if the text is valid. */
export async function syntaxError(
  text: string,
): Promise<{ readonly at: Position; readonly message: string } | undefined> {
  try {
    await transform(text, { loader: 'json', logLevel: 'silent' });
    return undefined;
  } catch (error) {
    const [first] = Failure.parse(error).errors;
    if (first === undefined) return undefined;
    const { line, column } = first.location;
    return { at: { line, column: column + 1 }, message: first.text };
  }
}
