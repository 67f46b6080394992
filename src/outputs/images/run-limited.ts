/** Runs work in parallel within limits of processors and memory. */
import { availableParallelism } from 'node:os';

/**
 * Starts the largest items first.
 * @param maxSize of all items under way; a larger one runs alone
 */
export async function runLimited<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  maxSize: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let total = 0;
  for (const item of items.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    while (
      running.size >= availableParallelism() ||
      (running.size > 0 && total + sizeOf(item) > maxSize)
    )
      await Promise.race(running);
    total += sizeOf(item);
    const task: Promise<void> = work(item).finally(() => {
      total -= sizeOf(item);
      running.delete(task);
    });
    running.add(task);
  }
  await Promise.all(running);
}
