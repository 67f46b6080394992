/** Interface of a command. */
import type { Project } from '../eleventy/project.ts';

/** Exit code that asks the launcher to run the command again with the rebuilt program. */
export const RESTART = -1;

export interface Command {
  /** Printed for `--help` and after usage errors. */
  readonly usage: string;
  /**
   * @param args arguments after the command name
   * @param rebundle rebuilds the program from source; false if it does not compile
   * @returns the exit code: 0 success, 1 failure, 2 usage error, 3 internal error
   * @throws {UsageError}
   */
  readonly run: (
    args: string[],
    project: Project,
    rebundle: () => Promise<boolean>,
  ) => Promise<number>;
}
