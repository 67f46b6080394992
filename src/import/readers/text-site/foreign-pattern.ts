/** Patterns from the settings of the old site, of which some would take for ever. */
import { runInNewContext } from 'node:vm';
import * as z from 'zod';

/** Milliseconds; any honest pattern takes far less than one for a name. */
const TIMEOUT = 1000;

const groupsSchema = z.record(z.string(), z.string());

/** Those that failed once. */
const failed = new Set<string>();

/**
 * What the named groups of a pattern hold. Nothing if it does not match, is none of JavaScript, or takes too long.
 * @param pattern as JavaScript writes it; must match from the start of the text
 */
export function foreignGroups(pattern: string, text: string): Readonly<Record<string, string>> {
  if (pattern === '' || failed.has(pattern)) return {};
  try {
    // A pattern can be stopped only there. No code of the site runs.
    const groups: unknown = runInNewContext(
      'JSON.stringify(new RegExp(pattern).exec(text)?.groups ?? {})',
      { pattern: `^(?:${pattern})`, text },
      { timeout: TIMEOUT },
    );
    return groupsSchema.parse(JSON.parse(String(groups)));
  } catch {
    failed.add(pattern);
    return {};
  }
}
