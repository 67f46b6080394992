/** What a command is to the command line. */
import type { Project } from '../eleventy/project.ts';

/** The exit code of a command that is to be run again, by the program as it is now. */
export const RESTART = -1;

export interface Command {
  /** Printed for `--help`, and after what is wrong with the flags. */
  readonly usage: string;
  /**
   * @param args what stands behind the command's name
   * @param rebundle makes the program anew from its sources; false when they do not compile
   * @returns the exit code: 0 done, 1 the content has problems, 2 wrong usage, 3 a
   *   mistake of ours
   * @throws {UsageError}
   */
  readonly run: (
    args: string[],
    project: Project,
    rebundle: () => Promise<boolean>,
  ) => Promise<number>;
}
