/** Lets long work make way for requests and signals. */
import { setImmediate } from 'node:timers/promises';

/** Milliseconds. */
const BREATH = 50;

let last = performance.now();

/** Call it between the steps of long work; it waits for other tasks of this thread if they had no turn for a while. */
export async function breathe(): Promise<void> {
  if (performance.now() - last < BREATH) return;
  await setImmediate();
  last = performance.now();
}

/** Maps items, and breathes in between. */
export async function mapBreathing<Item, Result>(
  items: readonly Item[],
  map: (item: Item, index: number) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    results.push(map(item, index));
    await breathe();
  }
  return results;
}
