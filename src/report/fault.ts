/** What is said when Perennial itself is at fault. */
import type { Paint } from './paint.ts';

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
  if (error instanceof Error && error.stack !== undefined)
    lines.push('', paint.faint(indent(error.stack)));
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
  return error instanceof Error ? error.message : String(error);
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
