/** Tells a person at a terminal what is being done; says nothing in a pipe. */

/** Shows a step in the place of the one before; `undefined` clears the line. */
export function progress(quiet: boolean): (step: string | undefined) => void {
  if (quiet || !process.stderr.isTTY) return () => undefined;
  return (step) => {
    process.stderr.write(`\r\u001b[K${step === undefined ? '' : `${step} ...`}`);
  };
}
