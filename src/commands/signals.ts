/** Ends commands on signals, such as that of Ctrl-C. */
import { setImmediate } from 'node:timers/promises';
import type { WorkerThread } from '../build/worker-thread.ts';
import type { Staging } from '../publish/staging.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Shells report a signal as 128 plus its number. */
const SIGNAL_EXIT_CODE = 128;

/**
 * Ends a build before it publishes anything.
 * @returns removes the handlers, once the site is published
 */
export function discardOnSignals(staging: Staging, thread: WorkerThread): () => void {
  return exitOnSignals(() => {
    // It writes files too. Waiting for it to end would let this thread continue.
    void thread.stop();
    // The next build cleans up what remains.
    staging.discard();
  });
}

/**
 * Ends the process in the way that removes its temporary files.
 * @param before called first
 * @returns removes the handlers
 */
export function exitOnSignals(before: () => void): () => void {
  const exit = (_signal: NodeJS.Signals, number: number): void => {
    try {
      before();
    } finally {
      process.exit(SIGNAL_EXIT_CODE + number);
    }
  };
  for (const signal of SIGNALS) process.once(signal, exit);
  return () => {
    for (const signal of SIGNALS) process.off(signal, exit);
  };
}

/**
 * Lets pending signal handlers run: pages are written synchronously, and a
 * signal that arrived meanwhile must still prevent publishing.
 */
export async function letSignalsIn(): Promise<void> {
  // The current turn of the event loop may already be past the phase that handles signals.
  await setImmediate();
  await setImmediate();
}
