/** What is said when Perennial itself is at fault. */
import { FileError } from '../lib/problem.ts';
import type { Paint } from './ansi.ts';

/**
 * What happened, the stack, and how to report it.
 * @param systems versions and the like that whoever mends it will ask for
 */
export function formatFault(error: unknown, systems: string, paint: Paint): string {
  const lines = [
    `${paint.error('fault')} ${faultMessage(error)}`,
    '',
    '  This is a mistake in Perennial, not in your content.',
  ];
  const { stack } = origin(error) ?? {};
  if (stack !== undefined) lines.push('', paint.faint(indent(stack)));
  lines.push(
    '',
    `  ${paint.strong('To do:')} Report it to those who look after this project: all of the lines above,`,
    '  the file that they name, if you can share it, and what it ran on:',
    `  ${systems}`,
  );
  return lines.join('\n');
}

/** The message alone, which names the file being worked on when that is known. */
export function faultMessage(error: unknown): string {
  return origin(error)?.message ?? String(error);
}

/** Eleventy wraps what a template throws and keeps it in `originalError`, which it gives to causes too. */
function origin(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof FileError) return error;
  const inner = 'originalError' in error ? origin(error.originalError) : undefined;
  return inner ?? error;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
