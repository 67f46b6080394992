/** Formats errors in Perennial itself. */
import type { Colors } from './colors.ts';
import { visibleLines } from './visible.ts';

/**
 * The message, the stack, and how to report it.
 * @param environment versions and platform, for the bug report
 */
export function formatInternalError(error: unknown, environment: string, colors: Colors): string {
  const lines = [
    `${colors.error('internal error')} ${visibleLines(internalErrorMessage(error))}`,
    '',
    '  This is a bug in Perennial, not a mistake in your content.',
  ];
  const { stack } = rootError(error) ?? {};
  if (stack !== undefined) lines.push('', colors.faint(indent(visibleLines(stack))));
  lines.push(
    '',
    `  ${colors.strong('To do:')} Report it to the maintainers. Include everything above, the file it names if you can`,
    '  share it, and your environment:',
    `  ${environment}`,
  );
  return lines.join('\n');
}

/** The message alone. */
export function internalErrorMessage(error: unknown): string {
  return rootError(error)?.message ?? String(error);
}

/** Unwraps errors of templates, which Eleventy keeps in `originalError`, also on causes. */
function rootError(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner = 'originalError' in error ? rootError(error.originalError) : undefined;
  return inner ?? error;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
