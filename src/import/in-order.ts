/** Works on items of a stream side by side, and gives the results in the order of the stream. */

/** @param limit items at a time */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  try {
    for await (const item of items) {
      const task = work(item);
      // Awaited later; until then, nobody else handles its failure.
      task.catch(() => undefined);
      running.push(task);
      const first = running.length >= limit ? running.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (let next = running.shift(); next !== undefined; next = running.shift()) yield await next;
  } finally {
    // If one fails, the failures of the others have nobody to tell.
    await Promise.allSettled(running);
  }
}
