/** V8's heap growth, for all threads of the process. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Number of posts above which memory matters more than time. */
export const MANY_POSTS = 2000;

/** Lets the heap grow by 40% between garbage collections instead of doubling. */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=40');
}

/** Percent. */
const SMALL_GROWTH = 20;
/** Bytes of the part of the heap for new objects; V8 lets it grow to 48 MB. */
const SMALL_YOUNG = 4 * 1024 * 1024;
/** Milliseconds. */
const INTERVAL = 20;

/**
 * Keeps the heap close to what is in use, for work that takes long and needs little at a time.
 * @returns ends that
 */
export function keepHeapSmall(): () => void {
  setFlagsFromString(`--heap-growing-percent=${SMALL_GROWTH}`);
  const timer = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    const isLarge = (young?.space_size ?? 0) >= SMALL_YOUNG;
    setFlagsFromString(`--semi-space-growth-factor=${isLarge ? 1 : 2}`);
  }, INTERVAL);
  return () => {
    clearInterval(timer);
    setFlagsFromString('--semi-space-growth-factor=2');
    resetHeapGrowth();
  };
}

/** Restores V8's default. V8 accepts cached code only under the flags it was cached with. */
export function resetHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=0');
}
