/** Tells a person at a terminal what is being done; says nothing in a pipe. */

/** Shows a step in the place of the one before; `undefined` clears the line. */
export function progress(quiet: boolean): (step: string | undefined) => void {
  if (quiet || !process.stderr.isTTY) return () => undefined;
  return (step) => {
    process.stderr.write(`\r\u001b[K${step === undefined ? '' : `${step} ...`}`);
  };
}

/** Characters of a bar. */
const LENGTH = 24;

/** Shows how far a step with many parts has come. */
export function showProgress(
  step: (text: string | undefined) => void,
  name: string,
): (done: number, all: number) => void {
  return (done, all) => {
    const full = Math.round((done / all) * LENGTH);
    step(`${name} ${'\u2588'.repeat(full)}${'\u2591'.repeat(LENGTH - full)} ${done} of ${all}`);
  };
}
