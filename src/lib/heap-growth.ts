/** V8's heap growth, for all threads of the process. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Number of posts above which memory matters more than time. */
export const MANY_POSTS = 2000;

/** Number of posts above which all of them together must not take more memory than a small machine has. */
export const VERY_MANY_POSTS = 20_000;

/** Lets the heap of a large blog grow by 40% between garbage collections instead of doubling, or by less. */
export function limitHeapGrowth(posts: number): void {
  if (posts <= MANY_POSTS) return;
  setFlagsFromString(`--heap-growing-percent=${posts > VERY_MANY_POSTS ? 20 : 40}`);
}

/** Percent. */
const SMALL_GROWTH = 20;
/** Bytes of the part of the heap for new objects; V8 lets it grow to 48 MB. With a quarter, all takes twice as long. */
const SMALL_YOUNG = 4 * 1024 * 1024;
/** Milliseconds. */
const INTERVAL = 20;

/**
 * Keeps the heap close to what is in use, for work that takes long and needs little at a time.
 * @returns ends that
 */
export function keepHeapSmall(): () => void {
  setFlagsFromString(`--heap-growing-percent=${SMALL_GROWTH}`);
  holdYoung();
  // V8 makes it smaller when there is nothing to do, as while pictures arrive.
  const timer = setInterval(holdYoung, INTERVAL);
  return () => {
    clearInterval(timer);
    setGrowthFactor(GROWING);
    resetHeapGrowth();
  };
}

/** Frees what is not in use. Before the first time, V8 limits the growth of the heap to what the machine has. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect();
}

/**
 * Keeps the part of the heap for new objects from growing while something loads: it does not become smaller again
 * as long as there is work.
 */
export async function loadInSmallHeap<Value>(load: () => Promise<Value>): Promise<Value> {
  setGrowthFactor(HELD);
  try {
    return await load();
  } finally {
    setGrowthFactor(GROWING);
  }
}

/** V8's default. */
const GROWING = 2;
const HELD = 1;

function holdYoung(): void {
  setGrowthFactor(youngSize() < SMALL_YOUNG ? GROWING : HELD);
}

function setGrowthFactor(factor: number): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);
}

/** Bytes. */
function youngSize(): number {
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  return young?.space_size ?? 0;
}

/** Restores V8's default. V8 accepts cached code only under the flags it was cached with. */
export function resetHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=0');
}
