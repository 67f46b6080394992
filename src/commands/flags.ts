/** Flags that several commands share, and what is wrong with those that were given. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CACHE_DIR } from '../lib/cache.ts';
import { DateReader } from '../lib/dates.ts';
import { HOSTS, isHost } from '../outputs/hosts/emit.ts';
import type { HostName } from '../content/site-schema.ts';
import type { LoadOptions } from '../build/load-site.ts';
import type { Format } from './reporter.ts';

/** A command that was called in a way it does not understand. The message is one sentence. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The flags of every command that loads a site, as `parseArgs` takes them. */
export const SITE_OPTIONS = {
  content: { type: 'string', default: 'content' },
  'site-url': { type: 'string' },
  drafts: { type: 'boolean', default: false },
  host: { type: 'string', multiple: true },
  now: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** The flags of every command that loads a site and says how that went. */
export const RUN_OPTIONS = {
  ...SITE_OPTIONS,
  format: { type: 'string', default: 'text' },
  quiet: { type: 'boolean', default: false },
  cache: { type: 'string', default: CACHE_DIR },
} as const satisfies ParseArgsConfig['options'];

export interface RunFlags {
  readonly site: LoadOptions;
  readonly format: Format;
  readonly quiet: boolean;
  /** Folder for what took long to make. */
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
    throw new UsageError(`--format "${format}" is not known. Known formats: text, json.`);
  return { site: readSiteFlags(site), format, quiet, cache };
}

/**
 * What the flags ask `loadSite` for.
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
    throw new UsageError(
      `--site-url "${siteUrl}" is not an address that begins with https:// or http://.`,
    );
  if (siteUrl !== undefined && !URL.canParse(siteUrl))
    throw new UsageError(`--site-url "${siteUrl}" is not an address.`);
  return {
    contentDir,
    publicDir: 'public',
    siteUrl,
    drafts,
    hosts: host?.map(parseHost),
    now: now === undefined ? undefined : parseTime(now),
  };
}

function parseHost(name: string): HostName {
  if (isHost(name)) return name;
  const known = Object.keys(HOSTS).join(', ');
  throw new UsageError(`--host "${name}" is not known. Known hosts: ${known}.`);
}

/** A date, or a date and time; in UTC where it names no offset, whatever the machine's zone is. */
function parseTime(text: string): number {
  const parsed = new DateReader('UTC', 'en').read(text);
  if (!parsed.ok) throw new UsageError(`--now "${text}" is not a date such as 2026-01-31.`);
  return parsed.date.instant;
}

/**
 * `parseArgs`, strictly.
 * @throws {UsageError} for a flag that is unknown or lacks its value
 */
export function parseFlags<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
