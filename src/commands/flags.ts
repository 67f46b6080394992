/** Parses and validates flags shared by several commands. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CACHE_DIR } from '../lib/cache.ts';
import { DateReader } from '../lib/dates.ts';
import { inProgram } from '../lib/program.mjs';
import { HOSTS, isHost } from '../outputs/hosts/emit.ts';
import type { HostName } from '../content/site-schema.ts';
import type { LoadOptions } from '../build/load-site.ts';
import type { Format } from './reporter.ts';
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

export interface RunFlags {
  readonly site: LoadOptions;
  readonly format: Format;
  readonly quiet: boolean;
  /** Folder for the build cache. */
  readonly cache: string;
}

interface SiteValues {
  readonly content: string;
  readonly 'site-url'?: string | undefined;
  readonly drafts?: boolean;
  readonly host?: readonly string[] | undefined;
  readonly now?: string | undefined;
}

/** @throws {UsageError} */
export function readRunFlags({
  format,
  quiet,
  cache = CACHE_DIR,
  ...site
}: SiteValues & {
  readonly format: string;
  readonly quiet: boolean;
  readonly cache?: string;
}): RunFlags {
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`Unknown --format "${format}". Choose text or json.`);
  return { site: readSiteFlags(site), format, quiet, cache };
}

/**
 * Flags as options of `loadSite`.
 * @throws {UsageError}
 */
export function readSiteFlags({
  content: contentDir,
  'site-url': siteUrl,
  drafts = false,
  host,
  now,
}: SiteValues): LoadOptions {
  if (siteUrl !== undefined && !/^https?:\/\//.test(siteUrl))
    throw new UsageError(`--site-url "${siteUrl}" does not begin with https:// or http://.`);
  if (siteUrl !== undefined && !canParseUrl(siteUrl))
    throw new UsageError(`--site-url "${siteUrl}" is not a valid URL.`);
  return {
    contentDir,
    publicDir: inProgram('public'),
    siteUrl,
    drafts,
    hosts: host?.map(parseHost),
    now: now === undefined ? undefined : parseTime(now),
  };
}

function parseHost(name: string): HostName {
  if (isHost(name)) return name;
  const known = Object.keys(HOSTS).join(', ');
  throw new UsageError(`Unknown --host "${name}". Choose from: ${known}.`);
}

/**
 * A date with an optional time; UTC unless it has an offset.
 * @throws {UsageError}
 */
export function parseTime(text: string): number {
  const parsed = new DateReader('UTC', 'en').read(text);
  if (!parsed.ok) throw new UsageError(`--now "${text}" is not a date, such as 2026-01-31.`);
  return parsed.date.instant;
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
