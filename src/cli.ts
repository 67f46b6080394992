/** Command line: dispatches to commands, which parse their own flags. */
import manifest from '../package.json' with { type: 'json' };
import type { Command } from './commands/command.ts';
import { UsageError } from './commands/flags.ts';
import { reportInternalError } from './commands/reporter.ts';
import type { Project } from './eleventy/project.ts';

/** Loaded on demand, together with their libraries. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./commands/build.ts')).buildCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  dev: async () => (await import('./commands/dev.ts')).devCommand,
  new: async () => (await import('./commands/new.ts')).newCommand,
  'import-feed-ids': async () =>
    (await import('./commands/import-feed-ids.ts')).importFeedIdsCommand,
  'blogger-theme': async () => (await import('./commands/blogger-theme.ts')).bloggerThemeCommand,
  ping: async () => (await import('./commands/ping.ts')).pingCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
};

/**
 * Runs a command.
 * @param rebundle rebuilds the program from source; false if it does not compile
 * @returns the exit code: 0 success, 1 failure, 2 usage error, 3 internal error
 */
export async function main(
  args: string[],
  project: Project,
  rebundle: () => Promise<boolean>,
): Promise<number> {
  process.on('uncaughtException', exitOnError);
  const [name = '', ...rest] = args;
  if (args.includes('--version')) return print(manifest.version, 0);
  if (name === '--help' || name === 'help') return print(await usage(), 0);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) return print(`Unknown command "${name}".\n\n${await usage()}`, 2);
  const command = await load();
  if (rest.includes('--help')) return print(command.usage, 0);
  try {
    return await command.run(rest, project, rebundle);
  } catch (error) {
    if (!(error instanceof UsageError)) return reportInternalError(error);
    return print(`${error.message}\n\n${command.usage}`, 2);
  }
}

async function usage(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return commands.map((command) => command.usage).join('\n\n');
}

function print(text: string, exitCode: number): number {
  (exitCode === 0 ? console.log : console.error)(text);
  return exitCode;
}

/** Handles errors thrown outside of the command's promise. */
function exitOnError(error: unknown): void {
  // The reader of a pipe, such as `head`, has closed it.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') process.exit(0);
  process.exit(reportInternalError(error));
}
