/** Flags of `npm run init`. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { mistakeIn, type Answers, type Question } from '../init/answers.ts';
import { hostOf } from '../init/ask.ts';
import { ownValue } from '../lib/own-value.ts';
import { userPath } from '../lib/user-folder.ts';
import { errorCode, reasonOf } from '../publish/fs-errors.ts';
import { UsageError, parseFlags } from './flags.ts';
import { parseTime } from './site-flags.ts';

export interface InitFlags {
  readonly folder: string;
  /** As the user wrote it, if at all. */
  readonly shownFolder: string | undefined;
  /** Values of flags, by setting. */
  readonly given: Readonly<Partial<Answers>>;
  readonly logo: Uint8Array | undefined;
  readonly now: number;
  readonly keep: boolean;
  readonly force: boolean;
  /** Asks nothing. */
  readonly yes: boolean;
}

/** Flags that are settings. */
const SETTINGS: Readonly<Record<string, Question>> = {
  title: 'title',
  url: 'url',
  language: 'language',
  'time-zone': 'timeZone',
  author: 'author',
  host: 'host',
  accent: 'accent',
};

const IMAGE = /^\.(?:svg|png|webp|jpe?g)$/i;

/** @throws {UsageError} */
export function readInitFlags(args: string[]): InitFlags {
  const { values, positionals } = parseFlags({
    args,
    allowPositionals: true,
    options: {
      ...{ title: { type: 'string' }, url: { type: 'string' }, language: { type: 'string' } },
      ...{ 'time-zone': { type: 'string' }, author: { type: 'string' } },
      ...{ host: { type: 'string' }, accent: { type: 'string' }, logo: { type: 'string' } },
      now: { type: 'string' },
      keep: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  });
  const [folder, ...others] = positionals;
  if (folder === '') throw new UsageError('The name of the folder is empty.');
  if (others.length > 0)
    throw new UsageError(`There can be one folder only, not also "${others[0]}".`);
  const { yes, keep, force, now, logo } = values;
  const given = { ...readSettings(values), ...(logo === undefined ? {} : { logo }) };
  const needless = [...Object.entries(SETTINGS), ['logo', 'logo'] as const].find(
    ([name, setting]) => keep && name !== 'host' && Object.hasOwn(given, setting),
  );
  if (needless !== undefined)
    throw new UsageError(
      `--keep leaves content/ as it is, so --${needless[0]} would have no effect.`,
    );
  return {
    shownFolder: folder,
    folder: folder === undefined ? '.' : userPath(folder),
    given,
    logo: logo === undefined ? undefined : readLogo(logo),
    now: now === undefined ? Date.now() : parseTime(now),
    ...{ keep, force, yes },
  };
}

/**
 * Flags as settings.
 * @throws {UsageError} with the reason, for the first that is no valid setting
 */
function readSettings(values: Readonly<Record<string, unknown>>): Partial<Answers> {
  const given: Partial<Record<Question, string>> = {};
  for (const [flag, setting] of Object.entries(SETTINGS)) {
    const value = ownValue(values, flag);
    if (typeof value !== 'string') continue;
    const mistake = mistakeIn(setting, value);
    if (mistake !== undefined) throw new UsageError(`--${flag}: ${mistake}`);
    given[setting] = value;
  }
  const { host, ...rest } = given;
  return { ...rest, ...(host === undefined ? {} : { host: hostOf(host) }) };
}

/** @throws {UsageError} if it is no image that a site can show */
function readLogo(path: string): Uint8Array {
  if (!IMAGE.test(extname(path)))
    throw new UsageError(`--logo "${path}" is no SVG, PNG, WebP or JPEG file.`);
  try {
    return readFileSync(path);
  } catch (error) {
    const reason =
      errorCode(error) === 'ENOENT' ? 'there is no such file' : (reasonOf(error) ?? 'it failed');
    throw new UsageError(`--logo "${path}" cannot be read: ${reason}.`);
  }
}
