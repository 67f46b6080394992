/** Interface of a command. */
import type { Project } from '../eleventy/project.ts';
import type { Seen } from '../incremental/build-record.ts';

/** Exit code that asks the launcher to run the command again with the rebuilt program. */
export const RESTART = -1;

/** What `start.mjs` hands to the program. */
export interface Launcher {
  /** What the look of a build at the sources has found. */
  readonly seen: Seen | undefined;
  /** Rebuilds the program from source; false if it does not compile. */
  readonly rebundle: () => Promise<boolean>;
}

export interface Command {
  /** Printed for `--help` and after usage errors. */
  readonly usage: string;
  /**
   * @param args arguments after the command name
   * @returns the exit code: 0 success, 1 failure, 2 usage error, 3 internal error
   * @throws {UsageError}
   */
  readonly run: (args: string[], project: Project, launcher: Launcher) => Promise<number>;
}
