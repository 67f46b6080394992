/** Flags of `npm run import`. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { FORMATS, type Format } from '../import/readers/reader.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { userPath } from '../lib/user-folder.ts';
import { SITE_OPTIONS, UsageError, parseFlags } from './flags.ts';

export interface ImportFlags {
  readonly sources: readonly string[];
  readonly format: Format | undefined;
  /** Name of one of several blogs. */
  readonly blog: string | undefined;
  /** Address of the old blog. */
  readonly url: string | undefined;
  readonly contentDir: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly strict: boolean;
  readonly download: boolean;
  readonly onlyImages: boolean;
  readonly allowPrivate: boolean;
  /** File for the report. */
  readonly report: string | undefined;
}

const { content } = SITE_OPTIONS;
const off = { type: 'boolean', default: false } as const;

/** @throws {UsageError} */
export function readImportFlags(args: string[]): ImportFlags {
  const { values, positionals } = parseFlags({
    args,
    allowPositionals: true,
    options: {
      content,
      ...{ from: { type: 'string' }, blog: { type: 'string' }, url: { type: 'string' } },
      ...{ report: { type: 'string' } },
      ...{ 'dry-run': off, force: off, strict: off },
      ...{ 'no-download': off, 'only-images': off, 'allow-private': off },
    },
  });
  if (positionals.length === 0 || positionals.includes(''))
    throw new UsageError(
      'Name the export of the old blog: a file, a folder, or the address of a feed.',
    );
  const flags = {
    sources: positionals.map(userPath),
    format: readFormat(values.from),
    blog: values.blog,
    url: readUrl(values.url),
    contentDir: values.content,
    dryRun: values['dry-run'],
    force: values.force,
    strict: values.strict,
    download: !values['no-download'],
    onlyImages: values['only-images'],
    allowPrivate: values['allow-private'],
    report: values.report,
  };
  if (flags.onlyImages && flags.dryRun)
    throw new UsageError(
      '--only-images writes no posts, so there is nothing for --dry-run to tell.',
    );
  if (flags.onlyImages && !flags.download)
    throw new UsageError('--only-images fetches pictures, which --no-download forbids.');
  return flags;
}

function readFormat(name: string | undefined): Format | undefined {
  if (name === undefined) return undefined;
  const format = FORMATS.find((one) => one === name);
  if (format !== undefined) return format;
  const meant = suggestName(name, FORMATS);
  throw new UsageError(
    `Unknown --from "${name}". ${meant === undefined ? `Choose from: ${FORMATS.join(', ')}.` : `Did you mean ${meant}?`}`,
  );
}

/** The address of the home page, also if it was written without `https://`. */
function readUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const whole = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\//i.test(whole) || !canParseUrl(whole))
    throw new UsageError(`--url "${text}" is no address such as https://garden.blogspot.com/.`);
  const { origin, pathname } = new URL(whole);
  return origin + pathname.replace(/\/?$/, '/');
}
