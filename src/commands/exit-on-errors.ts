/** Ends a command at errors that none of its own code can catch. */
import { errorCode, reasonOf } from '../publish/fs-errors.ts';
import { reportUnexpected } from './reporter.ts';

export function exitOnErrors(): void {
  process.on('uncaughtException', exitOnError);
  process.stdout.on('error', exitOnLostOutput);
}

/** The console ignores such errors; a script would take half a document for a whole one. */
function exitOnLostOutput(error: Error): void {
  // The reader of a pipe has what it wants.
  if (errorCode(error) === 'EPIPE') return;
  console.error(
    `The output of this command cannot be written: ${reasonOf(error) ?? error.message}. Free some space, or send it elsewhere.`,
  );
  process.exit(1);
}

/** Handles errors thrown outside of the command's promise. */
function exitOnError(error: unknown): void {
  // The reader of a pipe, such as `head`, has closed it.
  if (errorCode(error) === 'EPIPE') process.exit(0);
  process.exit(reportUnexpected(error));
}
