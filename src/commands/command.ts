/** What a command is to the command line. */
import type { Templates } from '../eleventy/plugin.ts';

export interface Command {
  /** Printed for `--help`, and after what is wrong with the flags. */
  readonly usage: string;
  /**
   * @param args what stands behind the command's name
   * @param templates the compiled templates, by path
   * @returns the exit code: 0 done, 1 the content has problems, 2 wrong usage
   * @throws {UsageError}
   */
  readonly run: (args: string[], templates: Templates) => Promise<number>;
}
