/** Makes text from content safe to show: in terminals, JSON, workflow commands and pages. */
import type { Problem } from '../lib/problem.ts';

/** Control characters, line breaks, and what changes the direction of the text around it. */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const SHORT = new Map([
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
]);

/**
 * GitHub runs a line of a log that starts with `::`, and the rest of a line from `##[` on.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const COMMAND = /^\s*:(?=:)|#(?=#\[)/g;

/** In UTF-16 code units. */
const MAX_LENGTH = 1000;

/** One line that shows every character: control characters as escapes, such as `\u001b`. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, (character) => SHORT.get(character) ?? escape(character))
    .replace(COMMAND, (command) => command.slice(0, -1) + escape(command.slice(-1)));
}

/** Keeps the line breaks of a text that we have written. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** As reports show it: visible, and without the middle of what is too long to read. */
export function shown(problem: Problem): Problem {
  const { file, message, hint, field, near, replacement } = problem;
  return {
    ...problem,
    file: visible(file),
    message: short(message),
    hint: short(hint),
    ...(field !== undefined && { field: short(field) }),
    ...(near !== undefined && { near: short(near) }),
    ...(replacement !== undefined && { replacement: short(replacement) }),
  };
}

/** Keeps the end, since it often says what is wrong. */
function short(text: string): string {
  return visible(
    text.length <= MAX_LENGTH
      ? text
      : `${text.slice(0, MAX_LENGTH - 300)} \u2026 ${text.slice(-297)}`,
  );
}

function escape(character: string): string {
  return String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0');
}
