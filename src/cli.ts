/** Command line: dispatches to commands, which parse their own flags. */
import manifest from '../package.json' with { type: 'json' };
import type { Command, Launcher } from './commands/command.ts';
import { exitOnErrors } from './commands/exit-on-errors.ts';
import { UsageError } from './commands/flags.ts';
import { reportUnexpected } from './commands/reporter.ts';
import type { Project } from './eleventy/project.ts';
import { loadInSmallHeap } from './lib/heap-growth.ts';
import { suggestName } from './lib/suggest-name.ts';
import { ownValue } from './lib/own-value.ts';
import { IS_PACKAGE, NAME, findBlog } from './lib/program.mjs';

interface Listed {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Loads the command together with its libraries. */
  readonly load: () => Promise<Command>;
}

const COMMANDS: Readonly<Record<string, Listed>> = {
  build: {
    summary: 'build and publish the site',
    load: async () => (await import('./commands/build.ts')).buildCommand,
  },
  check: {
    summary: 'report every problem in the content without building',
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  test: {
    summary: 'test the content, links and pages of the blog',
    load: async () => (await import('./commands/test.ts')).testCommand,
  },
  dev: {
    summary: 'show a live preview while you write',
    load: async () => (await import('./commands/dev.ts')).devCommand,
  },
  new: {
    summary: 'create a post',
    load: async () => (await import('./commands/new.ts')).newCommand,
  },
  init: {
    summary: 'start a blog of your own',
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  import: {
    summary: 'bring an export of another platform into content/',
    load: () => loadInSmallHeap(async () => (await import('./commands/import.ts')).importCommand),
  },
  icons: {
    summary: 'write the icons made from the logo, to change them',
    load: async () => (await import('./commands/icons.ts')).iconsCommand,
  },
  verify: {
    summary: 'check every URL of the deployed site',
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  ping: {
    summary: 'notify a WebSub hub that the feeds have changed',
    load: async () => (await import('./commands/ping.ts')).pingCommand,
  },
  upgrade: {
    summary: 'take the program of a release, in a clone',
    load: async () => (await import('./commands/upgrade.ts')).upgradeCommand,
  },
  'import-feed-ids': {
    summary: "import the post IDs of the old blog's feeds",
    load: async () => (await import('./commands/import-feed-ids.ts')).importFeedIdsCommand,
  },
  'blogger-theme': {
    summary: 'write a Blogger theme that redirects to the new site',
    load: async () => (await import('./commands/blogger-theme.ts')).bloggerThemeCommand,
  },
};

const HELP: ReadonlySet<string | undefined> = new Set(['help', '--help', '-h']);

/**
 * Runs a command.
 * @returns the exit code: 0 success, 1 failure, 2 usage error, 3 internal error
 */
export async function main(args: string[], project: Project, launcher: Launcher): Promise<number> {
  exitOnErrors();
  const [name, ...rest] = args;
  if (args.includes('--version')) return print(manifest.version, 0);
  if (HELP.has(name)) return help(rest);
  const listed = ownValue(COMMANDS, name ?? '');
  if (listed === undefined) return print(`${overview()}\n\n${unknownCommand(name)}`, 2);
  const command = await listed.load();
  if (rest.includes('--help') || rest.includes('-h')) return print(asCalled(command.usage), 0);
  try {
    return await command.run(rest, project, launcher);
  } catch (error) {
    if (!(error instanceof UsageError)) return reportUnexpected(error);
    // The last line is the one that is read.
    return print(`${asCalled(command.usage)}\n\n${error.message}`, 2);
  }
}

/** The flags of a command that is named, else the list of commands. */
async function help([name = '']: readonly string[]): Promise<number> {
  const listed = ownValue(COMMANDS, name);
  return print(listed === undefined ? overview() : asCalled((await listed.load()).usage), 0);
}

/** A usage, written for `npm run`, for users of `npx`: a blog gets its scripts from `init`. */
function asCalled(usage: string): string {
  const { npm_lifecycle_event: script } = process.env;
  if (!IS_PACKAGE || (script !== undefined && script !== 'npx')) return usage;
  const program = findBlog(process.cwd()) === undefined ? NAME : 'perennial';
  return usage.replaceAll(/\bnpm (?:run )?(\w[\w-]*) --(?= )/g, `npx ${program} $1`);
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries({ ...COMMANDS, help: { summary: 'print this list' } }).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return asCalled(`Perennial ${manifest.version}

Usage: npm run COMMAND -- [options]

${lines.join('\n')}

Options of a command: npm run COMMAND -- --help
Version: npm run help -- --version`);
}

function unknownCommand(name: string | undefined): string {
  if (name === undefined) return 'The name of a command is missing.';
  const meant = suggestName(name, Object.keys(COMMANDS));
  return `There is no command "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
}

function print(text: string, exitCode: number): number {
  (exitCode === 0 ? console.log : console.error)(text);
  return exitCode;
}
