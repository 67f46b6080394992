/** Flags shared by several commands, and how they are parsed. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CACHE_DIR } from '../lib/cache.ts';
import { flagMistake } from './flag-mistake.ts';
import { swallowedFlags } from './swallowed-flags.ts';
import { emptyPath, withUserPaths } from './user-paths.ts';

/** Invalid arguments. The message is one sentence. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Options of commands that load a site, for `parseArgs`. */
export const SITE_OPTIONS = {
  content: { type: 'string', default: 'content' },
  'site-url': { type: 'string' },
  drafts: { type: 'boolean', default: false },
  host: { type: 'string', multiple: true },
  now: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Options of commands that load a site and report the outcome. */
export const RUN_OPTIONS = {
  ...SITE_OPTIONS,
  format: { type: 'string', default: 'text' },
  quiet: { type: 'boolean', default: false },
  cache: { type: 'string', default: CACHE_DIR },
} as const satisfies ParseArgsConfig['options'];

/** Options of commands that compare the site with the one that it replaces. */
export const HISTORY_OPTIONS = {
  previous: { type: 'string' },
  strict: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

export type Format = 'text' | 'json';

/** @throws {UsageError} */
export function readFormat(format: string): Format {
  if (format === 'text' || format === 'json') return format;
  throw new UsageError(`Unknown --format "${format}". Choose text or json.`);
}

/**
 * Strict `parseArgs`. Paths are relative to the folder that the user is in.
 * @throws {UsageError} for an unknown flag, a missing value, or a flag that npm took for its own
 */
export function parseFlags<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config & { args: string[] }>> {
  const mistake = swallowedFlags(config) ?? flagMistake(config) ?? emptyPath(config);
  if (mistake !== undefined) throw new UsageError(mistake);
  return parseArgs({ ...config, args: withUserPaths(config) });
}
