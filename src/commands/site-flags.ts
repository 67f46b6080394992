/** Validates the flags of commands that load a site. */
import type { LoadOptions } from '../build/load-site.ts';
import type { HostName } from '../content/site-schema.ts';
import { CACHE_DIR } from '../lib/cache.ts';
import { canParseUrl } from '../lib/can-parse-url.ts';
import { DateReader } from '../lib/dates.ts';
import { inProgram } from '../lib/program.mjs';
import { HOSTS, isHost } from '../outputs/hosts/emit.ts';
import { UsageError, readFormat, type Format } from './flags.ts';

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
  return { site: readSiteFlags(site), format: readFormat(format), quiet, cache };
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
