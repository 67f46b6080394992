/** Ends a build that is told to stop, such as by Ctrl-C, before it publishes anything. */
import { setImmediate } from 'node:timers/promises';
import type { WorkerThread } from '../build/worker-thread.ts';
import type { Staging } from '../publish/staging.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Shells report a signal as 128 plus its number. */
const SIGNAL_EXIT_CODE = 128;

/** @returns removes the handlers, once the site is published */
export function discardOnSignals(staging: Staging, thread: WorkerThread): () => void {
  const discard = (_signal: NodeJS.Signals, number: number): void => {
    // It writes files too. Waiting for it to end would let this thread continue.
    void thread.stop();
    try {
      staging.discard();
    } finally {
      // The next build cleans up what remains.
      process.exit(SIGNAL_EXIT_CODE + number);
    }
  };
  for (const signal of SIGNALS) process.once(signal, discard);
  return () => {
    for (const signal of SIGNALS) process.off(signal, discard);
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
