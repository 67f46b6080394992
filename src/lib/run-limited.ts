/** Runs asynchronous work in parallel, as far as processors and memory allow. */
import { availableParallelism } from 'node:os';

/**
 * Starts the largest items first.
 * @param sizeOf memory that an item needs, in any unit
 * @param maxSize of all running items together; a larger item runs alone
 */
export async function runLimited<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  sizeOf: (item: Item) => number = () => 0,
  maxSize = Infinity,
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
