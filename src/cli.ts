/** The command line: finds the command, which reads its own flags. */
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import type { Command } from './commands/command.ts';
import { devCommand } from './commands/dev.ts';
import { UsageError } from './commands/flags.ts';
import { newCommand } from './commands/new.ts';
import { reportFault } from './commands/reporter.ts';
import type { Templates } from './eleventy/plugin.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  build: buildCommand,
  check: checkCommand,
  dev: devCommand,
  new: newCommand,
};

/**
 * Runs a command and returns the exit code: 0 done, 1 the content has
 * problems, 2 wrong usage, 3 a mistake of ours.
 * @param templates the compiled templates, by path
 * @param rebundle makes the program anew from its sources; false when they do not compile
 */
export async function main(
  args: string[],
  templates: Templates,
  rebundle: () => Promise<boolean>,
): Promise<number> {
  process.on('uncaughtException', endAtOnce);
  const [name = '', ...rest] = args;
  if (name === '--help' || name === 'help') return print(usage(), 0);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return print(`There is no command "${name}".\n\n${usage()}`, 2);
  if (rest.includes('--help')) return print(command.usage, 0);
  try {
    return await command.run(rest, templates, rebundle);
  } catch (error) {
    if (!(error instanceof UsageError)) return reportFault(error);
    return print(`${error.message}\n\n${command.usage}`, 2);
  }
}

function usage(): string {
  return Object.values(COMMANDS)
    .map((command) => command.usage)
    .join('\n\n');
}

function print(text: string, exitCode: number): number {
  (exitCode === 0 ? console.log : console.error)(text);
  return exitCode;
}

/** For what is thrown where nobody waits for it. */
function endAtOnce(error: unknown): void {
  // Whoever read the output, such as `head`, has seen enough.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') process.exit(0);
  process.exit(reportFault(error));
}
