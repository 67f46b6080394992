/** Progress line for terminals; silent in a pipe. */

/** Replaces the previous step on the line; `undefined` clears it. */
export function progress(quiet: boolean): (step: string | undefined) => void {
  if (quiet || !process.stderr.isTTY) return () => undefined;
  return (step) => {
    process.stderr.write(`\r\u001b[K${step === undefined ? '' : `${step} ...`}`);
  };
}

/** Characters. */
const BAR_LENGTH = 24;

/** Shows a progress bar. */
export function showProgress(
  step: (text: string | undefined) => void,
  name: string,
): (done: number, all: number) => void {
  return (done, all) => {
    const full = Math.round((done / all) * BAR_LENGTH);
    step(`${name} ${'\u2588'.repeat(full)}${'\u2591'.repeat(BAR_LENGTH - full)} ${done} of ${all}`);
  };
}
