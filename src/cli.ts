/** The command line: reads the flags and leaves the work to a command. */
import { parseArgs } from 'node:util';
import { build, type BuildFlags } from './commands/build.ts';
import { DateReader } from './dates.ts';
import type { Templates } from './eleventy/plugin.ts';

const USAGE = `Usage: npm run build -- [options]

  --content DIR    folder with the posts (default: content)
  --output DIR     folder for the site (default: _site)
  --site-url URL   address of the home page, instead of the one in site.yaml
  --drafts         include unpublished and future posts
  --host NAME      where the site is deployed, instead of the one in site.yaml
  --now DATE       the time at which posts count as future (default: now)
  --quiet          print problems only
  --help           print this text`;

/**
 * Runs a command and returns the exit code: 0 built, 1 the content has
 * problems, 2 wrong usage.
 * @param templates the compiled templates, by path
 */
export async function main(args: string[], templates: Templates): Promise<number> {
  const [command, ...rest] = args;
  if (command === '--help' || command === 'help') return print(USAGE, 0);
  if (command !== 'build') {
    return print(`There is no command "${command ?? ''}".\n\n${USAGE}`, 2);
  }
  const flags = readFlags(rest);
  if (typeof flags === 'string') return print(`${flags}\n\n${USAGE}`, 2);
  if (flags.help) return print(USAGE, 0);
  return build(flags, templates);
}

/** The flags, or what is wrong with them. */
function readFlags(args: string[]): (BuildFlags & { help: boolean }) | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        content: { type: 'string', default: 'content' },
        output: { type: 'string', default: '_site' },
        'site-url': { type: 'string' },
        drafts: { type: 'boolean', default: false },
        host: { type: 'string' },
        now: { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const now = values.now === undefined ? Date.now() : parseTime(values.now);
    if (Number.isNaN(now)) return `--now "${values.now}" is not a date such as 2026-01-31.`;
    const siteUrl = values['site-url'];
    if (siteUrl !== undefined && !/^https?:\/\//.test(siteUrl)) {
      return `--site-url "${siteUrl}" is not an address that begins with https:// or http://.`;
    }
    if (siteUrl !== undefined && !URL.canParse(siteUrl))
      return `--site-url "${siteUrl}" is not an address.`;
    if (values.host !== undefined && values.host !== 'static') {
      return `--host "${values.host}" is not known. Known hosts: static.`;
    }
    const { content, output, drafts, quiet, help } = values;
    return { content, output, siteUrl, drafts, now, quiet, help };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A date, or a date and time; in UTC where it names no offset, whatever the machine's zone is. */
function parseTime(text: string): number {
  const parsed = new DateReader('UTC', 'en').read(text);
  return parsed.ok ? parsed.date.instant : Number.NaN;
}

function print(text: string, exitCode: number): number {
  (exitCode === 0 ? console.log : console.error)(text);
  return exitCode;
}
